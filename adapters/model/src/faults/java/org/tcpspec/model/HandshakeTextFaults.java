package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes about what the segments of the handshake bring beside it: text, FIN, window. */
class HandshakeTextFaults extends EmbryonicFaults {

    private final Seeds seeds;

    HandshakeTextFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    static Segment stripped(Segment seg) {
        return seg.withText(Bytes.EMPTY).withFlags(seg.flags().without(Flag.FIN));
    }

    @Override
    void synReceived(Tcb tcb, Segment syn, SequenceNumber iss) {
        if (seeds.bites("EST-25", !syn.text().isEmpty())) {
            super.synReceived(tcb, stripped(syn), iss);
            tcb.rcv.nxt = tcb.rcv.nxt.plus(syn.text().length());
            host.output().ack(tcb);
        } else {
            super.synReceived(tcb, syn, iss);
        }
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        boolean completes = tcb.state == State.SYN_RECEIVED
                && seg.has(Flag.ACK)
                && acknowledgesSyn(tcb, seg)
                && !seg.seq().isAfter(tcb.rcv.nxt);
        boolean text = completes && !seg.text().isEmpty();
        boolean fin = completes && seg.has(Flag.FIN);
        if (seeds.bites("EST-26", text)) {
            host.output().refuse(seg.withFlags(seg.flags().without(Flag.ACK)));
            return;
        }
        if (seeds.bites("EST-15", text || fin)) {
            super.fifthCheckAck(tcb, stripped(seg));
            return;
        }
        if (seeds.bites("EST-X12", fin)) {
            super.fifthCheckAck(tcb, seg.withFlags(seg.flags().without(Flag.FIN)));
            return;
        }
        long wnd = tcb.snd.wnd;
        super.fifthCheckAck(tcb, seg);
        if (seeds.bites("EST-14", completes && tcb.snd.wnd != wnd)) {
            tcb.snd.wnd = wnd;
        }
    }
}
