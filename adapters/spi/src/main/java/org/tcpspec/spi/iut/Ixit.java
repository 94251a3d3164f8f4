package org.tcpspec.spi.iut;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The extra facts needed to test an IUT. Each says in {@link #sources} how it is known.
 *
 * @param msl the maximum segment lifetime that the stack uses (half of what it holds TIME-WAIT)
 * @param rtoInitial RTO before any sample
 * @param rtoMin the least RTO
 * @param rtoMax the greatest RTO
 * @param delayedAck the longest that an ACK is delayed; less than 500 ms (MUST-40)
 * @param r2 how long unacknowledged data is retransmitted before the connection is given up
 * @param synR2 the same for SYN and for SYN,ACK
 * @param reaction how long silence in mid-scenario lasts in real time
 * @param ackThrottle the least gap between challenge or duplicate ACKs that the stack sends
 * @param tick the granularity of the stack's timers
 * @param connections how many connections the IUT can hold; 0 for no known limit
 * @param parallel how many scenarios may use the IUT at once; 0 for no limit
 * @param sources for each of these names: {@code claimed}, {@code probed} or {@code default}
 */
public record Ixit(
        Duration msl,
        Duration rtoInitial,
        Duration rtoMin,
        Duration rtoMax,
        Duration delayedAck,
        Duration r2,
        Duration synR2,
        Duration reaction,
        Duration ackThrottle,
        Duration tick,
        int connections,
        int parallel,
        Map<String, String> sources) {
    public Ixit {
        sources = Map.copyOf(sources);
    }

    /** What RFC 9293 suggests where it names a figure, for an IUT that says nothing. */
    public static final Ixit DEFAULT = new Ixit(
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofMillis(500),
            Duration.ofSeconds(100),
            Duration.ofSeconds(180),
            Duration.ofMillis(250),
            Duration.ZERO,
            Duration.ofMillis(10),
            1,
            1,
            Map.of());

    /** With another MSL, as the stack claims it. */
    public Ixit withMsl(Duration other) {
        Map<String, String> known = new HashMap<>(sources);
        known.put("msl", "claimed");
        return new Ixit(
                other,
                rtoInitial,
                rtoMin,
                rtoMax,
                delayedAck,
                r2,
                synR2,
                reaction,
                ackThrottle,
                tick,
                connections,
                parallel,
                known);
    }
}
