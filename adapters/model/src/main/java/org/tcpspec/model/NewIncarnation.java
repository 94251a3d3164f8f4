package org.tcpspec.model;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** What becomes of a SYN that arrives in TIME-WAIT: RFC 6191 section 2, or MAY-2 of RFC 9293 section 3.6.1. */
class NewIncarnation {

    /** What to do with the SYN. */
    enum Verdict {
        /** It opens a new incarnation of the connection. */
        HONOR,
        /** It is dropped silently. */
        DROP,
        /** It is a segment like others. */
        PROCESS
    }

    final Host host;

    NewIncarnation(Host host) {
        this.host = host;
    }

    Verdict judge(Tcb old, Segment seg) {
        boolean isSyn = seg.has(Flag.SYN) && !seg.has(Flag.ACK) && !seg.has(Flag.RST);
        if (old.state != State.TIME_WAIT
                || !isSyn
                || host.connections().listenerFor(old.local).isEmpty()) {
            return Verdict.PROCESS;
        }
        if (host.profile().has(Option.RFC6191)) {
            return isNewer(old, seg) ? Verdict.HONOR : Verdict.DROP;
        }
        // A SYN must lie beyond all that came before (3.6.1).
        boolean beyond = seg.seq().isAfter(old.rcv.nxt);
        return host.profile().has(Option.MAY_2) && beyond ? Verdict.HONOR : Verdict.PROCESS;
    }

    /** RFC 6191 section 2. The last sequence number of the old incarnation is that of its FIN. */
    boolean isNewer(Tcb old, Segment syn) {
        SequenceNumber fin = old.rcv.nxt.minus(1);
        boolean beyond = syn.seq().isAfter(fin);
        boolean enabled = host.profile().has(Option.TIMESTAMPS)
                && syn.option(TcpOption.Timestamps.class).isPresent();
        if (!enabled) {
            return beyond;
        }
        if (!old.ts.ok) {
            return true;
        }
        int age = Timestamps.age(old, syn.option(TcpOption.Timestamps.class).orElseThrow());
        return age > 0 || age == 0 && beyond;
    }
}
