package org.tcpspec.spi.wire;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * An address and the net in which it lies, as {@code 192.0.2.2/24}.
 *
 * @param prefix how many leading bits the net's addresses share: 0 to 32, or 0 to 128
 */
public record Net(InetAddress address, int prefix) {

    /** Nets that no public host is in: RFC 1918, 3927, 5737, 2544, 6598 and loopback; RFC 4193, 4291, 3849. */
    private static final List<Net> NOT_PUBLIC = List.of(
            of("10.0.0.0/8"),
            of("172.16.0.0/12"),
            of("192.168.0.0/16"),
            of("169.254.0.0/16"),
            of("127.0.0.0/8"),
            of("192.0.2.0/24"),
            of("198.51.100.0/24"),
            of("203.0.113.0/24"),
            of("198.18.0.0/15"),
            of("100.64.0.0/10"),
            of("fc00::/7"),
            of("fe80::/10"),
            of("::1/128"),
            of("2001:db8::/32"));

    public Net {
        if (prefix < 0 || prefix > 8 * address.getAddress().length) {
            throw new IllegalArgumentException("no net has a prefix of " + prefix);
        }
    }

    /**
     * Reads an address literal, with or without a prefix; without one the net is that address alone.
     *
     * @throws IllegalArgumentException if it is neither; a host's name is not looked up
     */
    public static Net of(String text) {
        String[] parts = text.split("/", 2);
        InetAddress address = address(parts[0]);
        int bits = 8 * address.getAddress().length;
        if (parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("no prefix: " + text);
        }
        return new Net(address, parts.length == 2 ? Integer.parseInt(parts[1]) : bits);
    }

    /**
     * Reads an address literal.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static InetAddress address(String literal) {
        boolean four = literal.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!four && !literal.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("no IP address: " + literal);
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address: " + literal, e);
        }
    }

    public IpVersion ip() {
        return address.getAddress().length == 4 ? IpVersion.IPV4 : IpVersion.IPV6;
    }

    public boolean contains(InetAddress other) {
        int bits = 8 * address.getAddress().length;
        return other.getAddress().length == address.getAddress().length
                && number(other)
                        .shiftRight(bits - prefix)
                        .equals(number(address).shiftRight(bits - prefix));
    }

    /** How many addresses it has; {@link Integer#MAX_VALUE} if there are more. */
    public int size() {
        int free = 8 * address.getAddress().length - prefix;
        return free >= 31 ? Integer.MAX_VALUE : 1 << free;
    }

    /** The address of that number in the net, from 0 for its first. */
    public InetAddress at(int number) {
        byte[] octets = address.getAddress();
        int bits = 8 * octets.length;
        BigInteger first = number(address).shiftRight(bits - prefix).shiftLeft(bits - prefix);
        byte[] sum = first.add(BigInteger.valueOf(number)).toByteArray();
        byte[] all = new byte[octets.length];
        for (int i = 1; i <= Math.min(sum.length, all.length); i++) {
            all[all.length - i] = sum[sum.length - i];
        }
        try {
            return InetAddress.getByAddress(all);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("as many octets as the address had", e);
        }
    }

    /** True if {@code address} may be any host's on the Internet: not private, link-local, loopback or documentation. */
    public static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(net -> net.contains(address));
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
