package org.tcpspec.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** The model as an IUT: each bench is a TCP of its own, with a wire and a time of its own. */
final class ModelIut implements Iut {

    private static final int[] IUT_4 = {192, 0, 2, 1};
    private static final int FIRST_PORT = 1_024;
    private static final int PORTS = 8;
    /** Benches until the ports, which are below the ephemeral ones, start over; the hosts are distinct anyway. */
    private static final int PORT_BLOCKS = 6_000;

    private final IutRequest request;
    private final AtomicInteger benches = new AtomicInteger();

    ModelIut(IutRequest request) {
        this.request = request;
    }

    @Override
    public Statement statement() {
        return request.statement();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("stack", request.statement().name(), "time", "virtual", "seed", Long.toString(request.seed()));
    }

    @Override
    public Bench bench(BenchRequest bench) {
        int number = benches.incrementAndGet();
        Profile profile = Profile.of(request.statement()).with(bench.settings());
        return new ModelBench(
                profile,
                bench.seed() * 31 + request.seed(),
                iutAddress(bench.ip()),
                peerAddress(bench.ip(), number),
                FIRST_PORT + PORTS * (number % PORT_BLOCKS));
    }

    /** Of the nets that RFC 5737 and RFC 3849 set aside for documentation. */
    private static InetAddress iutAddress(IpVersion ip) {
        return ip == IpVersion.IPV4 ? address(IUT_4) : address(documentation6(0, 1));
    }

    private static InetAddress peerAddress(IpVersion ip, int number) {
        return ip == IpVersion.IPV4
                ? address(10, number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff)
                : address(documentation6(1, number));
    }

    private static int[] documentation6(int net, int number) {
        int[] octets = new int[16];
        octets[0] = 0x20;
        octets[1] = 0x01;
        octets[2] = 0x0d;
        octets[3] = 0xb8;
        octets[7] = net;
        octets[12] = number >> 24 & 0xff;
        octets[13] = number >> 16 & 0xff;
        octets[14] = number >> 8 & 0xff;
        octets[15] = number & 0xff;
        return octets;
    }

    private static InetAddress address(int... octets) {
        byte[] raw = new byte[octets.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing runs outside the benches.
    }
}
