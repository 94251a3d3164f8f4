package org.tcpspec.steps.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.RtoClock;

/** Judges how much text the IUT has in flight: RFC 5681. What it may have is counted from the wire, not from time. */
public final class Flight {

    private static final int ROUNDS = 12;
    private static final int INITIAL_SEGMENTS = 10;
    private static final int INITIAL_OCTETS = 14_600;

    private final Scene scene;
    private final Judge judge;
    private final Ixit ixit;
    private final int mss;

    /** @param mss the MSS that the peer offers */
    public Flight(Scene scene, Judge judge, int mss) {
        this.scene = scene;
        this.judge = judge;
        this.ixit = scene.statement().ixit();
        this.mss = mss;
    }

    /** RFC 6928 section 2: what begins with no more is slow start. */
    private long initialWindow() {
        return Math.min((long) INITIAL_SEGMENTS * mss, Math.max(2L * mss, INITIAL_OCTETS));
    }

    /** Where the segments end that are in flight now, oldest first. */
    public List<SequenceNumber> ends(Conversation c) {
        List<SequenceNumber> ends = new ArrayList<>();
        for (Segment s : texts(c, 0)) {
            if (s.end().isAfter(c.shadow().sndUna()) && ends.stream().allMatch(s.end()::isAfter)) {
                ends.add(s.end());
            }
        }
        return ends;
    }

    /** The text segments of the IUT after the packet with number {@code after}. */
    private List<Segment> texts(Conversation c, long after) {
        return scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.number() > after && f.direction() == Direction.FROM_IUT)
                .map(f -> f.packet().segment().filter(c.ends()::matches))
                .flatMap(Optional::stream)
                .filter(s -> !s.text().isEmpty())
                .toList();
    }

    /** Lets the IUT send what it has to send now, and claims new text in order. */
    private void settle(Conversation c) {
        scene.pumpAll(judge.quiet());
        while (!c.unclaimed().isEmpty()) {
            Arrival arrival = c.unclaimed().poll();
            Segment s = arrival.segment();
            boolean next = !s.text().isEmpty()
                    && s.seq().isAtMost(arrival.before().sndNxt())
                    && s.end().isAfter(arrival.before().sndNxt());
            if (!next && arrival.explanation().isEmpty()) {
                throw Verdicts.unexpected(c, arrival, "new text");
            }
        }
    }

    /**
     * Brings {@code segments} full segments into flight at once, and no more text waits: the congestion window is at
     * least as large.
     *
     * @param send SENDs so many octets
     * @param acknowledge acknowledges each segment in flight
     */
    public void grow(Conversation c, int segments, IntConsumer send, Runnable acknowledge) {
        for (int round = 0; round < ROUNDS; round++) {
            send.accept(segments * mss);
            settle(c);
            if (octets(c) >= (long) segments * mss) {
                return;
            }
            while (!ends(c).isEmpty()) {
                acknowledge.run();
                settle(c);
            }
        }
        throw Verdicts.inconclusive("The IUT did not bring " + segments + " segments into flight at once.");
    }

    private static long octets(Conversation c) {
        return c.shadow().sndNxt().minus(c.shadow().sndUna());
    }

    /** The IUT sends, but it has at most {@code segments} full segments in flight. */
    public void atMost(Conversation c, int segments) {
        settle(c);
        if (octets(c) > (long) segments * mss) {
            throw Verdicts.fail(
                    "The IUT has " + octets(c) + " octets in flight, more than " + segments + " segments of " + mss
                            + ".",
                    scene.causePacket());
        }
        mustSend(c);
    }

    /** The IUT sends, and it has at least {@code segments} full segments in flight. */
    public void atLeast(Conversation c, int segments) {
        settle(c);
        mustSend(c);
        if (octets(c) < (long) segments * mss) {
            throw Verdicts.fail(
                    "The IUT has " + octets(c) + " octets in flight, fewer than " + segments + " segments of " + mss
                            + ".",
                    scene.causePacket());
        }
    }

    private void mustSend(Conversation c) {
        if (octets(c) == 0) {
            throw judge.silentIut("Expected text, but the IUT sent none.");
        }
    }

    /** After what happened last at most {@code segments} segments of text leave, new or old. */
    public void sendsAtMost(Conversation c, int segments) {
        settle(c);
        int sent = texts(c, scene.causePacket().orElse(0)).size();
        if (sent > segments) {
            throw Verdicts.fail("The IUT sent " + sent + " segments, more than " + segments + ".", scene.causePacket());
        }
    }

    /** Since the peer's latest segment new text left, and its first segment, no other, says that cwnd was reduced. */
    public void reduced(Conversation c) {
        settle(c);
        long latest = scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.direction() != Direction.FROM_IUT)
                .mapToLong(Observed.Frame::number)
                .max()
                .orElse(0);
        List<Segment> sent = texts(c, latest);
        if (sent.isEmpty()) {
            throw judge.silentIut("Expected new text, but the IUT sent none.");
        }
        for (Segment s : sent) {
            boolean due = s == sent.get(0);
            if (s.has(Flag.CWR) != due) {
                throw Verdicts.fail(
                        (due ? "The first segment of new text, " : "A segment after the first, ")
                                + c.figures().show(s, true)
                                + (due ? ", carries no CWR." : ", carries CWR again."),
                        scene.causePacket());
            }
        }
    }

    /** So far no new text left beyond the initial window and a segment for each ACK of something new (3.1). */
    public void withinSlowStart(Conversation c) {
        settle(c);
        long cwnd = initialWindow();
        Optional<SequenceNumber> una = Optional.empty();
        for (Observed o : scene.record()) {
            Optional<Segment> seen =
                    o instanceof Observed.Frame f ? f.packet().segment().filter(c.ends()::matches) : Optional.empty();
            if (seen.isEmpty()) {
                continue;
            }
            Segment s = seen.get();
            if (c.ends().isFromIut(s)) {
                una = s.has(Flag.SYN) ? Optional.of(s.seq().plus(1)) : una;
                if (una.isPresent() && s.end().minus(una.get()) > cwnd) {
                    throw Verdicts.fail(
                            "The IUT has " + s.end().minus(una.get()) + " octets in flight where slow start allows "
                                    + cwnd + ".",
                            OptionalLong.of(((Observed.Frame) o).number()));
                }
            } else if (s.has(Flag.ACK) && una.filter(s.ack()::isAfter).isPresent()) {
                cwnd += Math.min(mss, s.ack().minus(una.get()));
                una = Optional.of(s.ack());
            }
        }
        mustSend(c);
    }

    /** The oldest segment in flight comes again before the timer could have run out (3.2). */
    public void fastRetransmit(Conversation c) {
        SequenceNumber una = c.shadow().sndUna();
        RtoClock clock = RtoClock.of(scene.record(), c, ixit, Long.MAX_VALUE);
        long due = clock.due() - RtoClock.slack(ixit);
        if (scene.lastPacketNanos() > due - clock.rto() / 4) {
            throw Verdicts.inconclusive("The kit was late: the timer could have run out as well.");
        }
        judge.await(
                        c,
                        due,
                        a -> a.segment().seq().equals(una)
                                && !a.segment().text().isEmpty(),
                        a -> Verdicts.unexpected(c, a, "the oldest segment in flight again"))
                .orElseThrow(() -> judge.silentIut(
                        "Expected the oldest segment in flight again at once, but the IUT did not send it."));
    }

    /** The timer runs out: the oldest segment in flight comes again, and nothing besides (3.1: the loss window). */
    public void timeoutRetransmitsOne(Conversation c) {
        SequenceNumber una = c.shadow().sndUna();
        long mark = scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .mapToLong(o -> ((Observed.Frame) o).number())
                .max()
                .orElse(0);
        judge.expectRetransmission(c, una, "text");
        scene.pumpAll(judge.quiet());
        List<Segment> sent = texts(c, mark);
        Segment first = sent.get(0);
        boolean right =
                sent.size() == 1 && first.seq().equals(una) && first.text().length() <= mss;
        if (!right) {
            throw Verdicts.fail(
                    "The timer ran out, and the IUT sent " + sent.size() + " segments, the first "
                            + c.figures().show(first, true) + "; one was due, from SEQ="
                            + c.figures().iut(una) + ".",
                    scene.causePacket());
        }
    }
}
