package org.tcpspec.model;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes in judging a SYN that arrives in TIME-WAIT. */
class NewIncarnationFaults extends NewIncarnation {

    private final Seeds seeds;

    NewIncarnationFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    Verdict judge(Tcb old, Segment seg) {
        Verdict verdict = super.judge(old, seg);
        boolean syn = old.state == State.TIME_WAIT && seg.has(Flag.SYN) && !seg.has(Flag.ACK) && !seg.has(Flag.RST);
        boolean may2 = host.profile().has(Option.MAY_2) && !host.profile().has(Option.RFC6191);
        boolean listener = host.connections().listenerFor(old.local).isPresent();
        if (verdict == Verdict.HONOR && seeds.bites("TWT-09", may2)) {
            return Verdict.PROCESS;
        }
        return verdict == Verdict.PROCESS && listener && seeds.bites("TWT-X5", syn && may2)
                ? Verdict.HONOR
                : verdict;
    }
}
