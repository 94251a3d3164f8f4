package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.observe.Phrase;

/** Judges how the IUT uses windows that may be scaled (RFC 9293 section 3.8.6, RFC 7323 section 2). */
public final class ScaledWindows {

    /** So many rounds of acknowledgment must open any congestion window far enough. */
    private static final int ROUNDS = 40;

    private final Scene scene;
    private final Judge judge;
    private boolean filled;

    public ScaledWindows(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
    }

    /**
     * The IUT sends as much as the peer's window takes, and not an octet more; the peer acknowledges segment by segment
     * what comes, until the congestion window is no hindrance.
     */
    public void expectFilled(Conversation c, Habits habits) {
        List<SequenceNumber> ends = List.of();
        filled = false;
        int rounds = 0;
        do {
            for (SequenceNumber end : ends) {
                acknowledge(c, habits, end);
            }
            ends = takeText(c, round());
            if (ends.isEmpty()) {
                ends = takeText(c, judge.quiet());
            }
            if (filled) {
                return;
            }
        } while (!ends.isEmpty() && rounds++ < ROUNDS);
        int flight = c.shadow().sndNxt().minus(c.shadow().sndUna());
        throw judge.silentIut("Expected the IUT to fill the peer's window of "
                + c.shadow().sndWnd() + " octets, but it stopped at " + flight + ".");
    }

    /** The end of a round that begins now: long before anything would be sent again. */
    private long round() {
        Duration round = scene.statement().ixit().rtoMin().dividedBy(5);
        return scene.bench().clock().isVirtual()
                ? scene.now()
                : scene.bench().clock().in(round);
    }

    /** Claims text that lay in the window when it left, and tells where each segment ends. */
    private List<SequenceNumber> takeText(Conversation c, long until) {
        List<SequenceNumber> ends = new ArrayList<>();
        scene.pumpAll(until);
        while (!c.unclaimed().isEmpty()) {
            Arrival arrival = c.unclaimed().poll();
            SequenceNumber edge = arrival.before().sndUna().plus(c.shadow().sndWnd());
            Segment segment = arrival.segment();
            boolean due = !segment.text().isEmpty()
                    && segment.end().isAtMost(edge)
                    && segment.end().isAfter(arrival.before().sndNxt());
            if (due) {
                // a stack that gathers text for larger bursts may fill it only between two acknowledgments
                filled |= segment.end().equals(edge);
                ends.add(segment.end());
            } else if (arrival.explanation().isEmpty()) {
                throw Verdicts.unexpected(c, arrival, "text up to the edge of the window");
            }
        }
        return ends;
    }

    private void acknowledge(Conversation c, Habits habits, SequenceNumber number) {
        PeerSegment.Built ack = PeerSegment.build(Phrase.parse("ACK"), c, habits, judge.values(c));
        scene.inject(new PeerSegment.Built(ack.segment().withAck(number), ack.distortion()));
    }

    /**
     * The window on the IUT's SYN is in octets (RFC 7323 section 2.2): it is not the quotient that the next segment
     * shows the true window to be.
     */
    public void expectSynUnscaled(Conversation c) {
        Observed.Frame syn =
                first(c, true).orElseThrow(() -> Verdicts.inconclusive("The IUT has sent no SYN with a window scale."));
        Segment next = first(c, false)
                .flatMap(f -> f.packet().segment())
                .orElseThrow(() -> Verdicts.inconclusive("The IUT has sent nothing after its SYN."));
        Segment segment = syn.packet().segment().orElseThrow();
        int shift = segment.option(TcpOption.WindowScale.class).orElseThrow().shift();
        boolean scaled = shift > 0 && segment.window() <= next.window() + 1 && next.window() < 0xffff >> 1;
        if (scaled) {
            throw Verdicts.fail(
                    "The window on the SYN is " + segment.window() + " octets, and then " + next.window()
                            + " units of 2^" + shift + ": it was divided on the SYN, too.",
                    OptionalLong.of(syn.number()));
        }
    }

    /** The peer's SYN had no window scale, so the IUT does not use its own (RFC 7323 section 2.3). */
    public void expectNotScaled(Conversation c) {
        Observed.Frame syn =
                first(c, true).orElseThrow(() -> Verdicts.inconclusive("The IUT has sent no SYN with a window scale."));
        Observed.Frame next =
                first(c, false).orElseThrow(() -> Verdicts.inconclusive("The IUT has sent nothing after its SYN."));
        int before = syn.packet().segment().orElseThrow().window();
        int after = next.packet().segment().orElseThrow().window();
        if (after < before / 2) {
            throw Verdicts.fail(
                    "The window is scaled, though the peer's SYN had no window scale: " + before + " on the SYN, "
                            + after + " afterwards.",
                    OptionalLong.of(next.number()));
        }
    }

    private Optional<Observed.Frame> first(Conversation c, boolean syn) {
        return scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.packet()
                        .segment()
                        .filter(s -> c.ends().isFromIut(s) && !s.has(Flag.RST) && s.has(Flag.SYN) == syn)
                        .filter(s ->
                                !syn || s.option(TcpOption.WindowScale.class).isPresent())
                        .isPresent())
                .findFirst();
    }
}
