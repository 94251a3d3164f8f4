package org.tcpspec.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.wire.IpVersion;

/**
 * Gives out what belongs to one scenario alone and is never given out again: a phantom's address, and a block of the
 * IUT's ports. All are from ranges kept for documentation and for benchmarks (RFC 5737, RFC 2544, RFC 3849).
 */
final class Addresses {

    static final String GATEWAY_4 = "192.0.2.1";
    static final String GATEWAY_6 = "2001:db8::1";
    static final String PHANTOMS_4 = "198.18.0.0/15";
    static final String PHANTOMS_6 = "2001:db8:1::/64";
    static final int PREFIX_4 = 24;
    static final int PREFIX_6 = 64;

    static final int PORTS = JoinedBench.PORTS;

    /** Outside the range from which Linux takes ephemeral ports by default, 32768 to 60999. */
    private static final int LOW_FIRST = 1024;

    private static final int LOW_BLOCKS = (32768 - LOW_FIRST) / PORTS;
    private static final int HIGH_FIRST = 61000;
    private static final int HIGH_BLOCKS = (65536 - HIGH_FIRST) / PORTS;
    /** Of each of the IUT's addresses. */
    static final int BLOCKS = LOW_BLOCKS + HIGH_BLOCKS;

    /** 192.0.2.2 to 192.0.2.127: the rest are second ones. */
    private static final int IUT_ADDRESSES = 126;

    /** 198.18.0.1 to 198.19.255.254. */
    private static final int PHANTOMS = (1 << 17) - 2;

    private final AtomicInteger phantoms = new AtomicInteger();
    private final AtomicInteger blocks = new AtomicInteger();

    /**
     * Eight ports of the IUT.
     *
     * @param address which of the IUT's addresses, from 0
     */
    record Block(int address, int firstPort) {}

    InetAddress phantom(IpVersion ip) {
        int number = phantoms.incrementAndGet();
        if (number > PHANTOMS) {
            throw new LabException("more than " + PHANTOMS + " scenarios in one run: the lab has no more addresses");
        }
        return ip == IpVersion.IPV4
                ? literal("198." + (18 + (number >> 16)) + "." + (number >> 8 & 0xff) + "." + (number & 0xff))
                : literal("2001:db8:1::" + Integer.toHexString(number >> 16) + ":"
                        + Integer.toHexString(number & 0xffff));
    }

    Block block() {
        int number = blocks.getAndIncrement();
        int address = number / BLOCKS;
        if (address >= IUT_ADDRESSES) {
            throw new LabException("more than " + BLOCKS * IUT_ADDRESSES + " scenarios in one run: no more ports");
        }
        int within = number % BLOCKS;
        return new Block(
                address, within < LOW_BLOCKS ? LOW_FIRST + PORTS * within : HIGH_FIRST + PORTS * (within - LOW_BLOCKS));
    }

    /** @param number from 0 */
    static InetAddress iut(IpVersion ip, int number) {
        return literal(
                ip == IpVersion.IPV4 ? "192.0.2." + (2 + number) : "2001:db8::" + Integer.toHexString(2 + number));
    }

    /** The net of the IUT's address of that number: one more address of the IUT, where the same ports are free. */
    static Bench.LocalNet net(IpVersion ip, int number) {
        return new Bench.LocalNet(
                iut(ip, number + IUT_ADDRESSES),
                ip == IpVersion.IPV4 ? Optional.of(literal("192.0.2.255")) : Optional.empty());
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + address, e);
        }
    }
}
