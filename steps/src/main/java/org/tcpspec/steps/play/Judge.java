package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.RtoClock;
import org.tcpspec.steps.observe.Sequence;

/** Compares what came out of the IUT with what a Then demands (DESIGN 4 and 5). */
public final class Judge {

    private final Scene scene;
    private final Ixit ixit;
    private final Liveness liveness;
    private Optional<PeerSegment.Built> stimulus = Optional.empty();

    public Judge(Scene scene) {
        this.scene = scene;
        this.ixit = scene.statement().ixit();
        this.liveness = new Liveness(scene);
    }

    /** The peer's latest segment, in case a throttled answer must be asked for once more. */
    public void stimulus(PeerSegment.Built built) {
        stimulus = Optional.of(built);
    }

    /** How long a mandated reaction may take before it counts as missing. */
    public Duration patience() {
        Duration delay = ixit.delayedAck().plus(ixit.tick());
        return scene.bench().clock().isVirtual() ? delay.plus(ixit.reaction()) : delay.plus(Duration.ofSeconds(1));
    }

    /** The IUT's next segment that needs asking for must be {@code expected}; it is claimed. */
    public Arrival expect(Conversation c, Expected expected) {
        return expectAny(c, List.of(expected));
    }

    /** The same, and no other ACK may come before it, be it explained or not. */
    public Arrival expectFirst(Conversation c, Expected expected) {
        scene.pumpAll(quiet());
        c.unclaimed().stream()
                .filter(a -> a.segment().flags().control().equals(Flags.of(Flag.ACK)))
                .findFirst()
                .filter(a -> !isAsDemanded(expected, a, c))
                .ifPresent(a -> {
                    throw wrong(c, expected, a);
                });
        return expect(c, expected);
    }

    /** The same where the RFC allows more than one answer; the first is what a fail shows as demanded. */
    public Arrival expectAny(Conversation c, List<Expected> allowed) {
        return expect(c, allowed, patience(), true);
    }

    private Arrival expect(Conversation c, List<Expected> allowed, Duration patience, boolean mayAskAgain) {
        Expected expected = allowed.get(0);
        Optional<Arrival> claimed = await(
                c,
                scene.bench().clock().in(patience),
                a -> allowed.stream().anyMatch(e -> isAsDemanded(e, a, c)),
                a -> wrong(c, expected, a));
        if (claimed.isPresent()) {
            return claimed.get();
        }
        boolean throttled = expected.flags().equals(Flags.of(Flag.ACK))
                && !ixit.ackThrottle().isZero();
        if (mayAskAgain && throttled && stimulus.isPresent()) {
            scene.pumpAll(scene.bench().clock().in(ixit.ackThrottle()));
            scene.inject(stimulus.get());
            return expect(c, allowed, patience, false);
        }
        throw missing(c, expected.show(c.standing(), c, scene.cause(), values(c)));
    }

    /**
     * Claims the IUT's next segment that is {@code wanted}, and passes over what is explained.
     *
     * @param unexplained what it means that a segment is neither
     * @return empty if none came until {@code deadline}
     */
    Optional<Arrival> await(
            Conversation c, long deadline, Predicate<Arrival> wanted, Function<Arrival, Stopped.Failure> unexplained) {
        do {
            while (!c.unclaimed().isEmpty()) {
                Arrival arrival = c.unclaimed().poll();
                if (wanted.test(arrival)) {
                    scene.drawing().claimed(arrival.frame().number());
                    return Optional.of(arrival);
                }
                if (arrival.explanation().isEmpty()) {
                    throw unexplained.apply(arrival);
                }
            }
        } while (scene.pump(deadline));
        return Optional.empty();
    }

    private boolean isAsDemanded(Expected expected, Arrival arrival, Conversation c) {
        return expected.differences(arrival, c, scene.cause(), values(c)).isEmpty();
    }

    private Stopped.Failure wrong(Conversation c, Expected expected, Arrival arrival) {
        List<String> wrong = expected.differences(arrival, c, scene.cause(), values(c));
        String demanded = expected.show(arrival.before(), c, scene.cause(), values(c));
        String seen = c.figures().show(arrival.segment(), true);
        String difference = wrong.get(0).startsWith("<") ? "" : " (" + String.join("; ", wrong) + ")";
        return Verdicts.fail(
                "Expected " + demanded + ", but the IUT sent " + seen + difference + ".",
                OptionalLong.of(arrival.frame().number()));
    }

    /** What it means that a mandated segment stayed out. */
    private Stopped.Failure missing(Conversation c, String demanded) {
        scene.drawing().missing(scene.now(), c, demanded);
        return silentIut("Expected " + demanded + ", but the IUT sent nothing.");
    }

    /**
     * A reaction stayed out: a fail if the IUT is alive and the capture complete, else inconclusive. Where time is
     * virtual nothing but the IUT itself can keep it from answering: one that answers nobody has stopped, and that is a
     * fail, too.
     *
     * @param reason the sentence of the fail
     * @return the fail, to be thrown
     * @throws Stopped.Inconclusive if it is none
     */
    public Stopped.Failure silentIut(String reason) {
        OptionalLong packet = scene.causePacket();
        if (scene.bench().lost() > 0) {
            throw Verdicts.inconclusive(reason + " But the capture lost packets.");
        }
        if (!liveness.isAlive()) {
            if (scene.bench().clock().isVirtual()) {
                return Verdicts.fail(reason + " It answers on no other connection either: it has stopped.", packet);
            }
            throw Verdicts.inconclusive(reason + " But it answers on no other connection either.");
        }
        return Verdicts.fail(reason, packet);
    }

    /**
     * An answer that is allowed but not demanded is claimed if it is there.
     *
     * @return how many of them there were
     */
    public int allow(Conversation c, Expected allowed) {
        scene.pumpAll(quiet());
        int before = c.unclaimed().size();
        c.unclaimed().removeIf(a -> isAsDemanded(allowed, a, c));
        return before - c.unclaimed().size();
    }

    /** A RST is claimed if there is one, and then the connection is gone. */
    public void allowReset(Conversation c) {
        scene.pumpAll(quiet());
        if (c.unclaimed().removeIf(a -> a.segment().has(Flag.RST))) {
            c.shadow().abort();
        }
    }

    /** Whatever has come on {@code c} is claimed. */
    public void allowAnything(Conversation c) {
        scene.pumpAll(quiet());
        c.unclaimed().clear();
    }

    /** The end of a silence in mid-scenario that begins now. */
    public long quiet() {
        return scene.bench().clock().isVirtual()
                ? scene.now()
                : scene.bench().clock().in(ixit.reaction());
    }

    /** Until {@code deadline} the IUT may send nothing that is not explained. */
    public void expectNothing(long deadline) {
        scene.pumpAll(deadline);
        nothingUnexplained();
    }

    /** Fails on the first segment that no Then has claimed and nothing explains. */
    public void nothingUnexplained() {
        for (Conversation c : scene.conversations()) {
            for (Arrival arrival : new ArrayList<>(c.unclaimed())) {
                if (arrival.explanation().isEmpty()) {
                    throw Verdicts.unexpected(c, arrival, "nothing more");
                }
            }
            c.unclaimed().clear();
        }
    }

    /**
     * Waits for the IUT to send the number {@code at} once more, claims that segment, and judges that it does not come
     * earlier than the least RTO.
     */
    public Arrival expectRetransmission(Conversation c, SequenceNumber at, String what) {
        Predicate<Arrival> again = a -> a.segment().length() > 0
                && a.segment().seq().isAtMost(at)
                && a.segment().end().isAfter(at);
        long deadline = scene.bench().clock().in(ixit.rtoMax().plus(patience()));
        Optional<Arrival> retransmission =
                await(c, deadline, again, a -> Verdicts.unexpected(c, a, "the " + what + " again"));
        if (retransmission.isEmpty()) {
            throw silentIut("Expected the " + what + " again, but the IUT did not retransmit it.");
        }
        return judgeRetransmission(c, retransmission.get());
    }

    /** Waits for a segment of the IUT that is {@code wanted}, and claims it. */
    public Arrival expectExplained(Conversation c, Explanation wanted, Duration patience, String what) {
        return await(
                        c,
                        scene.bench().clock().in(patience),
                        a -> a.explanation().filter(wanted::equals).isPresent(),
                        a -> Verdicts.unexpected(c, a, what))
                .orElseThrow(() -> silentIut("Expected " + what + ", but the IUT sent none."));
    }

    private Arrival judgeRetransmission(Conversation c, Arrival arrival) {
        if (arrival.explanation().isEmpty()) {
            throw Verdicts.fail(
                    "The retransmission " + c.figures().show(arrival.segment(), true)
                            + " came before the least RTO had passed, or is not what was sent before.",
                    OptionalLong.of(arrival.frame().number()));
        }
        SequenceNumber due = arrival.before().rcvNxt();
        if (arrival.segment().has(Flag.ACK) && !arrival.segment().ack().equals(due)) {
            throw Verdicts.fail(
                    "The retransmission " + c.figures().show(arrival.segment(), true) + " does not acknowledge "
                            + c.figures().peer(due) + ".",
                    OptionalLong.of(arrival.frame().number()));
        }
        return arrival;
    }

    /**
     * Judges that RTO was doubled, or stood at its maximum, after each retransmission of {@code at} so far. Coarse ticks
     * may hide that a wait is as short as the one before, but not that none of them grows.
     */
    public void backedOff(Conversation c, SequenceNumber at, String what) {
        List<Long> sent = c.explainer().timesSent(at);
        long slack = RtoClock.slack(ixit);
        long most = ixit.rtoMax().toNanos() * 19 / 20;
        long grown = 0;
        for (int i = 2; i < sent.size(); i++) {
            long before = sent.get(i - 1) - sent.get(i - 2);
            long wait = sent.get(i) - sent.get(i - 1);
            grown = Math.min((i == 2 ? before : grown) * 3 / 2, most);
            if (wait + slack < Math.max(Math.min(2 * before * 19 / 20, most), grown)) {
                throw Verdicts.fail(
                        String.format(
                                Locale.ROOT,
                                "The IUT waited %.3f s before it sent its %s again, after %.3f s the time before:"
                                        + " RTO was not doubled.",
                                wait / 1e9,
                                what,
                                before / 1e9),
                        scene.causePacket());
            }
        }
    }

    /** The RFC's variables of {@code c}, as they are now. */
    public Sequence.Values values(Conversation c) {
        return new Variables(c, scene.cause());
    }
}
