package org.tcpspec.pcap;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;

/**
 * The packets that belonged to no phantom. What comes for a phantom that has gone is one line, however often it comes;
 * anything else is a line each.
 */
final class Strays {

    static final int LIMIT = 300;

    private final List<String> lines = new ArrayList<>();
    private final Map<InetAddress, Late> late = new LinkedHashMap<>();
    private long unlisted;

    private static final class Late {
        private final String first;
        private long count;

        Late(String first) {
            this.first = first;
        }
    }

    /** A packet between addresses neither of which ever was a phantom's. */
    synchronized void unknown(InetAddress source, InetAddress destination, Packet packet) {
        if (lines.size() < LIMIT) {
            lines.add("stray: " + line(source, destination, packet));
        } else {
            unlisted++;
        }
    }

    /** A packet to or from a phantom that has gone. A RST is how a stack cleans up: it is not noted. */
    synchronized void late(InetAddress phantom, InetAddress source, InetAddress destination, Packet packet) {
        if (packet.segment().filter(s -> s.has(Flag.RST)).isPresent()) {
            return;
        }
        Late seen = late.get(phantom);
        if (seen == null && late.size() < LIMIT) {
            seen = new Late(line(source, destination, packet));
            late.put(phantom, seen);
        }
        if (seen == null) {
            unlisted++;
        } else {
            seen.count++;
        }
    }

    synchronized List<String> list() {
        List<String> all = new ArrayList<>(lines);
        late.forEach((phantom, seen) ->
                all.add("late: " + seen.count + " packets after the end of their scenario, the first " + seen.first));
        if (unlisted > 0) {
            all.add("and " + unlisted + " more packets that belonged to no scenario");
        }
        return all;
    }

    private static String line(InetAddress source, InetAddress destination, Packet packet) {
        Optional<Segment> segment = packet.segment();
        return segment.map(s -> s.source() + " > " + s.destination() + " " + s)
                .orElseGet(() -> source.getHostAddress() + " > " + destination.getHostAddress() + ", "
                        + packet.octets().length() + " octets " + packet.defects());
    }
}
