package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.function.Predicate;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.Shadow;

/** Judges the IUT's stream where it is free to cut it into segments as it likes. */
public final class Flow {

    /** The override timeout of 3.8.6.2.1 is one second at most. */
    private static final Duration OVERRIDE = Duration.ofSeconds(1);

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
        throw judge.silentIut("Expected " + what + ", but the IUT stopped at SEQ="
                + c.figures().iut(c.shadow().sndNxt()) + ".");
    }

    /** The segment brings new octets in order, none beyond {@code target}, and a FIN only as the last number. */
    private static boolean continues(Arrival arrival, SequenceNumber target, boolean fin) {
        Segment segment = arrival.segment();
        Flags control = segment.flags().control();
        boolean flagsRight = control.equals(Flags.of(Flag.ACK))
                || fin
                        && control.equals(Flags.of(Flag.FIN, Flag.ACK))
                        && segment.end().equals(target);
        return flagsRight
                && segment.ack().equals(arrival.before().rcvNxt())
                && segment.seq().isAtLeast(arrival.before().sndUna())
                && segment.seq().isAtMost(arrival.before().sndNxt())
                && segment.end().isAfter(arrival.before().sndNxt())
                && segment.end().isAtMost(target);
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
