package org.tcpspec.model;

import org.tcpspec.model.RetransmissionQueue.Sent;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;

/** Mistakes in forming segments with text, and probes. */
class TextOutputFaults extends ResetFormFaults {

    private final Seeds seeds;

    TextOutputFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void text(Tcb tcb, Sent sent, boolean push) {
        boolean text = !sent.text().isEmpty();
        Sent formed = sent;
        if (seeds.bites("RTX-04", text && sent.again() && !sent.probe()) || seeds.bites("ZWP-09", text && sent.probe())) {
            formed = with(sent, damaged(sent.text()));
        }
        boolean first = text && !sent.again() && !sent.probe();
        if (seeds.bites("ACK-09", first && sent.seq().isAfter(tcb.snd.una))) {
            formed = new Sent(tcb.snd.una, false, sent.text(), sent.fin(), false, sent.at(), false);
        }
        super.text(tcb, formed, push);
    }

    private static Sent with(Sent sent, Bytes text) {
        return new Sent(sent.seq(), sent.syn(), text, sent.fin(), sent.probe(), sent.at(), sent.again());
    }

    private static Bytes damaged(Bytes text) {
        return Bytes.of((byte) (text.at(0) + 1)).plus(text.from(1));
    }

    @Override
    Flags flags(Sent sent, boolean push) {
        Flags flags = super.flags(sent, push);
        if (seeds.bites("RTX-13", sent.again() && !sent.probe()) || seeds.bites("KAL-02", sent.probe())) {
            return flags.without(Flag.ACK);
        }
        return seeds.bites("SWS-10", push) || seeds.bites("SWS-X2", push && sent.again())
                ? flags.without(Flag.PSH)
                : flags;
    }

    @Override
    void keepAlive(Tcb tcb) {
        if (seeds.bites("KAL-01")) {
            host.send(probe(tcb).withSeq(tcb.snd.nxt).withAck(tcb.rcv.nxt.minus(1)));
        } else if (seeds.bites("KAL-02")) {
            host.send(probe(tcb).withFlags(Flags.NONE));
        } else if (seeds.bites("KAL-X4")) {
            host.send(probe(tcb).withText(Bytes.of((byte) 0)));
        } else {
            super.keepAlive(tcb);
        }
    }

    private Segment probe(Tcb tcb) {
        return from(tcb, tcb.snd.nxt.minus(1), Flags.of(Flag.ACK));
    }
}
