package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.Shadow;

/** Judges the IUT's stream where it is free to cut it into segments as it likes. */
public final class Flow {

    /** The override timeout of 3.8.6.2.1 is one second at most. */
    private static final Duration OVERRIDE = Duration.ofSeconds(1);

    private static final Duration LEAST_OVERRIDE = Duration.ofMillis(100);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final Scene scene;
    private final Judge judge;

    public Flow(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
    }

    /** All octets that SEND took and that have not left yet now leave in order, and {@code fin} right behind them. */
    public void expectRest(Conversation c, boolean fin) {
        SequenceNumber end = endOfText(c);
        expect(c, fin ? end.plus(1) : end, fin, fin ? "the rest of the text and FIN" : "the rest of the text");
    }

    /** Text leaves as far as the window of the peer goes, and nothing beyond it. */
    public void expectUpToEdge(Conversation c) {
        SequenceNumber edge = c.shadow().sndUna().plus(c.shadow().sndWnd());
        SequenceNumber end = endOfText(c);
        expect(c, edge.isBefore(end) ? edge : end, false, "text up to the edge of the window");
    }

    /** The next {@code octets} of the text leave, in any number of segments; what follows them is not looked at. */
    public void expectOctets(Conversation c, int octets) {
        expect(c, nextClaim(c).plus(octets), false, octets + " octets of text");
    }

    /** Where the stream stands that no Then has claimed yet. */
    private static SequenceNumber nextClaim(Conversation c) {
        return c.unclaimed().isEmpty()
                ? c.shadow().sndNxt()
                : c.unclaimed().peek().before().sndNxt();
    }

    /** {@code octets} of text leave, but only when the override timeout of 3.8.6.2.1 is over. */
    public void expectOverride(Conversation c, int octets) {
        long from = scene.causeNanos();
        SequenceNumber end = nextClaim(c).plus(octets);
        long deadline = scene.bench().clock().in(judge.patience().plus(OVERRIDE));
        Arrival arrival = judge.await(
                        c,
                        deadline,
                        a -> continues(a, end, false) && a.segment().end().equals(end),
                        a -> Verdicts.unexpected(c, a, octets + " octets of text after the override timeout"))
                .orElseThrow(() -> judge.silentIut(
                        "Expected " + octets + " octets of text after the override timeout, but none came."));
        long waited = arrival.frame().nanos() - from;
        long tick = scene.statement().ixit().tick().toNanos();
        if (waited + tick < LEAST_OVERRIDE.toNanos()) {
            throw Verdicts.fail(
                    String.format(Locale.ROOT, "The text came after %.3f s: it was not held back.", waited / 1e9),
                    OptionalLong.of(arrival.frame().number()));
        }
    }

    /** All that SEND took leaves in order, however often {@code acknowledge} must be called for that. */
    public void expectAll(Conversation c, Runnable acknowledge) {
        SequenceNumber end = endOfText(c);
        acknowledge.run();
        while (c.shadow().sndUna().isBefore(end)) {
            takeMore(c, end, false);
            acknowledge.run();
        }
    }

    /**
     * What is left of the text, and the FIN behind it, leave in order, however often {@code acknowledge} must be called
     * for that: nothing forbids a FIN to wait for the congestion window.
     */
    public void expectRestAndFin(Conversation c, Runnable acknowledge) {
        SequenceNumber end = endOfText(c).plus(1);
        takeMore(c, end, true);
        while (c.shadow().sndNxt().isBefore(end)) {
            acknowledge.run();
            takeMore(c, end, true);
        }
    }

    /** Something more of the stream leaves, nothing beyond {@code end}. */
    private void takeMore(Conversation c, SequenceNumber end, boolean fin) {
        String what = fin ? "the rest of the text and FIN" : "the rest of the text";
        SequenceNumber before = c.shadow().sndNxt();
        long deadline = scene.bench().clock().in(judge.patience().plus(OVERRIDE));
        boolean more = true;
        while (more && c.unclaimed().isEmpty()) {
            more = scene.pump(deadline);
        }
        while (!c.unclaimed().isEmpty()) {
            Arrival arrival = c.unclaimed().poll();
            if (!continues(arrival, end, fin) && arrival.explanation().isEmpty()) {
                throw Verdicts.unexpected(c, arrival, what);
            }
        }
        if (!more && before.equals(c.shadow().sndNxt())) {
            throw judge.silentIut("Expected " + what + ", but the IUT stopped at SEQ="
                    + c.figures().iut(c.shadow().sndNxt()) + ".");
        }
    }

    /** The oldest text is retransmitted, no more of it than the window takes (SHLD-16, without MAY-7). */
    public void expectRetransmissionInWindow(Conversation c) {
        SequenceNumber una = c.shadow().sndUna();
        SequenceNumber edge = una.plus(c.shadow().sndWnd());
        Arrival arrival = judge.expectRetransmission(c, una, "text");
        if (arrival.segment().end().isAfter(edge)) {
            throw Verdicts.fail(
                    "The retransmission " + c.figures().show(arrival.segment(), true)
                            + " reaches beyond the edge of the window, "
                            + c.figures().iut(edge) + ".",
                    OptionalLong.of(arrival.frame().number()));
        }
    }

    /** The segment that carried the last octet of what SEND took had PSH set (3.9.1.2, MUST-61). */
    public void expectPush(Conversation c) {
        SequenceNumber end = endOfText(c);
        Observed.Frame last = scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.packet()
                        .segment()
                        .filter(s -> carries(c, s, end.minus(1)))
                        .isPresent())
                .reduce((a, b) -> b)
                .orElseThrow(() -> judge.silentIut("The last octet of the text was never sent."));
        if (!last.packet().segment().orElseThrow().has(Flag.PSH)) {
            throw Verdicts.fail("The last of the text was sent without PSH.", OptionalLong.of(last.number()));
        }
    }

    private static boolean carries(Conversation c, Segment segment, SequenceNumber number) {
        return c.ends().isFromIut(segment)
                && number.isWithin(segment.textStart(), segment.text().length());
    }

    /** The IUT's next segment is {@code expected}, less than half a second after what led to it (MUST-40). */
    public void expectWithinHalfASecond(Conversation c, Expected expected) {
        expectWithin(c, expected, HALF_A_SECOND);
    }

    /** What {@code expected} says has come before a delayed ACK was due. An IUT that delays none is never late. */
    public void expectWithoutDelay(Conversation c, Expected expected) {
        Duration delay = scene.statement().ixit().delayedAck();
        expectWithin(c, expected, delay.isZero() ? HALF_A_SECOND : delay);
    }

    private void expectWithin(Conversation c, Expected expected, Duration limit) {
        long from = scene.causeNanos();
        Arrival arrival = judge.expect(c, expected);
        long waited = arrival.frame().nanos() - from;
        if (waited >= limit.toNanos()) {
            throw Verdicts.fail(
                    String.format(Locale.ROOT, "The answer came after %.3f s.", waited / 1e9),
                    OptionalLong.of(arrival.frame().number()));
        }
    }

    private SequenceNumber endOfText(Conversation c) {
        SequenceNumber iss = c.shadow()
                .iss()
                .orElseThrow(() -> Verdicts.inconclusive("The IUT has not sent a SYN, so there is no stream."));
        return iss.plus(1 + scene.view(c).sentOctets());
    }

    private void expect(Conversation c, SequenceNumber target, boolean fin, String what) {
        long deadline = scene.bench().clock().in(judge.patience().plus(OVERRIDE));
        boolean more = true;
        while (more) {
            while (!c.unclaimed().isEmpty()) {
                Arrival arrival = c.unclaimed().poll();
                if (!continues(arrival, target, fin) && arrival.explanation().isEmpty()) {
                    throw Verdicts.unexpected(c, arrival, what);
                }
            }
            if (c.shadow().sndNxt().isAtLeast(target)) {
                return;
            }
            more = scene.pump(deadline);
        }
        if (mayHoldBack(c)) {
            return;
        }
        throw judge.silentIut("Expected " + what + ", but the IUT stopped at SEQ="
                + c.figures().iut(c.shadow().sndNxt()) + ".");
    }

    /**
     * An IUT that sends no segment of more than half the largest window may keep back what would be a small one: less
     * of the window is left than that half, and more text waits than fits (3.8.6.2.1, rules 1 to 3).
     */
    private boolean mayHoldBack(Conversation c) {
        SequenceNumber nxt = c.shadow().sndNxt();
        int half = c.shadow().maxSndWnd() / 2;
        int usable = c.shadow().sndUna().plus(c.shadow().sndWnd()).minus(nxt);
        List<Integer> lengths = scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .flatMap(f -> f.packet().segment().stream())
                .filter(s -> c.ends().isFromIut(s) && !s.text().isEmpty())
                .map(s -> s.text().length())
                .toList();
        return usable > 0
                && usable < half
                && endOfText(c).minus(nxt) > usable
                && !lengths.isEmpty()
                && lengths.stream().allMatch(length -> length <= half);
    }

    /** The segment brings new octets in order, none beyond {@code target}, and a FIN only as the last number. */
    private static boolean continues(Arrival arrival, SequenceNumber target, boolean fin) {
        Segment segment = arrival.segment();
        // Where URG belongs is for the background checker and for Urgency to say.
        Flags control = segment.flags().control().without(Flag.URG);
        boolean flagsRight = control.equals(Flags.of(Flag.ACK))
                || fin
                        && control.equals(Flags.of(Flag.FIN, Flag.ACK))
                        && segment.end().equals(target);
        return flagsRight
                && segment.ack().equals(arrival.before().rcvNxt())
                && startsRight(arrival)
                && segment.end().isAfter(arrival.before().sndNxt())
                && segment.end().isAtMost(target);
    }

    /** At SND.NXT; or at SND.UNA, where a probe or what is lost is packaged anew with what follows it. */
    private static boolean startsRight(Arrival arrival) {
        SequenceNumber seq = arrival.segment().seq();
        return seq.equals(arrival.before().sndNxt())
                || seq.equals(arrival.before().sndUna());
    }

    /** A probe of the peer's zero window leaves (3.8.6.1). */
    public void expectProbe(Conversation c) {
        long deadline =
                scene.bench().clock().in(scene.statement().ixit().rtoMax().plus(judge.patience()));
        Predicate<Arrival> probe = a ->
                a.explanation().filter(e -> e != Explanation.NEW_ACKNOWLEDGMENT).isPresent()
                        && c.shadow().sndWnd() == 0;
        judge.await(c, deadline, probe, a -> Verdicts.unexpected(c, a, "a probe of the zero window"))
                .orElseThrow(() -> judge.silentIut("Expected a probe of the zero window, but the IUT sent none."));
    }

    /** A connection reopened from TIME-WAIT starts above all numbers of the one before (3.6.1). */
    public void expectLargerIss(Conversation c) {
        Shadow former = c.formerIncarnation()
                .orElseThrow(() -> Verdicts.inconclusive("No SYN has reopened the connection from TIME-WAIT."));
        SequenceNumber iss = c.shadow()
                .iss()
                .orElseThrow(() -> Verdicts.inconclusive("The IUT has sent no SYN of the new connection."));
        if (iss.isBefore(former.sndNxt())) {
            throw Verdicts.fail(
                    "The new ISS lies " + former.sndNxt().minus(iss) + " below the old SND.NXT.", scene.causePacket());
        }
    }
}
