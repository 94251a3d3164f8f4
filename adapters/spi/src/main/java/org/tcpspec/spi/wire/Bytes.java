package org.tcpspec.spi.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** An immutable run of octets with value equality. */
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** A copy of {@code octets}. */
    public static Bytes of(byte... octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
    }

    /**
     * The octets of {@code ascii}.
     *
     * @throws IllegalArgumentException if a character is not ASCII
     */
    public static Bytes ascii(String ascii) {
        if (ascii.chars().anyMatch(c -> c > 0x7f)) {
            throw new IllegalArgumentException("\"" + ascii + "\" is not ASCII");
        }
        return new Bytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads {@code 0a1b...}. */
    public static Bytes hex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /**
     * A test pattern of {@code length} octets that depends on {@code seed} and on each octet's position from
     * {@code offset} on, so that text which is lost, doubled or moved is noticed.
     */
    public static Bytes pattern(long seed, long offset, int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            long x = (offset + i) * 0x9E3779B97F4A7C15L + seed;
            x ^= x >>> 29;
            octets[i] = (byte) (x * 0xBF58476D1CE4E5B9L >>> 56);
        }
        return new Bytes(octets);
    }

    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        return octets[index] & 0xff;
    }

    /**
     * The octets from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException if they are not all there
     */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, octets.length);
        return from == 0 && to == octets.length ? this : of(Arrays.copyOfRange(octets, from, to));
    }

    public Bytes from(int index) {
        return slice(index, octets.length);
    }

    public Bytes plus(Bytes other) {
        byte[] joined = Arrays.copyOf(octets, octets.length + other.octets.length);
        System.arraycopy(other.octets, 0, joined, octets.length, other.octets.length);
        return new Bytes(joined);
    }

    /** A copy of the octets. */
    public byte[] toArray() {
        return octets.clone();
    }

    /** A read-only view of the octets. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(octets).asReadOnlyBuffer();
    }

    public String toHex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return octets.length <= 16 ? toHex() : slice(0, 16).toHex() + "... (" + octets.length + " octets)";
    }
}
