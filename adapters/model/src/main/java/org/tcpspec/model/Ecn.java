package org.tcpspec.model;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Explicit Congestion Notification: RFC 3168 section 6.1 (SHLD-8). */
class Ecn {

    final Host host;

    Ecn(Host host) {
        this.host = host;
    }

    // ---- 6.1.1: the two SYNs agree

    /** The flags of our SYN or SYN,ACK: ECN-setup if we ask, or agree to what was asked. */
    Flags onSyn(Tcb tcb, Flags flags) {
        if (flags.has(Flag.ACK)) {
            return tcb.ecn.ok ? flags.with(Flag.ECE) : flags;
        }
        tcb.ecn.asked = asks();
        return tcb.ecn.asked ? flags.with(Flag.ECE).with(Flag.CWR) : flags;
    }

    /** An active OPEN asks for ECN. */
    boolean asks() {
        return host.profile().has(Option.ECN) && host.profile().settings().asksForEcn();
    }

    /** The peer's SYN or SYN,ACK decides whether ECN is used. Who has sent a SYN without asking uses none. */
    void learnFromSyn(Tcb tcb, Segment syn) {
        boolean mayAgree = tcb.state != State.SYN_SENT || tcb.ecn.asked;
        tcb.ecn.ok = host.profile().has(Option.ECN) && mayAgree && isSetup(syn);
    }

    /** In a SYN,ACK both flags are no agreement: some hosts reflect what they do not know. */
    boolean isSetup(Segment syn) {
        return syn.has(Flag.ECE) && syn.has(Flag.CWR) != syn.has(Flag.ACK);
    }

    /** A SYN that comes again without asking takes back what the first one asked. */
    void heard(Tcb tcb, Segment seg) {
        if (tcb.state == State.SYN_RECEIVED && seg.has(Flag.SYN) && seg.seq().equals(tcb.rcv.irs) && !isSetup(seg)) {
            tcb.ecn.ok = false;
        }
    }

    // ---- 6.1.2: the sender

    /** ECT(0) on new text alone: not on what is sent again (6.1.5), nor on a window probe (6.1.6) or an ACK (6.1.4). */
    Segment mark(Tcb tcb, Segment seg, RetransmissionQueue.Sent sent) {
        if (!tcb.ecn.ok || sent.text().isEmpty() || sent.again() || sent.probe()) {
            return seg;
        }
        Segment marked = seg.withIp(seg.ip().withEcn(Ip.ECT_0));
        if (!tcb.ecn.reduced) {
            return marked;
        }
        tcb.ecn.reduced = false;
        return marked.withFlags(marked.flags().with(Flag.CWR));
    }

    /** ECE tells that the network is congested; on a SYN it says something else. */
    boolean isEcho(Tcb tcb, Segment seg) {
        return tcb.ecn.ok && seg.has(Flag.ECE) && !seg.has(Flag.SYN);
    }

    // ---- 6.1.3: the receiver

    /** Text within the window: CWR ends the echo, and CE begins it. What lies outside tells nothing (6.1.5). */
    void received(Tcb tcb, Segment seg) {
        if (!tcb.ecn.ok || seg.text().isEmpty()) {
            return;
        }
        if (seg.has(Flag.CWR)) {
            tcb.ecn.echo = false;
        }
        if (seg.ip().ecn() == Ip.CE) {
            tcb.ecn.echo = true;
        }
    }

    /** ECE stands on every ACK until CWR comes. */
    Flags onAck(Tcb tcb, Flags flags) {
        return tcb.ecn.echo && !flags.has(Flag.SYN) ? flags.with(Flag.ECE) : flags;
    }
}
