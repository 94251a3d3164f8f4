package org.tcpspec.model;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.spi.iut.LabException;

/**
 * What a host is set to besides what the RFCs demand or offer, as operators know it.
 *
 * @param ports the ephemeral ports
 * @param reuse which connections in TIME-WAIT an active OPEN may take over
 * @param reuseDelay how long such a connection must have been in TIME-WAIT
 * @param recycling whether TIME-WAIT is cut short and SYNs are compared with the newest timestamp of their address
 * @param asksForEcn whether an active OPEN asks for ECN
 * @param finWait2 how long FIN-WAIT-2 may last once the user has closed both ways; empty for as long as it takes
 */
public record HostSettings(
        Ports ports,
        Reuse reuse,
        Duration reuseDelay,
        boolean recycling,
        boolean asksForEcn,
        Optional<Duration> finWait2) {

    /** The ports from {@code first} to {@code last}. */
    public record Ports(int first, int last) {
        /** How many they are. */
        public int count() {
            return last - first + 1;
        }
    }

    /** Where an active OPEN may take over a connection in TIME-WAIT. */
    public enum Reuse {
        OFF,
        ON,
        LOOPBACK_ONLY;

        boolean covers(InetAddress remote) {
            return this == ON || this == LOOPBACK_ONLY && remote.isLoopbackAddress();
        }
    }

    /** The values of 1 to 65535: {@code 40000-40003}. */
    public static final String EPHEMERAL_PORTS = "ephemeral ports";

    /** {@code on}, {@code off} or {@code loopback-only}. */
    public static final String REUSE = "reuse of TIME-WAIT";

    /** A time: {@code 100ms}, {@code 1s}. */
    public static final String REUSE_DELAY = "delay of reuse";

    /** {@code on} or {@code off}. */
    public static final String RECYCLING = "TIME-WAIT recycling";

    /** A time. */
    public static final String FIN_WAIT_2 = "FIN-WAIT-2 timeout";

    /** {@code on} or {@code off}. */
    public static final String ASK_FOR_ECN = "ask for ECN";

    /** The speaking names, in the order in which they are listed. */
    static final List<String> NAMES = List.of(EPHEMERAL_PORTS, REUSE, REUSE_DELAY, RECYCLING, FIN_WAIT_2, ASK_FOR_ECN);

    /** The dynamic ports of RFC 6335 section 6; none of the rest. */
    public static final HostSettings DEFAULT = new HostSettings(
            new Ports(49_152, 65_535), Reuse.OFF, Duration.ofSeconds(1), false, false, Optional.empty());

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s)");

    /**
     * With one of them changed.
     *
     * @throws LabException for a value that it cannot have
     */
    HostSettings with(String name, String value) {
        return switch (name) {
            case EPHEMERAL_PORTS -> new HostSettings(ports(value), reuse, reuseDelay, recycling, asksForEcn, finWait2);
            case REUSE -> new HostSettings(ports, reuse(value), reuseDelay, recycling, asksForEcn, finWait2);
            case REUSE_DELAY -> new HostSettings(ports, reuse, time(name, value), recycling, asksForEcn, finWait2);
            case RECYCLING ->
                new HostSettings(ports, reuse, reuseDelay, Profile.onOrOff(name, value), asksForEcn, finWait2);
            case FIN_WAIT_2 ->
                new HostSettings(ports, reuse, reuseDelay, recycling, asksForEcn, Optional.of(time(name, value)));
            case ASK_FOR_ECN ->
                new HostSettings(ports, reuse, reuseDelay, recycling, Profile.onOrOff(name, value), finWait2);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Ports ports(String value) {
        Matcher m = RANGE.matcher(value);
        if (m.matches()) {
            Ports ports = new Ports(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            if (ports.first() > 0 && ports.first() <= ports.last() && ports.last() <= 65_535) {
                return ports;
            }
        }
        throw new LabException("\"" + EPHEMERAL_PORTS + "\" is a range such as 40000-40003, not \"" + value + "\"");
    }

    private static Reuse reuse(String value) {
        return switch (value) {
            case "off" -> Reuse.OFF;
            case "on" -> Reuse.ON;
            case "loopback-only" -> Reuse.LOOPBACK_ONLY;
            default -> throw new LabException("\"" + REUSE + "\" is on, off or loopback-only, not \"" + value + "\"");
        };
    }

    private static Duration time(String name, String value) {
        Matcher m = TIME.matcher(value);
        if (!m.matches()) {
            throw new LabException("\"" + name + "\" is a time such as 100ms or 3s, not \"" + value + "\"");
        }
        long number = Long.parseLong(m.group(1));
        return m.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    }
}
