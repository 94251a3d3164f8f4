package org.tcpspec.reports.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** Whether a connection was captured well enough to be judged at all, as its packets show one by one. */
final class Fitness {
    private Fitness() {}

    /** Why nothing can be said of the connection, if so, in one sentence. */
    static Optional<String> fault(Connection connection) {
        List<Frame> frames = connection.frames();
        Segment first = frames.get(0).segment();
        if (!first.has(Flag.SYN) || first.has(Flag.ACK)) {
            return Optional.of("It began before the capture: packet " + connection.first() + " is no opening SYN.");
        }
        if (frames.stream().allMatch(f -> f.segment().source().equals(first.source()))) {
            return Optional.of("Only the segments of " + first.source() + " are in the capture.");
        }
        return frames.stream()
                .map(Fitness::packet)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> oversized(frames));
    }

    private static Optional<String> packet(Frame frame) {
        String name = "Packet " + frame.number();
        if (frame.cut()) {
            return Optional.of(name + " was cut by the capture's snapshot length.");
        }
        if (frame.isPartialSum()) {
            return Optional.of(name + " was captured before the interface completed its checksum (offload):"
                    + " what went over the wire is not what was captured.");
        }
        return frame.isWrongSum()
                ? Optional.of(name + " has a wrong checksum: sent so, damaged on its way, or changed afterwards.")
                : Optional.empty();
    }

    /** Only an interface that cuts or joins segments shows more text than the receiver's MSS allows, or a mistake. */
    private static Optional<String> oversized(List<Frame> frames) {
        Map<Endpoint, Integer> most = new HashMap<>();
        for (Frame frame : frames) {
            Segment segment = frame.segment();
            segment.option(TcpOption.Mss.class)
                    .filter(mss -> segment.has(Flag.SYN))
                    .ifPresent(mss -> most.merge(segment.source(), mss.octets(), Math::max));
        }
        for (Frame frame : frames) {
            Segment segment = frame.segment();
            int mss = most.getOrDefault(segment.destination(), standard(segment));
            if (segment.text().length() > mss) {
                return Optional.of("Packet " + frame.number() + " carries "
                        + segment.text().length()
                        + " octets, more than the MSS of " + mss
                        + ": an interface cut or joined segments (offload), or the sender was wrong.");
            }
        }
        return Optional.empty();
    }

    /** What holds where no MSS option came (RFC 9293 section 3.7.1). */
    private static int standard(Segment segment) {
        return IpVersion.of(segment.source().address()) == IpVersion.IPV4 ? 536 : 1220;
    }
}
