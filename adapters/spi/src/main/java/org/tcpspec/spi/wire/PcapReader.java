package org.tcpspec.spi.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Reads classic pcap files, in either order, with microseconds or nanoseconds. */
final class PcapReader {

    private static final int MAGIC_MICROS = 0xa1b2c3d4;
    private static final int MAGIC_NANOS = 0xa1b23c4d;
    private static final long SECOND = 1_000_000_000;

    private PcapReader() {}

    static boolean isMagic(int bigEndian) {
        return isOurs(bigEndian) || isOurs(Integer.reverseBytes(bigEndian));
    }

    private static boolean isOurs(int magic) {
        return magic == MAGIC_MICROS || magic == MAGIC_NANOS;
    }

    /** Reads on after the first four octets of the file, {@code bigEndian}. */
    static void read(int bigEndian, CaptureInput in, Consumer<CapturedPacket> packets) throws IOException {
        ByteOrder order = isOurs(bigEndian) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int magic = isOurs(bigEndian) ? bigEndian : Integer.reverseBytes(bigEndian);
        int unit = magic == MAGIC_NANOS ? 1 : 1000;
        ByteBuffer header = in.next(20, order, "the file header");
        int major = header.getShort(0);
        if (major != 2) {
            throw new CaptureFormatException(4, "stands pcap version " + major + ", and only version 2 is known");
        }
        // The upper half of the word holds the length of a frame check sequence, not the link type.
        int linkType = header.getInt(16) & 0xffff;
        while (true) {
            long at = in.offset();
            ByteBuffer record = in.nextOrEnd(16, order, "the header of a packet");
            if (!record.hasRemaining()) {
                return;
            }
            long seconds = Integer.toUnsignedLong(record.getInt());
            long fraction = Integer.toUnsignedLong(record.getInt());
            int captured = record.getInt();
            int original = record.getInt();
            if (captured < 0 || captured > CaptureInput.MAX_LENGTH || original < 0) {
                throw new CaptureFormatException(
                        at,
                        "a packet claims " + Integer.toUnsignedString(captured) + " octets of "
                                + Integer.toUnsignedString(original) + ", which no packet has");
            }
            Bytes octets = CaptureInput.take(in.next(captured, order, "a packet"), captured);
            packets.accept(new CapturedPacket(
                    seconds * SECOND + fraction * unit,
                    linkType,
                    octets,
                    original,
                    CapturedPacket.Direction.UNKNOWN,
                    ""));
        }
    }
}
