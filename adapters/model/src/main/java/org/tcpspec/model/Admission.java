package org.tcpspec.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;

/** What is let in: packets that are whole and meant for this host, from what can be another one (3.1, 3.9.2.3). */
class Admission {

    private final List<InetAddress> addresses;

    Admission(List<InetAddress> addresses) {
        this.addresses = addresses;
    }

    /** For this host, from another (MUST-57, MUST-63). */
    boolean admits(Segment seg) {
        return owns(seg.destination().address()) && isAnother(seg.source().address());
    }

    /** For this host, from what can be one. */
    boolean admits(IcmpMessage message) {
        return owns(message.destination()) && isOneHost(message.source());
    }

    /** A wrong checksum (MUST-3), or lengths that cannot be. */
    boolean isDamaged(Packet packet) {
        return packet.isDamaged();
    }

    /** The segment in {@code packet}, its options parsed (3.2). */
    Optional<Segment> read(Packet packet) {
        return packet.segment();
    }

    /** An address of one host: not broadcast, multicast, or unspecified. */
    boolean isOneHost(InetAddress address) {
        return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !isBroadcast(address);
    }

    /** The limited broadcast address and what else is reserved above it, or that of a net of this host. */
    private boolean isBroadcast(InetAddress address) {
        return address instanceof Inet4Address
                && ((address.getAddress()[0] & 0xf0) == 0xf0
                        || addresses.stream().anyMatch(own -> isBroadcastOf(own, address)));
    }

    private static boolean isBroadcastOf(InetAddress own, InetAddress address) {
        byte[] all = own.getAddress();
        all[all.length - 1] = -1;
        return own instanceof Inet4Address && Arrays.equals(all, address.getAddress());
    }

    /** A source that a segment can have come from: not this host itself either, which sends by no wire. */
    boolean isAnother(InetAddress source) {
        return isOneHost(source) && !source.isLoopbackAddress() && !owns(source);
    }

    /** A local user may name it: an address of this host, or of loopback. */
    boolean isLocal(InetAddress address) {
        return owns(address) || address.isLoopbackAddress();
    }

    boolean owns(InetAddress address) {
        return addresses.contains(address);
    }
}
