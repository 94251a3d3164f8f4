package org.tcpspec.model;

import java.time.Duration;
import org.tcpspec.model.RetransmissionQueue.Sent;
import org.tcpspec.spi.wire.Segment;

/** Mistakes of the retransmission timer's owner: when it runs, and what it sends. */
class RetransmissionFaults extends WindowFaults {

    private static final long TICK = Duration.ofMillis(500).toNanos();

    private final Seeds seeds;

    RetransmissionFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void startRetransmissionTimer(Tcb tcb) {
        super.startRetransmissionTimer(tcb);
        long late = host.now() % TICK;
        if (seeds.bites("RTX-21", late > TICK / 10)) {
            tcb.timers.start(Timeout.RETRANSMISSION, tcb.timers.expiry(Timeout.RETRANSMISSION) - late);
        }
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        boolean text = isText(tcb.snd.retransmissions.front());
        super.retransmissionTimeout(tcb);
        RetransmissionQueue queue = tcb.snd.retransmissions;
        Sent front = queue.front();
        boolean more = text && front.end().isBefore(tcb.snd.nxt);
        if (seeds.bites("RTX-03", more)) {
            queue.sentBy(host.now(), tcb.snd.nxt).forEach(sent -> host.output().text(tcb, sent, false));
        }
    }

    private static boolean isText(Sent sent) {
        return !sent.syn() && !sent.probe();
    }

    @Override
    void sampleRoundTrip(Tcb tcb, Segment seg) {
        RetransmissionQueue queue = tcb.snd.retransmissions;
        boolean ambiguous = !tcb.ts.ok
                && !queue.isEmpty()
                && queue.front().again()
                && isText(queue.front())
                && queue.front().end().isAtMost(seg.ack());
        long sentAt = ambiguous ? queue.front().at() : host.now();
        super.sampleRoundTrip(tcb, seg);
        if (seeds.bites("RTX-11", ambiguous)) {
            tcb.rto.sample(host.now() - sentAt, 1);
        }
    }

    @Override
    void acknowledged(Tcb tcb, Segment seg) {
        long expiry = tcb.timers.expiry(Timeout.RETRANSMISSION);
        super.acknowledged(tcb, seg);
        boolean restarted = tcb.timers.isRunning(Timeout.RETRANSMISSION) && expiry != Timers.NEVER;
        if (seeds.bites("RTX-X2", restarted && tcb.timers.expiry(Timeout.RETRANSMISSION) > expiry)) {
            tcb.timers.start(Timeout.RETRANSMISSION, Math.max(host.now(), expiry));
        }
    }
}
