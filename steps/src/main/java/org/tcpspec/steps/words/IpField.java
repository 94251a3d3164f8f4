package org.tcpspec.steps.words;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.tcpspec.spi.wire.Bytes;

/** What the peer's packets may carry in IP, and TCP has to take no notice of (RFC 9293 section 3.9.2). */
public enum IpField {
    /** A type that RFC 4727 sets aside for experiments. */
    UNKNOWN_OPTION("an unknown IP option", "9e040000"),
    NO_OPERATION("no-operation options", "01010101"),
    /** Pointer 4: room for two addresses (RFC 791 section 3.1). */
    RECORD_ROUTE("a record route option", "070b04000000000000000000"),
    /** Pointer 5, time stamps alone: room for two. */
    TIMESTAMP("an IP timestamp option", "440c05000000000000000000"),
    /** A destination options header with an option of the kind to be skipped if unknown (RFC 8200 section 4.2). */
    DESTINATION_OPTION("an unknown destination option", "06001e0400000000");

    static final String REGEXP = "an unknown IP option|no-operation options|a record route option"
            + "|an IP timestamp option|an unknown destination option";

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int DESTINATION_OPTIONS = 60;

    private final String words;
    private final Bytes octets;

    IpField(String words, String hex) {
        this.words = words;
        this.octets = Bytes.hex(hex);
    }

    static IpField named(String words) {
        return Arrays.stream(values())
                .filter(f -> f.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing in IP: " + words));
    }

    /** Puts it into a packet that has no options yet. */
    UnaryOperator<Bytes> dress() {
        return this == DESTINATION_OPTION ? this::afterIpv6Header : this::inIpv4Header;
    }

    private Bytes inIpv4Header(Bytes packet) {
        byte[] header = packet.slice(0, IPV4_HEADER).plus(octets).toArray();
        header[0] = (byte) (0x40 | header.length / 4);
        put16(header, 2, packet.length() + octets.length());
        put16(header, 10, 0);
        put16(header, 10, ~sum(header));
        return Bytes.of(header).plus(packet.from(IPV4_HEADER));
    }

    private Bytes afterIpv6Header(Bytes packet) {
        byte[] header = packet.slice(0, IPV6_HEADER).toArray();
        put16(header, 4, packet.length() - IPV6_HEADER + octets.length());
        header[6] = DESTINATION_OPTIONS;
        return Bytes.of(header).plus(octets).plus(packet.from(IPV6_HEADER));
    }

    /** The codepoint in the traffic class of either IP version. */
    static UnaryOperator<Bytes> diffserv(int codepoint) {
        return packet -> {
            byte[] octets = packet.toArray();
            int trafficClass = codepoint << 2;
            if (packet.at(0) >> 4 == 4) {
                octets[1] = (byte) trafficClass;
                put16(octets, 10, 0);
                put16(octets, 10, ~sum(packet(octets, IPV4_HEADER)));
            } else {
                put16(octets, 0, 6 << 12 | trafficClass << 4);
            }
            return Bytes.of(octets);
        };
    }

    private static byte[] packet(byte[] octets, int header) {
        return Arrays.copyOf(octets, header);
    }

    private static void put16(byte[] octets, int at, int value) {
        octets[at] = (byte) (value >> 8);
        octets[at + 1] = (byte) value;
    }

    private static int sum(byte[] octets) {
        int sum = 0;
        for (int i = 0; i < octets.length; i += 2) {
            sum += (octets[i] & 0xff) << 8 | octets[i + 1] & 0xff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (sum & 0xffff) + (sum >>> 16);
    }
}
