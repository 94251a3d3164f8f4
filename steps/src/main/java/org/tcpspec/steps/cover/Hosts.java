package org.tcpspec.steps.cover;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.tcpspec.spi.wire.Segment;

/** Which addresses can be those of one host. */
final class Hosts {

    private Hosts() {}

    /** Not broadcast, multicast or unspecified (RFC 9293 sections 3.9.1.1 and 3.9.2.3). */
    static boolean isOneHost(InetAddress address) {
        boolean broadcast = address instanceof Inet4Address && (address.getAddress()[0] & 0xf0) == 0xf0;
        return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !broadcast;
    }

    /** The broadcast address of a net of 24 bits, which is what a lab has; the record does not tell the net. */
    private static boolean isNetBroadcast(InetAddress address) {
        return address instanceof Inet4Address && (address.getAddress()[3] & 0xff) == 0xff;
    }

    /** As {@link #isOneHost}, and not the broadcast address of the net of {@code local}. */
    static boolean isOneHost(InetAddress address, InetAddress local) {
        boolean near = address instanceof Inet4Address
                && local instanceof Inet4Address
                && Arrays.equals(address.getAddress(), 0, 3, local.getAddress(), 0, 3);
        return isOneHost(address) && !(near && isNetBroadcast(address));
    }

    /** The segment goes from one host to another, which is neither this one nor one that no wire leads to. */
    static boolean areValid(Segment segment) {
        InetAddress source = segment.source().address();
        InetAddress destination = segment.destination().address();
        return isOneHost(source, destination)
                && !source.isLoopbackAddress()
                && isOneHost(destination)
                && !isNetBroadcast(destination)
                && !source.equals(destination);
    }
}
