package org.tcpspec.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.tcpspec.model.RetransmissionQueue.Sent;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in what is sent, and sent again. */
class SegmentSiblingFaults extends SendingGapFaults {

    private static final long HALF_A_SECOND = 500_000_000L;
    private static final long A_MINUTE = 60_000_000_000L;

    private final Seeds seeds;
    private final Map<Tcb, Deque<SequenceNumber>> sends = new IdentityHashMap<>();

    SegmentSiblingFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void send(Tcb tcb) {
        SequenceNumber end = tcb.snd.nxt.plus(tcb.snd.unsent.length());
        Deque<SequenceNumber> ends = sends.computeIfAbsent(tcb, t -> new ArrayDeque<>());
        if (ends.isEmpty() || end.isAfter(ends.getLast())) {
            ends.add(end);
        }
        super.send(tcb);
    }

    /** Where the text of the SEND ends whose octets are next. */
    private int leftOfSend(Tcb tcb) {
        Deque<SequenceNumber> ends = sends.getOrDefault(tcb, new ArrayDeque<>());
        return ends.stream().filter(tcb.snd.nxt::isBefore).findFirst().map(e -> e.minus(tcb.snd.nxt)).orElse(Integer.MAX_VALUE);
    }

    @Override
    int longest(Tcb tcb) {
        int right = super.longest(tcb);
        int left = leftOfSend(tcb);
        boolean merges = left < Math.min(right, tcb.snd.unsent.length());
        return seeds.bites("SIB-SEND-EACH", merges) ? left : right;
    }

    @Override
    void persistTimeout(Tcb tcb) {
        boolean probes = tcb.snd.usableWindow() <= 0 && tcb.snd.unsent.length() > 1;
        if (seeds.bites("SIB-PROBE-LONG", probes)) {
            tcb.snd.probes++;
            transmit(tcb, tcb.snd.mss, true);
        } else {
            super.persistTimeout(tcb);
        }
    }

    @Override
    void schedulePersist(Tcb tcb) {
        super.schedulePersist(tcb);
        boolean closing = tcb.state == State.FIN_WAIT_1 && tcb.timers.isRunning(Timeout.PERSIST);
        if (seeds.bites("SIB-PROBE-CLOSED", closing && tcb.snd.usableWindow() <= 0)) {
            tcb.timers.stop(Timeout.PERSIST);
        }
    }

    @Override
    void retransmitText(Tcb tcb, Sent front) {
        if (seeds.bites("SIB-FIN-ALONE", front.fin() && !front.text().isEmpty())) {
            SequenceNumber fin = front.end().minus(1);
            super.retransmitText(tcb, new Sent(fin, false, Bytes.EMPTY, true, front.probe(), front.at(), true));
        } else {
            super.retransmitText(tcb, front);
        }
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        boolean doubled = !tcb.snd.retransmissions.front().probe();
        boolean several = doubled
                && !tcb.snd.retransmissions.front().syn()
                && tcb.snd.retransmissions.front().end().isBefore(tcb.snd.nxt);
        if (seeds.bites("SIB-LATEST", several)) {
            SequenceNumber last = tcb.snd.nxt.minus(1);
            Bytes text = tcb.snd.finSent ? Bytes.EMPTY : lastOctet(tcb);
            host.output().text(tcb, new Sent(last, false, text, tcb.snd.finSent, false, host.now(), true), false);
            tcb.rto.backOff();
            startRetransmissionTimer(tcb);
            return;
        }
        long undoubled = tcb.rto.rto();
        super.retransmissionTimeout(tcb);
        if (doubled && tcb.rto.rto() > undoubled && seeds.bites("SIB-REARM")) {
            tcb.timers.start(Timeout.RETRANSMISSION, host.now() + undoubled);
        }
    }

    /** Of the segment that was sent last. */
    private static Bytes lastOctet(Tcb tcb) {
        Sent[] last = {tcb.snd.retransmissions.front()};
        tcb.snd.retransmissions.sentBy(Long.MAX_VALUE, tcb.snd.nxt).forEach(sent -> last[0] = sent);
        return last[0].text().from(last[0].text().length() - 1);
    }

    @Override
    void acknowledged(Tcb tcb, Segment seg) {
        super.acknowledged(tcb, seg);
        boolean more = tcb.timers.isRunning(Timeout.RETRANSMISSION) && tcb.state.isSynchronized();
        if (seeds.bites("SIB-RESTART-EARLY", more)) {
            tcb.timers.start(Timeout.RETRANSMISSION, host.now() + tcb.rto.rto() - HALF_A_SECOND);
        }
        if (seeds.bites("SIB-R2-PARTIAL", more)) {
            tcb.timers.stop(Timeout.USER);
        }
    }

    @Override
    void alive(Tcb tcb) {
        boolean text = tcb.snd.wnd == 0
                && !tcb.snd.retransmissions.isEmpty()
                && !tcb.snd.retransmissions.front().probe();
        if (!seeds.bites("SIB-SHRUNK-DEAD", text)) {
            super.alive(tcb);
        }
    }

    @Override
    void startUserTimer(Tcb tcb) {
        super.startUserTimer(tcb);
        if (seeds.bites("SIB-R2-SHORT", !tcb.snd.retransmissions.front().syn() && tcb.userTimeout.isEmpty())) {
            tcb.timers.start(Timeout.USER, host.now() + A_MINUTE);
        }
    }

    @Override
    int announcedMss(Tcb tcb, Segment syn) {
        return seeds.bites("SIB-MSS-ACTIVE", tcb.state == State.SYN_SENT)
                ? host.output().localMss(tcb.local)
                : super.announcedMss(tcb, syn);
    }
}
