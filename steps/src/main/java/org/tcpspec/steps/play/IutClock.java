package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Conversation;

/** Judges the timestamp clock of the IUT by all TSvals that one connection has shown (RFC 7323 sections 4.1, 5.4, 7). */
public final class IutClock {

    /** A clock may tick as seldom as this (5.4), so over less no tick need be seen. */
    private static final long SLOWEST_TICK = Duration.ofSeconds(1).toNanos();

    private static final double FASTEST_TICKS_PER_SECOND = 1000;
    private static final double SLACK = 0.05;
    private static final int SLACK_TICKS = 2;
    private static final int LEAST_SAMPLES = 3;
    /** Two clocks that are less apart than this are taken for one. */
    private static final int UNRELATED = 100_000;

    private final Scene scene;

    /** A TSval, counted from the first one, with the time and number of its packet. */
    private record Sample(long nanos, long ticks, long packet) {
        double secondsSince(Sample earlier) {
            return (nanos - earlier.nanos) / 1e9;
        }
    }

    public IutClock(Scene scene) {
        this.scene = scene;
    }

    private List<Segment> segments(Conversation c) {
        return frames(c).stream().map(f -> f.packet().segment().orElseThrow()).toList();
    }

    private List<Observed.Frame> frames(Conversation c) {
        return scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.direction() == Direction.FROM_IUT)
                .filter(f -> f.packet()
                        .segment()
                        .filter(s -> c.ends().isFromIut(s) && !s.has(Flag.RST))
                        .flatMap(s -> s.option(TcpOption.Timestamps.class))
                        .isPresent())
                .toList();
    }

    private List<Sample> samples(Conversation c) {
        List<Sample> samples = new ArrayList<>();
        SequenceNumber last = SequenceNumber.ZERO;
        long ticks = 0;
        for (Observed.Frame frame : frames(c)) {
            SequenceNumber tsval = tsval(frame.packet().segment().orElseThrow());
            ticks += samples.isEmpty() ? 0 : tsval.minus(last);
            last = tsval;
            samples.add(new Sample(frame.nanos(), ticks, frame.number()));
        }
        return samples;
    }

    private static SequenceNumber tsval(Segment segment) {
        return SequenceNumber.of(
                segment.option(TcpOption.Timestamps.class).orElseThrow().value());
    }

    /** Within each second at least one tick, for as long as the connection has been watched. */
    public void hasMovedOn(Conversation c) {
        List<Sample> samples = enough(samples(c), 2);
        Sample last = samples.get(samples.size() - 1);
        Sample before = samples.stream()
                .filter(s -> last.nanos() - s.nanos() >= SLOWEST_TICK)
                .reduce((a, b) -> b)
                .orElseThrow(() -> Verdicts.inconclusive("All timestamps came within one second."));
        if (last.ticks() <= before.ticks()) {
            throw fail("In more than a second the IUT's timestamp clock has not moved on.", last);
        }
    }

    /** The same rate between all samples that lie a second apart: about proportional to real time (4.1). */
    public void isProportional(Conversation c) {
        List<Sample> samples = enough(samples(c), LEAST_SAMPLES);
        double rate = rate(samples);
        Sample before = samples.get(0);
        for (Sample s : samples) {
            if (s.nanos() - before.nanos() < SLOWEST_TICK / 2) {
                continue;
            }
            double due = rate * s.secondsSince(before);
            long seen = s.ticks() - before.ticks();
            if (Math.abs(seen - due) > due * SLACK + SLACK_TICKS) {
                throw fail(
                        String.format(
                                Locale.ROOT,
                                "In %.3f s the IUT's timestamp clock ticked %d times; at its own rate over all it"
                                        + " would have ticked %.0f times.",
                                s.secondsSince(before),
                                seen,
                                due),
                        s);
            }
            before = s;
        }
    }

    /** A tick takes between a millisecond and a second (5.4). */
    public void ticksInRange(Conversation c) {
        List<Sample> samples = enough(samples(c), 2);
        double seconds = span(samples);
        Sample last = samples.get(samples.size() - 1);
        double most = seconds * FASTEST_TICKS_PER_SECOND * (1 + SLACK) + SLACK_TICKS;
        if (last.ticks() < Math.floor(seconds * (1 - SLACK)) || last.ticks() > most) {
            throw fail(
                    String.format(
                            Locale.ROOT,
                            "In %.3f s the IUT's timestamp clock ticked %d times; a tick should take between 1 ms and"
                                    + " 1 s.",
                            seconds,
                            last.ticks()),
                    last);
        }
    }

    /** 2^32 ticks take longer than one MSL (5.4). */
    public void outlastsMsl(Conversation c) {
        List<Sample> samples = enough(samples(c), 2);
        double wrap = 0x1p32 / Math.max(rate(samples), Double.MIN_NORMAL);
        double msl = scene.statement().ixit().msl().toNanos() / 1e9;
        if (wrap <= msl) {
            throw fail(
                    String.format(
                            Locale.ROOT,
                            "The IUT's timestamp clock wraps in %.1f s, and the MSL is %.1f s.",
                            wrap,
                            msl),
                    samples.get(samples.size() - 1));
        }
    }

    /** The clocks of two connections do not show about the same (7). */
    public void areUnrelated(Conversation one, Conversation other) {
        Segment a = last(one);
        Segment b = last(other);
        if (Math.abs((long) tsval(a).minus(tsval(b))) < UNRELATED) {
            throw Verdicts.fail(
                    "The timestamps of two connections differ by " + tsval(a).minus(tsval(b))
                            + " only: they have no offset of their own.",
                    scene.causePacket());
        }
    }

    /** All segments but SYNs have the layout NOP, NOP, timestamps (appendix A). */
    public void isLaidOut(Conversation c) {
        for (Observed.Frame frame : frames(c)) {
            Segment segment = frame.packet().segment().orElseThrow();
            List<Integer> kinds =
                    segment.options().stream().map(TcpOption::kind).limit(3).toList();
            List<Integer> due =
                    List.of(TcpOption.KIND_NO_OPERATION, TcpOption.KIND_NO_OPERATION, TcpOption.KIND_TIMESTAMPS);
            if (!segment.has(Flag.SYN) && !kinds.equals(due)) {
                throw Verdicts.fail(
                        "The options begin with the kinds " + kinds + ", not with NOP, NOP, timestamps.",
                        OptionalLong.of(frame.number()));
            }
        }
    }

    private Segment last(Conversation c) {
        List<Segment> all = segments(c);
        if (all.isEmpty()) {
            throw Verdicts.inconclusive("The IUT has sent no timestamp on one of the connections.");
        }
        return all.get(all.size() - 1);
    }

    private static List<Sample> enough(List<Sample> samples, int least) {
        if (samples.size() < least) {
            throw Verdicts.inconclusive("The IUT has sent only " + samples.size() + " timestamps.");
        }
        return samples;
    }

    private static double span(List<Sample> samples) {
        return samples.get(samples.size() - 1).secondsSince(samples.get(0));
    }

    /** In ticks a second. */
    private static double rate(List<Sample> samples) {
        double seconds = span(samples);
        if (seconds * 1e9 < SLOWEST_TICK) {
            throw Verdicts.inconclusive("All timestamps came within one second: too short to tell a rate.");
        }
        return samples.get(samples.size() - 1).ticks() / seconds;
    }

    private static Stopped.Failure fail(String reason, Sample sample) {
        return Verdicts.fail(reason, OptionalLong.of(sample.packet()));
    }
}
