package org.tcpspec.spi.inprocess;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Net;

/** An IUT of a Java stack in this JVM. The stack's address is 192.0.2.1, or 2001:db8::1, in each scenario. */
public final class InProcessIut implements Iut {

    private static final Net PEERS_4 = Net.of("198.18.0.0/15");
    private static final Net PEERS_6 = Net.of("2001:db8:1::/96");
    private static final int PORTS = 8;
    private static final int FIRST_PORT = 1024;
    private static final int BLOCKS = (32768 - FIRST_PORT) / PORTS;

    private final Statement statement;
    private final Function<StackInProcess.Surroundings, StackInProcess> stacks;
    private final AtomicInteger benches = new AtomicInteger();

    /** @param stacks makes a fresh stack, once for each scenario */
    public InProcessIut(Statement statement, Function<StackInProcess.Surroundings, StackInProcess> stacks) {
        this.statement = statement;
        this.stacks = stacks;
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("java", System.getProperty("java.version"));
    }

    @Override
    public Bench bench(BenchRequest request) {
        int number = benches.getAndIncrement();
        Net peers = request.ip() == IpVersion.IPV4 ? PEERS_4 : PEERS_6;
        return new InProcessBench(
                new InProcessBench.Place(
                        Net.address(request.ip() == IpVersion.IPV4 ? "192.0.2.1" : "2001:db8::1"),
                        peers.at(1 + 2 * number),
                        peers.at(2 + 2 * number),
                        FIRST_PORT + PORTS * (number % BLOCKS)),
                statement,
                stacks);
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // Each stack went with its bench.
    }
}
