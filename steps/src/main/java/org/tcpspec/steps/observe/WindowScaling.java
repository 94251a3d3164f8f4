package org.tcpspec.steps.observe;

import java.util.OptionalInt;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** The Window Scale option in one connection (RFC 7323 section 2), as both SYNs have shown it. */
final class WindowScaling {

    /** The greatest shift (2.3). */
    static final int MOST = 14;

    private OptionalInt ofPeer = OptionalInt.empty();
    private OptionalInt ofIut = OptionalInt.empty();

    void forget() {
        ofPeer = OptionalInt.empty();
        ofIut = OptionalInt.empty();
    }

    void peerSyn(Segment syn) {
        ofPeer = shift(syn);
    }

    /** Takes note of a segment of the IUT. */
    void sent(Segment segment) {
        if (segment.has(Flag.SYN) && shift(segment).isPresent()) {
            ofIut = shift(segment);
        }
    }

    private static OptionalInt shift(Segment syn) {
        return syn.option(TcpOption.WindowScale.class)
                .map(o -> OptionalInt.of(o.shift()))
                .orElse(OptionalInt.empty());
    }

    /** The peer's SYN carried the option. */
    boolean peerOffered() {
        return ofPeer.isPresent();
    }

    /** A SYN of the IUT carried the option. */
    boolean iutOffered() {
        return ofIut.isPresent();
    }

    /** Snd.Wind.Shift of a correct IUT: zero unless both SYNs carry the option. */
    int peerShift() {
        return ofPeer.isPresent() && ofIut.isPresent() ? Math.min(MOST, ofPeer.getAsInt()) : 0;
    }

    /** Rcv.Wind.Shift of a correct IUT. */
    int iutShift() {
        return ofPeer.isPresent() && ofIut.isPresent() ? Math.min(MOST, ofIut.getAsInt()) : 0;
    }

    /** Only with the shift that the IUT alone has offered would its window reach as far as before, or nearly so. */
    boolean isScaledUnilaterally(Segment segment, SequenceNumber offeredEdge) {
        int shift = ofPeer.isPresent() ? 0 : ofIut.orElse(0);
        SequenceNumber edge = segment.ack().plus((long) (segment.window() + 1) << shift);
        return shift > 0 && edge.isAtLeast(offeredEdge);
    }

    /** The window that a segment of the peer tells, in octets: never scaled on a SYN (2.2). */
    long peerWindow(Segment segment) {
        return (long) segment.window() << (segment.has(Flag.SYN) ? 0 : peerShift());
    }

    /** The window that a segment of the IUT tells, in octets. */
    long iutWindow(Segment segment) {
        return (long) segment.window() << (segment.has(Flag.SYN) ? 0 : iutShift());
    }
}
