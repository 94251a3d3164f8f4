package org.tcpspec.model;

import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** The receiving side: trimming, delivery, the window and when to acknowledge (RFC 9293 section 3.8.6). */
class Receiver {

    final Host host;

    Receiver(Host host) {
        this.host = host;
    }

    /** The part of {@code seg} that lies in the receive window, SYN and FIN included; it may be empty. */
    Segment trim(Tcb tcb, Segment seg) {
        SequenceNumber start = seg.textStart();
        SequenceNumber textEnd = start.plus(seg.text().length());
        int old = clamp(tcb.rcv.nxt.minus(start), seg.text().length());
        int beyond = clamp(octetsBeyond(tcb, textEnd), seg.text().length() - old);
        Bytes text = seg.text().slice(old, seg.text().length() - beyond);
        Segment trimmed = seg.withText(text);
        if (seg.has(Flag.SYN) && !tcb.rcv.isInWindow(seg.seq())) {
            // A SYN tells its window unscaled, and what is left of it is no SYN (RFC 7323 section 2.2).
            trimmed = trimmed.withFlags(trimmed.flags().without(Flag.SYN)).withWindow(seg.window() >> tcb.snd.shift);
        }
        if (seg.has(Flag.FIN) && !tcb.rcv.isInWindow(textEnd)) {
            trimmed = trimmed.withFlags(trimmed.flags().without(Flag.FIN));
        }
        return old > 0 || !trimmed.has(Flag.SYN) ? startingAt(start.plus(old), trimmed) : trimmed;
    }

    /** How far text that ends there stands out of the window; not positive if it does not. */
    int octetsBeyond(Tcb tcb, SequenceNumber textEnd) {
        return textEnd.minus(tcb.rcv.rightEdge());
    }

    /** The urgent pointer goes on designating the same octet; if that is none of what is left, there is none. */
    private static Segment startingAt(SequenceNumber seq, Segment seg) {
        int pointer = seg.urgentPointer() - seq.minus(seg.seq());
        if (!seg.has(Flag.URG) || pointer >= 0) {
            return seg.withSeq(seq).withUrgentPointer(Math.max(0, pointer));
        }
        return seg.withSeq(seq).withUrgentPointer(0).withFlags(seg.flags().without(Flag.URG));
    }

    private static int clamp(int value, int most) {
        return Math.max(0, Math.min(value, most));
    }

    /** Text or FIN that came before its turn, or must wait for ESTABLISHED. */
    void hold(Tcb tcb, Segment seg) {
        host.ecn().received(tcb, seg);
        tcb.rcv.early.hold(seg.textStart(), seg.text());
        if (seg.has(Flag.FIN)) {
            tcb.rcv.early.holdFin(seg.textStart().plus(seg.text().length()));
        }
    }

    /** The seventh step: takes what is next from {@code seg} and from what was held, all before any ACK (MUST-59). */
    void acceptText(Tcb tcb, Segment seg) {
        boolean gap = !tcb.rcv.early.isEmpty() || seg.textStart().isAfter(tcb.rcv.nxt);
        hold(tcb, seg);
        Bytes text = tcb.rcv.early.take(tcb.rcv.nxt);
        tcb.rcv.nxt = tcb.rcv.nxt.plus(text.length());
        tcb.rcv.wnd -= text.length();
        tcb.rcv.unread.append(text);
        deliver(tcb);
        if (gap && seg.length() > 0) {
            tcb.rcv.ackNow = true;
        } else if (!text.isEmpty()) {
            oweAck(tcb);
        }
    }

    /** True once the FIN is next: RCV.NXT then stands past it. */
    boolean acceptFin(Tcb tcb) {
        if (!tcb.rcv.early.takeFin(tcb.rcv.nxt)) {
            return false;
        }
        tcb.rcv.nxt = tcb.rcv.nxt.plus(1);
        tcb.rcv.wnd = Math.max(0, tcb.rcv.wnd - 1);
        tcb.rcv.ackNow = true;
        return true;
    }

    /** Hands text to a user who keeps a RECEIVE outstanding. */
    void deliver(Tcb tcb) {
        if (tcb.reading && tcb.known && !tcb.rcv.unread.isEmpty()) {
            Bytes text = tcb.rcv.unread.take(tcb.rcv.unread.length());
            updateWindow(tcb);
            host.urgent().read(tcb);
            host.signal(tcb, SignalKind.DATA, SignalDetail.text(text));
        } else {
            updateWindow(tcb);
        }
    }

    /** Tells the user that nothing more will come, once all text before the FIN has been handed over. */
    void tellClosing(Tcb tcb) {
        if (tcb.finUntold && tcb.rcv.unread.isEmpty()) {
            tcb.finUntold = false;
            host.signal(tcb, SignalKind.CLOSING, SignalDetail.NONE);
        }
    }

    /** RECEIVE: takes unread text; the room that this makes is announced if the right edge moves by it. */
    Bytes read(Tcb tcb, int max) {
        Bytes text = tcb.rcv.unread.take(max);
        host.urgent().read(tcb);
        if (updateWindow(tcb) && !tcb.state.hasPeerFin()) {
            tcb.rcv.ackNow = true;
        }
        return text;
    }

    /** Moves the right edge only in steps worth while, never to the left (3.8.6.2.2, SHLD-14). */
    boolean updateWindow(Tcb tcb) {
        int free = tcb.rcv.buff - tcb.rcv.unread.length();
        int reduction = free - tcb.rcv.wnd;
        if (reduction <= 0 || reduction < Math.min(tcb.rcv.buff / 2, tcb.snd.mss)) {
            return false;
        }
        tcb.rcv.wnd = free;
        return true;
    }

    /** At least every second segment is acknowledged at once, others within the delay (3.8.6.3). */
    void oweAck(Tcb tcb) {
        tcb.rcv.unacknowledged++;
        long delay = host.profile().delayedAck().toNanos();
        if (delay == 0 || tcb.rcv.unacknowledged >= 2) {
            tcb.rcv.ackNow = true;
        } else {
            tcb.timers.start(Timeout.DELAYED_ACK, host.now() + delay);
        }
    }

    /** Sends the ACK that is owed, unless a segment has carried it meanwhile. */
    void acknowledge(Tcb tcb) {
        if (tcb.rcv.ackNow) {
            host.output().ack(tcb);
        }
    }
}
