package org.tcpspec.model;

import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes in what RFC 6191 says of a SYN in TIME-WAIT. */
class ReopeningFaults extends NewIncarnationFaults {

    private final Seeds seeds;

    ReopeningFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Verdict judge(Tcb old, Segment seg) {
        Verdict verdict = super.judge(old, seg);
        boolean its = verdict != Verdict.PROCESS && host.profile().has(Option.RFC6191);
        return seeds.bites("SIB-6191-NEVER", its) ? Verdict.PROCESS : verdict;
    }

    @Override
    boolean isNewer(Tcb old, Segment syn) {
        boolean newer = super.isNewer(old, syn);
        boolean beyond = syn.seq().isAfter(old.rcv.nxt.minus(1));
        boolean has = host.profile().has(Option.TIMESTAMPS)
                && syn.option(TcpOption.Timestamps.class).isPresent();
        int age = has ? Timestamps.age(old, syn.option(TcpOption.Timestamps.class).orElseThrow()) : 0;
        if (seeds.bites("SHD-6191-LASTSEQ", newer && beyond && syn.seq().equals(old.rcv.nxt) && (!has || age == 0))) {
            return false;
        }
        if (old.ts.ok && has) {
            return newer && !seeds.bites("SHD-6191-NEWER", age > 0 && !beyond)
                    && !seeds.bites("SHD-6191-EQUAL", age == 0 && beyond)
                    || seeds.bites("SHD-6191-ELSE", !newer && beyond);
        }
        if (old.ts.ok) {
            return newer && !seeds.bites("SHD-6191-NOTS", beyond);
        }
        if (has) {
            return newer && !seeds.bites("SHD-6191-FIRST-TS", !beyond);
        }
        return newer && !seeds.bites("SHD-6191-SEQ", beyond) || seeds.bites("SHD-6191-DROP", !newer);
    }
}
