package org.tcpspec.steps.cover;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.tcpspec.spi.wire.Segment;

/** Which addresses can be those of one host. */
final class Hosts {

    private Hosts() {}

    /**
     * Not broadcast, multicast or unspecified (RFC 9293 sections 3.9.1.1 and 3.9.2.3). Of a net's own broadcast address
     * the record does not tell the net; an address that ends in an octet of ones is taken for one.
     */
    static boolean isOneHost(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean broadcast =
                address instanceof Inet4Address && ((octets[0] & 0xf0) == 0xf0 || (octets[3] & 0xff) == 0xff);
        return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !broadcast;
    }

    /** The segment goes from one host to another, which is neither this one nor one that no wire leads to. */
    static boolean areValid(Segment segment) {
        InetAddress source = segment.source().address();
        InetAddress destination = segment.destination().address();
        return isOneHost(source)
                && !source.isLoopbackAddress()
                && isOneHost(destination)
                && !source.equals(destination);
    }
}
