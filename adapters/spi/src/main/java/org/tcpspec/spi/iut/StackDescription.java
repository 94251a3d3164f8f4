package org.tcpspec.spi.iut;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tcpspec.spi.wire.Net;

/**
 * How a stack that nobody wrote an adapter for is reached over a network: its wire, its process and its user. A plain
 * value; reading it from a file is not the adapter's business.
 *
 * @param link where its wire ends
 * @param addresses the stack's own, each with its net; of each version of IP at most one
 * @param gateways phantom routers by which it reaches peers outside its nets; of each version of IP at most one
 * @param peers the nets from which the phantom peers are taken
 * @param start the argv of the stack's process; empty if it runs already
 * @param directory where that process is started
 * @param allowPublicTarget segments may be sent to an address that any host on the Internet may have
 */
public record StackDescription(
        Link link,
        List<Net> addresses,
        List<InetAddress> gateways,
        List<Net> peers,
        List<String> start,
        Path directory,
        Ready ready,
        Reset reset,
        Driver driver,
        boolean allowPublicTarget) {

    public StackDescription {
        addresses = List.copyOf(addresses);
        gateways = List.copyOf(gateways);
        peers = List.copyOf(peers);
        start = List.copyOf(start);
    }

    /**
     * An interface of this machine.
     *
     * @param created it is a TAP device that the run makes, and that goes with it
     */
    public record Link(String name, boolean created) {}

    /**
     * When the stack can be used.
     *
     * @param line a text that a line of its output contains; empty if an answer to ARP, or to a neighbour
     *     solicitation, is the sign
     * @param within how long that may take
     */
    public record Ready(Optional<String> line, Duration within) {}

    /** What is done between two scenarios. */
    public enum Reset {
        /** Nothing but what the peer can do: it resets the connections. */
        NONE,
        /** The agent ends what the scenario left behind. */
        AGENT,
        /** The stack's process is started afresh. */
        RESTART
    }

    /** How the stack's user is driven. */
    public sealed interface Driver {}

    /** By an agent on the standard streams of the started process. */
    public record StreamAgent() implements Driver {}

    /** By an agent that waits at {@code at} for whoever knows the token. */
    public record TcpAgent(InetSocketAddress at, Optional<String> token) implements Driver {}

    /**
     * Not at all: the stack runs an ordinary service.
     *
     * @param discard the port of one that takes what comes, says nothing, and closes when its peer does (RFC 863)
     * @param daytime the port of one that says what it likes and closes first (RFC 867), if there is one
     */
    public record Services(int discard, OptionalInt daytime) implements Driver {}
}
