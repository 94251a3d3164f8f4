package org.tcpspec.spi.wire;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * An address and a port: one end of a connection, what RFC 9293 calls a socket.
 *
 * @param port 0 to 65535; 0 means "any" where a call lets the IUT choose
 */
public record Endpoint(InetAddress address, int port) {

    public Endpoint {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }

    @Override
    public String toString() {
        String host = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }
}
