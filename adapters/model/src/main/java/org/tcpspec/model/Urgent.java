package org.tcpspec.model;

import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * Urgent data: RFC 9293 section 3.8.5, RFC 6093. SND.UP and RCV.UP are the number of the octet that follows the urgent
 * data (MUST-62), and equal to SND.UNA and RCV.NXT or behind them when there is none.
 */
class Urgent {

    private static final int FIELD = 0xffff;

    final Host host;

    Urgent(Host host) {
        this.host = host;
    }

    /** The last octet that now waits to be sent is the last of urgent data. */
    void endsHere(Tcb tcb) {
        tcb.snd.urgent = true;
        tcb.snd.up = tcb.snd.nxt.plus(tcb.snd.unsent.length());
    }

    /** Urgent data is in this segment or behind it: the pointer says how far from SEG.SEQ (RFC 7323 appendix A). */
    Segment mark(Tcb tcb, Segment segment) {
        if (!tcb.snd.urgent || !tcb.snd.up.isAfter(segment.seq())) {
            return segment;
        }
        return segment.withFlags(segment.flags().with(Flag.URG))
                .withUrgentPointer(Math.min(FIELD, tcb.snd.up.minus(segment.seq())));
    }

    /** All urgent data is acknowledged: SND.UP has nothing to say any more. */
    void acknowledged(Tcb tcb) {
        tcb.snd.urgent &= tcb.snd.up.isAfter(tcb.snd.una);
    }

    /** 3.10.7.4, sixth: RCV.UP <- max(RCV.UP, SEG.UP). The user is told whenever it advances (MUST-32). */
    void arrived(Tcb tcb, Segment seg) {
        SequenceNumber up = seg.seq().plus(seg.urgentPointer());
        boolean advances = tcb.rcv.urgent ? up.isAfter(tcb.rcv.up) : up.isAfter(unread(tcb));
        if (advances) {
            tcb.rcv.urgent = true;
            tcb.rcv.up = up;
            host.signal(tcb, SignalKind.URGENT, SignalDetail.words(left(tcb) + " octets to the end of urgent data"));
        }
    }

    /** How many octets the user has yet to read until the end of urgent data (MUST-33). */
    int left(Tcb tcb) {
        return tcb.rcv.urgent ? Math.max(0, tcb.rcv.up.minus(unread(tcb))) : 0;
    }

    /** The user read: past the end of urgent data its mode is normal. */
    void read(Tcb tcb) {
        tcb.rcv.urgent &= left(tcb) > 0;
    }

    /** The number of the first octet that the user has not read. */
    private static SequenceNumber unread(Tcb tcb) {
        return tcb.rcv.nxt.minus(tcb.rcv.unread.length());
    }
}
