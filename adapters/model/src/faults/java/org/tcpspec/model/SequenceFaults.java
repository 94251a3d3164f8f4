package org.tcpspec.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in the first check of SEGMENT ARRIVES: what is acceptable, and what answers the rest. */
class SequenceFaults extends RefusalFaults {

    private final Seeds seeds;
    private final Set<Tcb> deadlocked = Collections.newSetFromMap(new WeakHashMap<>());
    private final Map<Tcb, SequenceNumber> refusedFins = new WeakHashMap<>();

    SequenceFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void synReceived(Tcb tcb, Segment syn, SequenceNumber iss) {
        super.synReceived(tcb, syn, iss);
        if (seeds.bites("SEQ-09", syn.has(Flag.FIN) && syn.text().isEmpty())) {
            tcb.rcv.nxt = tcb.rcv.nxt.plus(1);
            tcb.state = State.CLOSE_WAIT;
            host.output().ack(tcb);
        }
    }

    @Override
    void closedState(Segment seg) {
        super.closedState(seg);
        host.connections().all().stream()
                .filter(tcb -> seg.has(Flag.ACK) && tcb.state.isSynchronized() && tcb.snd.wnd > seg.window())
                .filter(tcb -> seeds.bites("WND-04"))
                .forEach(tcb -> tcb.snd.wnd = seg.window());
    }

    @Override
    boolean firstCheckSequenceNumber(Tcb tcb, Segment seg) {
        int free = tcb.rcv.buff - tcb.rcv.unread.length();
        boolean probe = tcb.rcv.wnd == 0
                && seg.seq().equals(tcb.rcv.nxt)
                && !seg.text().isEmpty()
                && !seg.has(Flag.SYN)
                && !seg.has(Flag.RST);
        if (seeds.bites("SWS-02", probe && free > 0)) {
            tcb.rcv.wnd = free;
            host.output().ack(tcb);
            tcb.rcv.wnd = 0;
            return false;
        }
        if (seeds.bites("ZWP-16", probe && free > 0)) {
            tcb.rcv.wnd = 1;
            boolean goesOn = super.firstCheckSequenceNumber(tcb, seg);
            deadlocked.add(tcb);
            return goesOn;
        }
        return super.firstCheckSequenceNumber(tcb, seg);
    }

    @Override
    boolean isAcceptable(Tcb tcb, Segment seg) {
        Tcb.Rcv rcv = tcb.rcv;
        boolean right = super.isAcceptable(tcb, seg);
        if (seg.has(Flag.RST)) {
            return right;
        }
        if (right) {
            boolean ackIsOwed = !tcb.ts.lastAckSent.equals(rcv.nxt) && !seg.text().isEmpty();
            boolean wraps = seg.seq().unsigned() < rcv.nxt.unsigned() && !seg.seq().isBefore(rcv.nxt);
            return !(deadlocked.contains(tcb) && seg.length() > 0
                    || seeds.bites("ZWP-19", rcv.wnd == 0)
                    || seeds.bites("SEQ-01", tcb.state == State.ESTABLISHED && ackIsOwed)
                    || seeds.bites("SEQ-07", wraps));
        }
        boolean inBuffer = tcb.scaled && rcv.wnd > 0 && seg.seq().isWithin(rcv.nxt, rcv.buff);
        return seeds.bites("SEQ-05", inBuffer) || seeds.bites("SEQ-X1", rcv.wnd > 0 && seg.seq().equals(rcv.rightEdge()));
    }

    @Override
    void windowIsShut(Tcb tcb, Segment seg) {
        if (seeds.bites("ZWP-06", !seg.text().isEmpty())) {
            return;
        }
        if (seeds.bites("ZWP-11", seg.has(Flag.FIN) && seg.text().isEmpty())) {
            refusedFins.put(tcb, seg.seq());
        }
        super.windowIsShut(tcb, seg);
    }

    @Override
    void sixthCheckUrg(Tcb tcb, Segment seg) {
        boolean refused = seg.has(Flag.FIN) && seg.seq().equals(refusedFins.get(tcb));
        super.sixthCheckUrg(tcb, refused ? seg.withFlags(seg.flags().without(Flag.FIN)) : seg);
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        boolean synchronous = tcb.state.isSynchronized();
        boolean keepAlive = seg.seq().equals(tcb.rcv.nxt.minus(1))
                && seg.length() <= 1
                && !seg.has(Flag.SYN)
                && !seg.has(Flag.FIN);
        boolean open = tcb.rcv.wnd > 0;
        if (seeds.bites("SEQ-04", synchronous && open)
                || seeds.bites("KAL-03", synchronous && open && keepAlive)
                || seeds.bites("ZWP-06", !open)
                || seeds.bites("SEQ-X3", tcb.state == State.LAST_ACK)) {
            return;
        }
        if (seeds.bites("ACK-08", synchronous && seg.has(Flag.SYN) && seg.has(Flag.ACK))) {
            tcb.congestion.cwnd += tcb.snd.mss;
        }
        if (seeds.bites("SEQ-10", synchronous && open && !seg.text().isEmpty())) {
            tcb.rcv.wnd -= Math.min(tcb.rcv.wnd, seg.text().length());
        }
        SequenceNumber next = tcb.rcv.nxt;
        long due = tcb.timers.expiry(Timeout.DELAYED_ACK);
        boolean owed = synchronous && due != Timers.NEVER && !tcb.ts.lastAckSent.equals(next);
        if (seeds.bites("ACK-07", owed)) {
            // The same ACK once more, the window of then included.
            int wnd = tcb.rcv.wnd;
            tcb.rcv.wnd += next.minus(tcb.ts.lastAckSent);
            tcb.rcv.nxt = tcb.ts.lastAckSent;
            super.unacceptable(tcb, seg);
            tcb.rcv.nxt = next;
            tcb.rcv.wnd = wnd;
            tcb.timers.start(Timeout.DELAYED_ACK, due);
        } else {
            super.unacceptable(tcb, seg);
        }
    }
}
