package org.tcpspec.pcap;

import java.net.InetAddress;
import java.util.Optional;
import org.tcpspec.spi.wire.Bytes;

/** Where an IP packet says that it comes from and goes to. */
record IpAddresses(InetAddress source, InetAddress destination) {

    /** Empty if the octets are too few for an IP header, or are not IP. */
    static Optional<IpAddresses> of(Bytes packet) {
        int version = packet.isEmpty() ? 0 : packet.at(0) >> 4;
        if (version == 4 && packet.length() >= 20) {
            return Optional.of(at(packet, 12, 4));
        }
        return version == 6 && packet.length() >= 40 ? Optional.of(at(packet, 8, 16)) : Optional.empty();
    }

    private static IpAddresses at(Bytes packet, int from, int length) {
        byte[] octets = packet.slice(from, from + 2 * length).toArray();
        return new IpAddresses(Neighbours.address(octets, 0, length), Neighbours.address(octets, length, length));
    }
}
