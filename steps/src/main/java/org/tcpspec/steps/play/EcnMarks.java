package org.tcpspec.steps.play;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.ExpectedMarks;

/** Judges the marks of ECN on all that the IUT has sent on a connection: RFC 3168 section 6.1. */
public final class EcnMarks {

    private final Scene scene;

    public EcnMarks(Scene scene) {
        this.scene = scene;
    }

    /** Not one segment may carry ECT: nobody has agreed on ECN. */
    public void expectNoEct(Conversation c) {
        each(c, "ECT", (s, isNew) -> ExpectedMarks.hasEct(s));
    }

    /** Neither SYN (6.1.1) nor a pure ACK (6.1.4) nor what is sent again (6.1.5) may carry ECT. */
    public void expectEctOnNewTextOnly(Conversation c) {
        each(c, "ECT", (s, isNew) -> {
            boolean leftOpen = s.text().isEmpty() && (s.has(Flag.FIN) || s.has(Flag.RST));
            boolean allowed = leftOpen || isNew && !s.text().isEmpty() && !s.has(Flag.SYN);
            return ExpectedMarks.hasEct(s) && !allowed;
        });
    }

    /** Nothing was reduced, so no segment but a SYN may carry CWR. */
    public void expectNoCwr(Conversation c) {
        each(c, "CWR", (s, isNew) -> s.has(Flag.CWR) && !s.has(Flag.SYN));
    }

    /** The reduction is told by new text, never by what is sent again (6.1.2). */
    public void expectCwrOnNewTextOnly(Conversation c) {
        each(
                c,
                "CWR",
                (s, isNew) -> s.has(Flag.CWR)
                        && !s.has(Flag.SYN)
                        && !(isNew && !s.text().isEmpty()));
    }

    /** Who needs one codepoint only uses ECT(0) (6.1.2). */
    public void expectNoEct1(Conversation c) {
        each(c, "ECT(1)", (s, isNew) -> s.ip().ecn() == Ip.ECT_1);
    }

    /** @param wrong of a segment, and whether all of it leaves for the first time */
    private void each(Conversation c, String mark, BiPredicate<Segment, Boolean> wrong) {
        scene.catchUp();
        Optional<SequenceNumber> sent = Optional.empty();
        for (Observed observed : scene.record()) {
            Optional<Segment> seen = observed instanceof Observed.Frame frame
                    ? frame.packet().segment().filter(c.ends()::isFromIut)
                    : Optional.empty();
            if (seen.isEmpty()) {
                continue;
            }
            Segment s = seen.get();
            boolean isNew = sent.filter(s.seq()::isBefore).isEmpty();
            if (wrong.test(s, isNew)) {
                throw Verdicts.fail(
                        "The IUT sent " + c.figures().show(s, true) + " with " + mark + ", which it must not carry.",
                        OptionalLong.of(((Observed.Frame) observed).number()));
            }
            sent = Optional.of(sent.map(n -> SequenceNumber.max(n, s.end())).orElse(s.end()));
        }
        if (sent.isEmpty()) {
            throw Verdicts.inconclusive("The IUT has sent no segment to look at.");
        }
    }
}
