package org.tcpspec.model;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes of SEGMENT ARRIVES on RST, on SYN in a synchronized state, and on what RFC 5961 challenges. */
class ResetFaults extends ClosingFaults {

    private static final long HALF_A_SECOND = 500_000_000L;

    private final Seeds seeds;
    /** When text from outside the window was last acknowledged. */
    private final Map<Tcb, Long> acknowledgedOld = new WeakHashMap<>();

    ResetFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void synSentState(Tcb tcb, Segment seg) {
        SequenceNumber ack = seg.ack();
        boolean rst = seg.has(Flag.RST);
        boolean rstAck = rst && seg.has(Flag.ACK);
        boolean covered = rstAck && ack.isAfter(tcb.snd.iss) && ack.isAtMost(tcb.snd.nxt);
        boolean atIss = rstAck && ack.equals(tcb.snd.iss);
        if (rstAck && seeds.bites("RST-10", atIss || covered)) {
            if (atIss) {
                super.synSentState(tcb, seg.withAck(tcb.snd.nxt));
            }
        } else if (seeds.bites("RST-11", rst && !covered) || seeds.bites("RST-X1", rst && !rstAck)) {
            reset(tcb);
        } else if (!seeds.bites("RST-12", covered)) {
            super.synSentState(tcb, seg);
        }
    }

    @Override
    boolean firstCheckSequenceNumber(Tcb tcb, Segment seg) {
        boolean outside = seg.has(Flag.RST) && !isAcceptable(tcb, seg);
        if (seeds.bites("RST-02", outside && tcb.state.isSynchronized())) {
            reset(tcb);
            return false;
        }
        if (seeds.bites("RST-05", outside)) {
            host.output().ack(tcb);
            return false;
        }
        return super.firstCheckSequenceNumber(tcb, seg);
    }

    @Override
    boolean isAcceptable(Tcb tcb, Segment seg) {
        boolean acceptable = super.isAcceptable(tcb, seg);
        if (!seg.has(Flag.RST)) {
            return acceptable;
        }
        if (seeds.bites("RST-13", acceptable && tcb.rcv.wnd == 0)
                || seeds.bites("RST-X2", acceptable && seg.textStart().equals(tcb.rcv.nxt) && hasText(seg))) {
            return false;
        }
        if (seeds.bites("RST-X3", !acceptable && tcb.rcv.wnd > 0 && seg.seq().equals(tcb.rcv.rightEdge()))) {
            return true;
        }
        return acceptable != (tcb.rcv.wnd > 0
                && seeds.bites("RST-07", acceptable != isBetween(tcb.rcv.nxt, seg.seq(), tcb.rcv.rightEdge())));
    }

    private static boolean hasText(Segment seg) {
        return !seg.text().isEmpty();
    }

    /** As plain numbers. */
    private static boolean isBetween(SequenceNumber from, SequenceNumber number, SequenceNumber to) {
        return from.unsigned() <= number.unsigned() && number.unsigned() < to.unsigned();
    }

    @Override
    void secondCheckRst(Tcb tcb, Segment seg) {
        boolean exact = seg.seq().equals(tcb.rcv.nxt);
        boolean ack = seg.has(Flag.ACK);
        if (seeds.bites("RST-03", exact && tcb.state == State.ESTABLISHED)
                || seeds.bites("RST-08", exact && !ack && tcb.state == State.ESTABLISHED)
                || seeds.bites("RST-X4", exact && !ack && tcb.state == State.SYN_RECEIVED && tcb.wasPassive())
                || seeds.bites("RST-X5", exact && (tcb.state == State.CLOSING || tcb.state == State.LAST_ACK))) {
            return;
        }
        if (exact && hasText(seg) && seeds.bites("RST-09", tcb.state == State.ESTABLISHED)) {
            host.receiver().acceptText(tcb, seg);
            tcb.rcv.ackNow = true;
            return;
        }
        super.secondCheckRst(tcb, seg);
    }

    @Override
    boolean isChallenged(Tcb tcb, Segment rst) {
        return super.isChallenged(tcb, rst)
                && !seeds.bites("RST-01", tcb.state == State.ESTABLISHED)
                && !seeds.bites("RST-X6", tcb.state.isSynchronized() && tcb.state != State.ESTABLISHED)
                && !seeds.bites("RST-X7", tcb.state == State.SYN_RECEIVED);
    }

    @Override
    void reset(Tcb tcb) {
        if (seeds.bites("RST-X8", tcb.known)) {
            host.connections().delete(tcb);
        } else {
            super.reset(tcb);
        }
    }

    @Override
    boolean fourthCheckSyn(Tcb tcb, Segment seg) {
        boolean challenged = host.profile().has(Option.RFC5961_SYN) && tcb.state.isSynchronized();
        boolean established = challenged && tcb.state == State.ESTABLISHED;
        if (seeds.bites("RST-14", established)) {
            host.output().refuse(seg);
            reset(tcb);
            return true;
        }
        if (seeds.bites("RST-15", challenged)) {
            return true;
        }
        if (hasText(seg) && seeds.bites("RST-16", established && seg.seq().equals(tcb.rcv.nxt))) {
            tcb.rcv.nxt = seg.textStart();
            host.receiver().acceptText(tcb, seg);
            tcb.rcv.ackNow = true;
            return true;
        }
        if (seeds.bites("RST-X9", challenged && seg.has(Flag.ACK))) {
            challenge(tcb);
            return false;
        }
        return super.fourthCheckSyn(tcb, seg);
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        boolean syn = seg.has(Flag.SYN) && tcb.state.isSynchronized();
        if (seeds.bites("RST-X10", syn && tcb.state == State.ESTABLISHED)) {
            host.output().refuse(seg);
            reset(tcb);
        } else if (!seeds.bites("RST-15", syn && host.profile().has(Option.RFC5961_SYN))
                && !seeds.bites("RST-19", hasText(seg) && acknowledgedOldText(tcb))) {
            super.unacceptable(tcb, seg);
        }
        if (hasText(seg)) {
            acknowledgedOld.put(tcb, host.now());
        }
    }

    private boolean acknowledgedOldText(Tcb tcb) {
        return acknowledgedOld.containsKey(tcb) && host.now() - acknowledgedOld.get(tcb) < HALF_A_SECOND;
    }

    @Override
    boolean mayChallenge(Tcb tcb) {
        return super.mayChallenge(tcb) || seeds.bites("RST-18");
    }
}
