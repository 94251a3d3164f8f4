package org.tcpspec.spi.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The eight control bits of a segment.
 *
 * @param bits the flags octet, 0 to 255
 */
public record Flags(int bits) {

    public static final Flags NONE = new Flags(0);

    /** The order in which RFC 9293 writes them: what the segment is for first, then ACK. */
    private static final List<Flag> WRITTEN =
            List.of(Flag.SYN, Flag.FIN, Flag.RST, Flag.URG, Flag.PSH, Flag.ACK, Flag.ECE, Flag.CWR);

    /** The flags that decide how a segment is processed; the others only accompany it. */
    private static final Flags CONTROL = of(Flag.SYN, Flag.FIN, Flag.RST, Flag.ACK, Flag.URG);

    public Flags {
        if ((bits & ~0xff) != 0) {
            throw new IllegalArgumentException("flags do not fit an octet: " + bits);
        }
    }

    public static Flags of(Flag... flags) {
        return new Flags(Arrays.stream(flags).mapToInt(Flag::bit).reduce(0, (a, b) -> a | b));
    }

    /**
     * Reads flags as the RFC writes them, such as {@code SYN,ACK}. The word {@code none} means no flag.
     *
     * @throws IllegalArgumentException naming the word that is no flag
     */
    public static Flags parse(String text) {
        if (text.isBlank() || text.equals("none")) {
            return NONE;
        }
        Flags flags = NONE;
        for (String word : text.split(",")) {
            try {
                flags = flags.with(Flag.valueOf(word.strip()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "\"" + word.strip() + "\" is not a flag; the flags are " + WRITTEN, e);
            }
        }
        return flags;
    }

    public boolean has(Flag flag) {
        return (bits & flag.bit()) != 0;
    }

    public Flags with(Flag flag) {
        return new Flags(bits | flag.bit());
    }

    public Flags without(Flag flag) {
        return new Flags(bits & ~flag.bit());
    }

    /** SYN, FIN, RST, ACK and URG only: what the tables of RFC 9293 speak of. */
    public Flags control() {
        return new Flags(bits & CONTROL.bits);
    }

    @Override
    public String toString() {
        return bits == 0
                ? "none"
                : WRITTEN.stream().filter(this::has).map(Flag::name).collect(Collectors.joining(","));
    }
}
