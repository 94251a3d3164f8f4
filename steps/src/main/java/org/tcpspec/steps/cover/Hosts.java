package org.tcpspec.steps.cover;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses can be those of one host. */
final class Hosts {

    private Hosts() {}

    /** Not broadcast, multicast or unspecified (RFC 9293 sections 3.9.1.1 and 3.9.2.3). */
    static boolean isOneHost(InetAddress address) {
        boolean broadcast = address instanceof Inet4Address && (address.getAddress()[0] & 0xf0) == 0xf0;
        return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !broadcast;
    }
}
