package org.tcpspec.steps.observe;

import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** What RFC 7323 says of every segment that a TCP sends, whatever the scenario is about. A RST is left to scenarios. */
final class OptionRules {

    private OptionRules() {}

    /**
     * What is wrong with the options of a segment of the IUT, if anything.
     *
     * @param before the connection's shadow before this segment
     */
    static Optional<Violation> check(Segment segment, long nanos, Shadow before) {
        if (segment.has(Flag.RST)) {
            return Optional.empty();
        }
        return scale(segment, before)
                .or(() -> edge(segment, before))
                .or(() -> presence(segment, before))
                .or(() -> segment.option(TcpOption.Timestamps.class).flatMap(o -> values(o, segment, nanos, before)));
    }

    private static Optional<Violation> scale(Segment segment, Shadow before) {
        Optional<TcpOption.WindowScale> option = segment.option(TcpOption.WindowScale.class);
        if (option.isEmpty()) {
            return Optional.empty();
        }
        if (!segment.has(Flag.SYN)) {
            return violation("", "2.2", "A window scale option stands on a segment without SYN.");
        }
        if (option.get().shift() > WindowScaling.MOST) {
            return violation("RFC7323-2.3-WS-MAX14", "2.3", "The shift of the window scale option is above 14.");
        }
        // Where two SYNs cross, the option of the IUT's own SYN may stand on its SYN,ACK, as 3.2 says of timestamps.
        WindowScaling scaling = before.scaling();
        return segment.has(Flag.ACK) && !scaling.peerOffered() && !scaling.iutOffered()
                ? violation("RFC7323-2.2-WS-SYNACK", "2.2", "SYN,ACK carries a window scale that was not offered.")
                : Optional.empty();
    }

    /** A window may seem to shrink by what rounding takes from it, and by no more (2.4). */
    private static Optional<Violation> edge(Segment segment, Shadow before) {
        // The window beside an ACK that is older than the last is not taken (3.10.7.4, SND.WL2).
        if (!segment.has(Flag.ACK) || segment.has(Flag.SYN) || segment.ack().isBefore(before.lastAck())) {
            return Optional.empty();
        }
        SequenceNumber edge = segment.ack().plus(before.scaling().iutWindow(segment));
        int rounding = (1 << before.scaling().iutShift()) - 1;
        Optional<SequenceNumber> shrunkFrom =
                before.rcv().offeredEdge().filter(offered -> edge.plus(rounding).isBefore(offered));
        // A scale that the IUT alone has offered: a scenario of its own judges that, and others need not stop there.
        return shrunkFrom
                .filter(offered -> !before.scaling().isScaledUnilaterally(segment, offered))
                .map(offered -> new Violation(
                        "SHLD-14",
                        "RFC 9293 3.8.6",
                        "The window shrinks: its right edge moves back by " + offered.minus(edge) + "."));
    }

    private static Optional<Violation> presence(Segment segment, Shadow before) {
        boolean there = segment.option(TcpOption.Timestamps.class).isPresent();
        TimestampSide ts = before.ts();
        if (segment.has(Flag.SYN)) {
            // Where two SYNs cross, both may answer with the option though one of them lacked it.
            boolean unasked = there && segment.has(Flag.ACK) && !ts.peerOffered() && !ts.iutOffered();
            return unasked
                    ? violation("RFC7323-3.2-TS-SYNACK", "3.2", "SYN,ACK carries timestamps that were not offered.")
                    : Optional.empty();
        }
        if (ts.agreed() && !there) {
            return violation("RFC7323-3.2-TS-ALWAYS", "3.2", "The segment lacks the timestamps that were agreed on.");
        }
        return there && !ts.agreed()
                ? violation("RFC7323-3.2-TS-UNNEGOTIATED", "3.2", "The segment has timestamps that were not agreed on.")
                : Optional.empty();
    }

    private static Optional<Violation> values(TcpOption.Timestamps option, Segment segment, long nanos, Shadow before) {
        SequenceNumber clock = SequenceNumber.of(option.value());
        if (before.ts().hasGoneBack(clock, nanos)) {
            return violation("RFC7323-5.4-CLOCK-MONO", "5.4", "TSval is smaller than that of the segment before.");
        }
        if (!segment.has(Flag.ACK)) {
            // Who takes over a TIME-WAIT may know TS.Recent already; a scenario of its own asks for the zero.
            SequenceNumber echo = SequenceNumber.of(option.echoReply());
            boolean inherited = before.ts().inherited().filter(echo::equals).isPresent();
            return option.echoReply() == 0 || inherited
                    ? Optional.empty()
                    : violation("RFC7323-3.2-TS-TSECR-ZERO", "3.2", "TSecr is not zero on a segment without ACK.");
        }
        // A SYN,ACK that no state after the opening sends is of another incarnation: it is the SYN,ACK that is wrong.
        boolean another = segment.has(Flag.SYN) && before.state().isSynchronized();
        return another || before.ts().mayEcho(SequenceNumber.of(option.echoReply()), segment.ack())
                ? Optional.empty()
                : violation("RFC7323-4.3-TSRECENT-RULE3", "4.3", "TSecr is not TS.Recent.");
    }

    private static Optional<Violation> violation(String requirement, String section, String sentence) {
        return Optional.of(new Violation(requirement, "RFC 7323 " + section, sentence));
    }
}
