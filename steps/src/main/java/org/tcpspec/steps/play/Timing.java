package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.RtoClock;

/**
 * Judges when the IUT sends again. Too early is measured with two ticks of tolerance. The RFCs set no bound above: RFC
 * 6298 section 1 lets a TCP be more careful. But where the ICS denies that, what takes more than twice as long does not go
 * by the time that they name.
 */
public final class Timing {

    private static final String CONSERVATIVE = "conservative-rto";

    private final Scene scene;
    private final Judge judge;
    private final Ixit ixit;
    private final boolean mayBeConservative;

    public Timing(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
        this.ixit = scene.statement().ixit();
        this.mayBeConservative = scene.statement().support(CONSERVATIVE) != Support.DENIED;
    }

    /** The number {@code at} is sent again when the timer of RFC 6298 section 5 runs out. */
    public void retransmissionAfterRto(Conversation c, SequenceNumber at, String what) {
        Arrival arrival = judge.expectRetransmission(c, at, what);
        RtoClock clock = RtoClock.of(scene.record(), c, ixit, arrival.frame().number());
        long started = clock.due() - clock.rto();
        long waited = arrival.frame().nanos() - started;
        within("The " + what, "the timer was started", arrival, waited, waited, clock.rto());
    }

    /** The number {@code at} is sent again, and not before {@code least} has passed since it was sent last. */
    public void retransmissionNotBefore(Conversation c, SequenceNumber at, String what, Duration least) {
        Arrival arrival = judge.expectRetransmission(c, at, what);
        List<Long> sent = c.explainer().timesSent(at);
        long waited = sent.get(sent.size() - 1) - sent.get(sent.size() - 2);
        if (waited < least.toNanos() - RtoClock.slack(ixit)) {
            throw fail(
                    arrival,
                    String.format(
                            Locale.ROOT,
                            "The IUT waited only %.3f s before it sent its %s again, instead of %.3f s at least.",
                            waited / 1e9,
                            what,
                            least.toNanos() / 1e9));
        }
    }

    /** Neither {@code most} may be less than {@code time}, nor {@code least} more than twice as much. */
    private void within(String what, String since, Arrival arrival, long most, long least, long time) {
        boolean early = most < time - RtoClock.slack(ixit);
        boolean late = !mayBeConservative && least > 2 * time + RtoClock.slack(ixit);
        if (early || late) {
            throw fail(
                    arrival,
                    String.format(
                            Locale.ROOT,
                            "%s came %.3f s after %s, %s RTO of %.3f s.",
                            what,
                            most / 1e9,
                            since,
                            early ? "before the" : "more than twice the",
                            time / 1e9));
        }
    }

    private static Stopped.Failure fail(Arrival arrival, String reason) {
        return Verdicts.fail(reason, OptionalLong.of(arrival.frame().number()));
    }

    // ---- probes of a zero window (3.8.6.1)

    /** The IUT's next probe of the zero window. */
    public Arrival probe(Conversation c) {
        long deadline = scene.bench().clock().in(ixit.rtoMax().plus(judge.patience()));
        Predicate<Arrival> probe = a -> isProbe(c, a);
        return judge.await(c, deadline, probe, a -> Verdicts.unexpected(c, a, "a probe of the zero window"))
                .orElseThrow(() -> judge.silentIut("Expected a probe of the zero window, but the IUT sent none."));
    }

    private static boolean isProbe(Conversation c, Arrival arrival) {
        return c.shadow().sndWnd() == 0
                && arrival.explanation()
                        .filter(e -> e == Explanation.ZERO_WINDOW_PROBE || e == Explanation.RETRANSMISSION)
                        .isPresent();
    }

    /** The first probe leaves when the window has been closed for RTO (SHLD-29). */
    public void firstProbeAfterRto(Conversation c) {
        long closed = closedAt(c);
        long rto = RtoClock.of(scene.record(), c, ixit, Long.MAX_VALUE).rto();
        Arrival probe = probe(c);
        long waited = probe.frame().nanos() - closed;
        long asked = probe.frame().nanos() - Math.max(closed, lastCall());
        within("The first probe", "the window closed", probe, waited, asked, rto);
    }

    /** When the user's last call returned: what it asks for may wait from then on. */
    private long lastCall() {
        return scene.record().stream()
                .filter(Observed.Call.class::isInstance)
                .mapToLong(o -> ((Observed.Call) o).nanos())
                .max()
                .orElse(0);
    }

    private long closedAt(Conversation c) {
        long closed = 0;
        boolean open = true;
        for (Observed o : scene.record()) {
            if (o instanceof Observed.Frame frame && frame.direction() == Direction.FROM_PEER) {
                int window = frame.packet()
                        .segment()
                        .filter(c.ends()::matches)
                        .map(Segment::window)
                        .orElse(1);
                closed = open && window == 0 ? frame.nanos() : closed;
                open = window > 0;
            }
        }
        return closed;
    }

    /**
     * So many more probes leave, each wait half as long again as the one before at least, or as the greatest RTO
     * (SHLD-30). A wait may begin with a probe or with the answer to it: the reading that favours the IUT counts. The
     * tolerance of two ticks is given once, not to each wait anew: waits that never grow are no backoff.
     *
     * @param answer what the peer does after each of them
     */
    public void probesBackOff(Conversation c, int times, Runnable answer) {
        long before = 0;
        long probed = 0;
        long answered = 0;
        for (int i = 0; i < times; i++) {
            Arrival probe = probe(c);
            long now = probe.frame().nanos();
            long least = Math.min(before * 3 / 2, ixit.rtoMax().toNanos() * 19 / 20) - RtoClock.slack(ixit);
            if (i > 1 && now - probed < least) {
                throw fail(
                        probe,
                        String.format(
                                Locale.ROOT,
                                "The IUT waited %.3f s before it probed again, after %.3f s the time before.",
                                (now - probed) / 1e9,
                                before / 1e9));
            }
            before = Math.max(now - Math.max(probed, answered), i > 1 ? before * 3 / 2 : 0);
            answer.run();
            probed = now;
            answered = scene.lastPacketNanos();
        }
    }

    /** Until {@code deadline} each probe is answered. */
    public void answerProbes(Conversation c, long deadline, Runnable answer) {
        boolean more = true;
        while (more) {
            Predicate<Arrival> probe = a -> isProbe(c, a);
            more = judge.await(c, deadline, probe, a -> Verdicts.unexpected(c, a, "a probe of the zero window"))
                    .isPresent();
            if (more) {
                answer.run();
            }
        }
    }
}
