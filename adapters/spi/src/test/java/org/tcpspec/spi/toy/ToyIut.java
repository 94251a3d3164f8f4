package org.tcpspec.spi.toy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;

/** The toy as an IUT: gives every bench a stack, an address of the peer and eight ports of its own. */
final class ToyIut implements Iut {

    static final String TIME_TO_LIVE = "time to live";

    private static final int PORTS = 8;

    private static final Ixit IXIT = new Ixit(
            Ixit.DEFAULT.msl(),
            Ixit.DEFAULT.rtoInitial(),
            Ixit.DEFAULT.rtoMin(),
            Ixit.DEFAULT.rtoMax(),
            Ixit.DEFAULT.delayedAck(),
            Ixit.DEFAULT.r2(),
            Ixit.DEFAULT.synR2(),
            Ixit.DEFAULT.reaction(),
            Ixit.DEFAULT.ackThrottle(),
            Ixit.DEFAULT.tick(),
            0,
            0,
            Map.of("connections", "claimed", "parallel", "claimed"));

    private final ToyFlaw flaw;
    private final AtomicInteger benches = new AtomicInteger();

    ToyIut(ToyFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public Statement statement() {
        Set<Capability> can = EnumSet.complementOf(EnumSet.of(
                Capability.OPEN_FROM_LISTEN, Capability.NAGLE_SWITCH, Capability.USER_TIMEOUT, Capability.IPV6));
        return new Statement("toy", can, Map.of(), IXIT, Map.of(TIME_TO_LIVE, "ttl"), List.of());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public Bench bench(BenchRequest request) {
        return bench(benches.getAndIncrement(), request, flaw);
    }

    /** Bench {@code number}, from 0 on. */
    static Bench bench(int number, BenchRequest request, ToyFlaw flaw) {
        int firstPort = flaw == ToyFlaw.PORTS_GIVEN_OUT_TWICE ? 1024 : 1024 + PORTS * number;
        int peer = flaw == ToyFlaw.PEERS_SHARE_AN_ADDRESS ? 1 : 1 + number;
        return new ToyBench(address(10, 0, 0, 1), address(10, 1, peer >> 8, peer & 0xff), firstPort, request, flaw);
    }

    private static InetAddress address(int... octets) {
        byte[] address = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            address[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new LabException("four octets are an address", e);
        }
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing was started
    }
}
