package org.tcpspec.linux;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Net;

/**
 * What a stack on the network has, and what its phantom peers get. Each scenario gets the address that was not used for
 * longest and the block of ports that was not used for longest, so that no pair of sockets ever comes again.
 */
final class StackAddresses {

    /** Below what any stack is known to take ephemeral ports from. */
    private static final int FIRST_PORT = 1024;

    private static final int BLOCKS = (32768 - FIRST_PORT) / JoinedBench.PORTS;

    private final StackDescription description;
    private final AtomicInteger phantoms = new AtomicInteger();
    private final AtomicInteger blocks = new AtomicInteger();

    StackAddresses(StackDescription description) {
        this.description = description;
    }

    /** The addresses that are the kit's. */
    static boolean isOurs(StackDescription description, InetAddress address) {
        return description.gateways().contains(address)
                || description.peers().stream().anyMatch(net -> net.contains(address))
                        && description.addresses().stream()
                                .noneMatch(net -> net.address().equals(address));
    }

    static Optional<InetAddress> iut(StackDescription description, IpVersion ip) {
        return description.addresses().stream()
                .filter(net -> net.ip() == ip)
                .map(Net::address)
                .findFirst();
    }

    Joint.Place place(IpVersion ip) {
        InetAddress iut = iut(description, ip)
                .orElseThrow(() -> new LabException("the stack has no address of " + ip + "; name one under stack:"));
        return new Joint.Place(iut, Optional.empty(), ports(), phantom(ip), () -> phantom(ip));
    }

    /** Each service has its port; what asks for another finds nobody there. */
    private IntUnaryOperator ports() {
        int first = FIRST_PORT + JoinedBench.PORTS * Math.floorMod(blocks.getAndIncrement(), BLOCKS);
        if (description.driver() instanceof Services services) {
            int daytime = services.daytime().orElse(first + Bench.SERVICE_THAT_CLOSES);
            return index -> switch (index) {
                case 0 -> services.discard();
                case Bench.SERVICE_THAT_CLOSES -> daytime;
                default -> first + index;
            };
        }
        return index -> first + index;
    }

    private InetAddress phantom(IpVersion ip) {
        Net peers = description.peers().stream()
                .filter(net -> net.ip() == ip)
                .findFirst()
                .orElseThrow(() -> new LabException("there are no peers: of " + ip + " under stack:"));
        for (int tries = 0; tries < peers.size(); tries++) {
            int number = 1 + Math.floorMod(phantoms.getAndIncrement(), Math.max(1, peers.size() - 2));
            InetAddress candidate = peers.at(number);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new LabException("peers: " + peers + " has no address left");
    }

    private boolean isFree(InetAddress candidate) {
        return isOurs(description, candidate) && !description.gateways().contains(candidate);
    }
}
