package org.tcpspec.spi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A capture file being read: counts the octets, knows the order of the current section. */
final class CaptureInput {

    /** No packet and no block is larger; a greater length is garbage. */
    static final int MAX_LENGTH = 1 << 24;

    private final InputStream in;
    private long offset;

    CaptureInput(InputStream in) {
        this.in = in;
    }

    /** The octets read so far. */
    long offset() {
        return offset;
    }

    /**
     * The next {@code length} octets, or an empty buffer at the end of the file.
     *
     * @throws CaptureFormatException if the file ends within them
     */
    ByteBuffer nextOrEnd(int length, ByteOrder order, String what) throws IOException {
        byte[] octets = in.readNBytes(length);
        if (octets.length != 0 && octets.length < length) {
            throw new CaptureFormatException(
                    offset, what + " of " + length + " octets is cut short: the file ends after " + octets.length);
        }
        offset += octets.length;
        return ByteBuffer.wrap(octets).order(order);
    }

    /** The next {@code length} octets; the file must not end before them. */
    ByteBuffer next(int length, ByteOrder order, String what) throws IOException {
        ByteBuffer octets = nextOrEnd(length, order, what);
        if (octets.remaining() < length) {
            throw new CaptureFormatException(offset, what + " of " + length + " octets is missing: the file ends");
        }
        return octets;
    }

    /** Takes {@code length} octets out of {@code from}. */
    static Bytes take(ByteBuffer from, int length) {
        byte[] octets = new byte[length];
        from.get(octets);
        return Bytes.of(octets);
    }
}
