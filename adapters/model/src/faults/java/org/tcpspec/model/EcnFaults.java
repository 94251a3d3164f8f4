package org.tcpspec.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes in explicit congestion notification. */
class EcnFaults extends Ecn {

    private final Seeds seeds;
    private final Set<Tcb> reflected = Collections.newSetFromMap(new IdentityHashMap<>());

    EcnFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    Flags onSyn(Tcb tcb, Flags flags) {
        Flags right = super.onSyn(tcb, flags);
        if (!flags.has(Flag.ACK) || right.has(Flag.ECE)) {
            return right;
        }
        if (seeds.bites("ECN-REFLECTS", reflected.contains(tcb))) {
            return right.with(Flag.ECE).with(Flag.CWR);
        }
        boolean unasked = host.profile().has(Option.ECN) && tcb.wasPassive();
        return seeds.bites("ECN-UNASKED", unasked) ? right.with(Flag.ECE) : right;
    }

    @Override
    void learnFromSyn(Tcb tcb, Segment syn) {
        boolean both = syn.has(Flag.ECE) && syn.has(Flag.CWR);
        if (both && !host.profile().has(Option.ECN)) {
            reflected.add(tcb);
        }
        boolean refused = tcb.state == State.SYN_SENT && tcb.ecn.asked && syn.has(Flag.ACK) && !syn.has(Flag.ECE);
        super.learnFromSyn(tcb, syn);
        tcb.ecn.ok |= seeds.bites("ECN-ONE-SIDED", refused);
        tcb.ecn.ok &= !seeds.bites("ECN-NEVER", tcb.ecn.ok && tcb.wasPassive());
    }

    @Override
    boolean isSetup(Segment syn) {
        boolean right = super.isSetup(syn);
        boolean half = !syn.has(Flag.ACK) && (syn.has(Flag.ECE) != syn.has(Flag.CWR));
        boolean reflection = syn.has(Flag.ACK) && syn.has(Flag.ECE) && syn.has(Flag.CWR);
        return right || seeds.bites("ECN-HALF", half) || seeds.bites("ECN-REFLECTION", reflection);
    }

    @Override
    void heard(Tcb tcb, Segment seg) {
        boolean agreed = tcb.ecn.ok;
        super.heard(tcb, seg);
        tcb.ecn.ok |= seeds.bites("ECN-TAKEN-BACK", agreed && !tcb.ecn.ok);
    }

    @Override
    Segment mark(Tcb tcb, Segment seg, RetransmissionQueue.Sent sent) {
        boolean text = tcb.ecn.ok && !sent.text().isEmpty();
        if (seeds.bites("ECN-AGAIN", text && sent.again() && !sent.probe())
                || seeds.bites("ECN-PROBE", text && sent.probe() && !sent.again())) {
            return seg.withIp(seg.ip().withEcn(Ip.ECT_0));
        }
        Segment marked = super.mark(tcb, seg, sent);
        return seeds.bites("ECN-NO-CWR", marked.has(Flag.CWR))
                ? marked.withFlags(marked.flags().without(Flag.CWR))
                : marked;
    }

    @Override
    boolean isEcho(Tcb tcb, Segment seg) {
        boolean echo = super.isEcho(tcb, seg);
        if (seeds.bites("ECN-AGAIN-REDUCED", echo && seg.ack().isAtMost(tcb.ecn.recover))) {
            tcb.ecn.recover = tcb.snd.una.minus(1);
            tcb.congestion.recover = tcb.ecn.recover;
        }
        return echo;
    }

    @Override
    void received(Tcb tcb, Segment seg) {
        boolean echo = tcb.ecn.echo;
        super.received(tcb, seg);
        tcb.ecn.echo |= seeds.bites("ECN-CWR-DEAF", echo && !tcb.ecn.echo);
        boolean both = tcb.ecn.ok && seg.has(Flag.CWR) && seg.ip().ecn() == Ip.CE && !seg.text().isEmpty();
        tcb.ecn.echo &= !seeds.bites("ECN-CWR-CE", both);
    }

    @Override
    Flags onAck(Tcb tcb, Flags flags) {
        Flags right = super.onAck(tcb, flags);
        boolean echoes = right.has(Flag.ECE) && !flags.has(Flag.SYN);
        tcb.ecn.echo &= !seeds.bites("ECN-ONCE", echoes);
        return right;
    }
}
