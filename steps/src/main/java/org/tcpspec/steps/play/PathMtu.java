package org.tcpspec.steps.play;

import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;

/** Judges the sizes of the IUT's packets after a router has told what the path takes (RFC 1191, RFC 8201). */
public final class PathMtu {

    private final Scene scene;
    private final Judge judge;

    public PathMtu(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
    }

    /**
     * All that is not acknowledged comes again, in order, in packets of at most {@code octets}. What was lost to its size
     * need not wait for a timer (RFC 1191 section 6.4); if it does, that is right too.
     */
    public void expectAgain(Conversation c, int octets) {
        SequenceNumber end = c.shadow().sndNxt();
        SequenceNumber next = c.shadow().sndUna();
        long deadline =
                scene.bench().clock().in(scene.statement().ixit().rtoMax().plus(judge.patience()));
        boolean more = true;
        while (more && next.isBefore(end)) {
            while (!c.unclaimed().isEmpty() && next.isBefore(end)) {
                Arrival arrival = c.unclaimed().poll();
                Segment segment = arrival.segment();
                if (!isAgain(segment, next, end)) {
                    throw Verdicts.unexpected(c, arrival, "the text again");
                }
                fits(arrival, octets);
                scene.drawing().claimed(arrival.frame().number());
                next = SequenceNumber.max(next, segment.end());
            }
            if (next.isBefore(end)) {
                // With its window reduced for the loss, a sender may want an ACK before it goes on.
                more = scene.pump(deadline);
            }
        }
        if (next.isBefore(end)) {
            throw judge.silentIut(
                    "Expected the text again as far as SEQ=" + c.figures().iut(end) + ", but the IUT stopped at SEQ="
                            + c.figures().iut(next) + ".");
        }
    }

    private static boolean isAgain(Segment segment, SequenceNumber next, SequenceNumber end) {
        return segment.flags().control().without(Flag.PSH).equals(Flags.of(Flag.ACK))
                && !segment.text().isEmpty()
                && segment.seq().isAtMost(next)
                && segment.end().isAtMost(end);
    }

    private void fits(Arrival arrival, int octets) {
        int length = arrival.frame().packet().octets().length();
        if (length > octets) {
            throw Verdicts.fail(
                    "Expected packets of at most " + octets + " octets, but the IUT sent one of " + length + ".",
                    OptionalLong.of(arrival.frame().number()));
        }
    }

    /** What SEND has taken leaves, in packets of at most {@code octets}. */
    public void expectStream(Conversation c, int octets) {
        int before = scene.record().size();
        c.unclaimed().forEach(a -> fits(a, octets));
        new Flow(scene, judge).expectRest(c, false);
        scene.record().stream()
                .skip(before)
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.packet().segment().filter(c.ends()::isFromIut).isPresent())
                .filter(f -> f.packet().octets().length() > octets)
                .findFirst()
                .ifPresent(f -> {
                    throw Verdicts.fail(
                            "Expected packets of at most " + octets + " octets, but the IUT sent one of "
                                    + f.packet().octets().length() + ".",
                            OptionalLong.of(f.number()));
                });
    }
}
