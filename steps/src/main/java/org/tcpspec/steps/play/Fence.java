package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.observe.Phrase;

/**
 * A segment whose answer is mandated in a state: when the answer comes, whatever the IUT had to say before has been
 * said. The table of RFC 9293:
 *
 * <table>
 *   <caption>Fences</caption>
 *   <tr><td>CLOSED, LISTEN</td><td>ACK</td><td>RST with its ACK number as SEQ (3.10.7.1, 3.10.7.2)</td></tr>
 *   <tr><td>SYN-SENT</td><td>ACK of nothing</td><td>RST with its ACK number as SEQ (3.10.7.3)</td></tr>
 *   <tr><td>all others</td><td>empty segment just before the window</td><td>ACK of RCV.NXT (3.10.7.4, first)</td></tr>
 * </table>
 *
 * <p>A fence asks for the state alone. Whether a RST has the right form is for the scenarios about resets to judge; else
 * an IUT that puts an ACK on its RSTs would fail them all.
 *
 * <p>None of them changes the connection. The answer's numbers tell the two FINs apart: they are how a state is probed.
 */
final class Fence {

    /** What came back. */
    enum Answer {
        AS_DEMANDED,
        OTHER,
        NONE
    }

    private final Scene scene;
    private final Judge judge;
    private final Habits habits;

    Fence(Scene scene, Judge judge, Habits habits) {
        this.scene = scene;
        this.judge = judge;
        this.habits = habits;
    }

    /** The segment and the answer of each state. */
    private record Pair(String segment, String answer) {}

    private static Pair inState(State state) {
        return switch (state) {
            case CLOSED, LISTEN -> new Pair("ACK", "RST");
            case SYN_SENT -> new Pair("ACK with ACK=ISS", "RST");
            case SYN_RECEIVED -> new Pair("ACK with SEQ=RCV.NXT-1", "ACK");
            default -> new Pair("ACK with SEQ=RCV.NXT-1 and ACK=SND.UNA", "ACK");
        };
    }

    /** A SYN tells LISTEN, CLOSED and SYN-SENT apart; it changes the connection, so it is always the last thing. */
    private static Pair bySyn(State state) {
        return new Pair("SYN with SEQ=IRS-100000", state == State.CLOSED ? "RST,ACK" : "SYN,ACK");
    }

    private Optional<Arrival> wrong = Optional.empty();

    /** The segment that came instead of the answer. */
    Optional<Arrival> wrong() {
        return wrong;
    }

    /** The wrong segment left the IUT before the fence reached it: it broke the silence before. */
    boolean cameBefore() {
        return wrong.filter(a -> a.frame().number() < scene.causePacket().orElse(0))
                .isPresent();
    }

    /** Raises the fence of {@code state}. */
    Answer raise(Conversation c, State state) {
        Answer answer = raise(c, inState(state));
        Duration throttle = scene.statement().ixit().ackThrottle();
        if (answer == Answer.NONE && !throttle.isZero()) {
            // The scenario may have drawn such an ACK a moment ago.
            scene.pumpAll(scene.bench().clock().in(throttle));
            answer = raise(c, inState(state));
        }
        return answer == Answer.NONE && state.isSynchronized() ? raise(c, withOctet(state)) : answer;
    }

    /** The same demand in another dress, for an IUT that answers unacceptable text but not an empty segment. */
    private static Pair withOctet(State state) {
        Pair empty = inState(state);
        return new Pair(empty.segment() + " and 1 octet of text", empty.answer());
    }

    /**
     * The same after an octet behind the peer's FIN. Who is in a state that has the FIN ignores it (3.10.7.4, seventh);
     * who acknowledged the FIN and went nowhere takes it, and acknowledges more than there is.
     */
    Answer raiseBehindFin(Conversation c, State state) {
        // It is newer than all that came before, so it must tell the window that is known.
        Phrase octet =
                Phrase.parse("ACK with ACK=SND.UNA and window " + c.shadow().sndWnd() + " and 1 octet of text");
        scene.inject(PeerSegment.build(octet, c, habits, judge.values(c)));
        scene.pumpAll(scene.bench().clock().isVirtual() ? scene.now() : judge.quiet());
        c.unclaimed().removeIf(a -> a.segment().ack().equals(c.shadow().rcvNxt()));
        return raise(c, state);
    }

    /** Asks the wire whether the IUT is in {@code state}; the last thing of a scenario. */
    Answer probe(Conversation c, State state) {
        boolean unsynchronized = state == State.CLOSED || state == State.LISTEN || state == State.SYN_SENT;
        return unsynchronized ? raise(c, bySyn(state)) : raise(c, state);
    }

    private Answer raise(Conversation c, Pair pair) {
        scene.pumpAll(scene.now());
        // What came unasked before the fence is no answer to it; a later Then may still claim it.
        List<Arrival> before =
                c.unclaimed().stream().filter(a -> a.explanation().isPresent()).toList();
        c.unclaimed().removeAll(before);
        Answer answer = ask(c, pair);
        for (int i = before.size() - 1; i >= 0; i--) {
            c.unclaimed().addFirst(before.get(i));
        }
        return answer;
    }

    private Answer ask(Conversation c, Pair pair) {
        PeerSegment.Built built = PeerSegment.build(Phrase.parse(pair.segment()), c, habits, judge.values(c));
        Expected answer = Expected.of(Phrase.parse(pair.answer()));
        scene.inject(built);
        long deadline = scene.bench().clock().in(judge.patience());
        do {
            while (!c.unclaimed().isEmpty()) {
                Arrival arrival = c.unclaimed().poll();
                boolean after = arrival.frame().number() > scene.causePacket().orElse(0);
                if (after
                        && (refuses(arrival, built.segment())
                                || answer.differences(arrival, c, scene.cause(), judge.values(c))
                                        .isEmpty())) {
                    return Answer.AS_DEMANDED;
                }
                if (arrival.explanation().isEmpty()) {
                    wrong = Optional.of(arrival);
                    return Answer.OTHER;
                }
            }
        } while (scene.pump(deadline));
        return Answer.NONE;
    }

    /** A RST in answer to an ACK, whether or not it carries an ACK of its own, which it should not (3.5.2). */
    private static boolean refuses(Arrival arrival, Segment fence) {
        Segment answer = arrival.segment();
        return !fence.has(Flag.SYN)
                && fence.has(Flag.ACK)
                && answer.has(Flag.RST)
                && answer.seq().equals(fence.ack());
    }

    /** Where the answer that should not have come stands. */
    OptionalLong wrongPacket() {
        return wrong.map(a -> OptionalLong.of(a.frame().number())).orElse(OptionalLong.empty());
    }
}
