package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;

/** Judges how the end of urgent data is told, on the wire and to the user (RFC 9293 section 3.8.5). */
public final class Urgency {

    private static final int FIELD = 0xffff;
    private static final Duration TOLD = Duration.ofSeconds(2);

    private final Scene scene;
    private final Judge judge;

    public Urgency(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
    }

    /**
     * A moment of the scenario. What was on the wire before it may be told after it.
     *
     * @param recorded how much of the record came before it
     * @param nanos when it was, by the bench's clock
     */
    public record Since(int recorded, long nanos) {}

    /**
     * Each segment of the IUT since then that begins before {@code end} has URG, and its pointer leads to {@code end}
     * (MUST-62), or as far as the field goes (RFC 7323 appendix A); each that begins behind it has none.
     *
     * @param since when the urgent SEND was made
     */
    public void expectMarked(Conversation c, Since since, SequenceNumber end) {
        boolean any = false;
        for (Observed observed :
                scene.record().subList(since.recorded(), scene.record().size())) {
            Optional<Segment> sent = observed.nanos() < since.nanos() ? Optional.empty() : fromIut(c, observed);
            if (sent.isPresent()) {
                Observed.Frame frame = (Observed.Frame) observed;
                any |= !sent.get().text().isEmpty();
                wrong(sent.get(), end).ifPresent(reason -> {
                    throw Verdicts.fail(c.figures().show(sent.get(), true) + reason, OptionalLong.of(frame.number()));
                });
            }
        }
        if (!any) {
            throw Verdicts.inconclusive("The IUT has sent no text since, so its urgent pointer cannot be judged.");
        }
    }

    private static Optional<Segment> fromIut(Conversation c, Observed observed) {
        return observed instanceof Observed.Frame frame
                ? frame.packet().segment().filter(c.ends()::isFromIut)
                : Optional.empty();
    }

    private static Optional<String> wrong(Segment segment, SequenceNumber end) {
        boolean urgent = segment.has(Flag.URG);
        if (segment.has(Flag.RST)) {
            return Optional.empty();
        }
        if (!segment.seq().isBefore(end)) {
            return urgent ? Optional.of(" has URG, but all urgent data lies before it.") : Optional.empty();
        }
        int due = Math.min(FIELD, end.minus(segment.seq()));
        if (!urgent) {
            return Optional.of(" has no URG, but urgent data is outstanding.");
        }
        return segment.urgentPointer() == due
                ? Optional.empty()
                : Optional.of(" has urgent pointer " + segment.urgentPointer() + " instead of " + due + ".");
    }

    /** The user is told of urgent data; the signal is claimed. */
    public void expectTold() {
        long deadline = scene.bench().clock().in(TOLD);
        do {
            Optional<Observed.Signal> told = scene.untold().stream()
                    .filter(s -> s.kind() == SignalKind.URGENT)
                    .findFirst();
            if (told.isPresent()) {
                scene.untold().remove(told.get());
                return;
            }
        } while (scene.pump(deadline));
        throw judge.silentIut("Expected the user to be told of urgent data, but it was not.");
    }
}
