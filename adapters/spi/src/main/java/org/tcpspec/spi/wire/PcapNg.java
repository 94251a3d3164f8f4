package org.tcpspec.spi.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Capture files: writes pcapng, reads pcapng and classic pcap.
 *
 * <p>What is written has one section, one interface of link type {@link LinkType#RAW} with times in nanoseconds, and
 * one enhanced packet block for each packet, with its direction and its comment. The same packets give the same
 * octets: no date, no host name.
 */
public final class PcapNg {

    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int INTERFACE_STATISTICS = 5;
    static final int ENHANCED_PACKET = 6;

    static final int OPTION_END = 0;
    static final int OPTION_COMMENT = 1;
    static final int OPTION_FLAGS = 2;
    static final int OPTION_TSRESOL = 9;
    static final int OPTION_IFDROP = 5;
    static final int OPTION_OSDROP = 7;
    private static final int OPTION_IF_NAME = 2;
    private static final int OPTION_USER_APPLICATION = 4;

    private static final int MAX_COMMENT = 0xffff;
    private static final byte NANOSECONDS = 9;

    private PcapNg() {}

    /**
     * Reads a capture file from its first octet on. Packets that stand before damage have been handed over when the
     * exception comes.
     *
     * @param packets takes the packets in the order of the file
     * @throws CaptureFormatException if the file is neither pcapng nor pcap, is cut short or damaged
     */
    public static void read(InputStream in, Consumer<CapturedPacket> packets) throws IOException {
        read(in, packets, dropped -> {});
    }

    /**
     * As {@link #read(InputStream, Consumer)}, and tells what the capturing program dropped, as far as the file says so.
     *
     * @param dropped takes, for each statistics block with such counters, how many packets were dropped since the one
     *     before of the same interface
     */
    public static void read(InputStream in, Consumer<CapturedPacket> packets, LongConsumer dropped) throws IOException {
        CaptureInput input = new CaptureInput(in);
        ByteBuffer start = input.nextOrEnd(4, ByteOrder.BIG_ENDIAN, "the file header");
        if (!start.hasRemaining()) {
            throw new CaptureFormatException(0, "there is nothing: the file is empty");
        }
        int magic = start.getInt();
        if (magic == SECTION_HEADER) {
            PcapNgReader.read(input, packets, dropped);
        } else if (PcapReader.isMagic(magic)) {
            PcapReader.read(magic, input, packets);
        } else if (magic >>> 16 == 0x1f8b) {
            throw new CaptureFormatException(0, "begins gzip; unpack the file first");
        } else {
            throw new CaptureFormatException(0, String.format("stands %08x: neither pcapng nor pcap", magic));
        }
    }

    /**
     * Begins a file: writes its section header and its interface.
     *
     * @param interfaceName what the interface is called in the file
     */
    public static Writer writer(OutputStream out, String interfaceName) throws IOException {
        ByteBuffer section = block(SECTION_HEADER, 16 + PcapNgOptions.size(7) + 4);
        section.putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1);
        PcapNgOptions.put(section, OPTION_USER_APPLICATION, "tcpspec".getBytes(StandardCharsets.UTF_8));
        finish(section, out);
        byte[] name = atMost(interfaceName);
        ByteBuffer description =
                block(INTERFACE_DESCRIPTION, 8 + PcapNgOptions.size(name.length) + PcapNgOptions.size(1) + 4);
        description.putShort((short) LinkType.RAW).putShort((short) 0).putInt(0);
        PcapNgOptions.put(description, OPTION_IF_NAME, name);
        PcapNgOptions.put(description, OPTION_TSRESOL, new byte[] {NANOSECONDS});
        finish(description, out);
        return new Writer(out);
    }

    /** Writes packets to a file that {@link PcapNg#writer} began. Used by one thread. */
    public static final class Writer implements Closeable {

        private final OutputStream out;

        private Writer(OutputStream out) {
            this.out = out;
        }

        /**
         * Appends an IP packet.
         *
         * @param nanos nanoseconds since 1 January 1970, not negative
         * @param packet from the first octet of the IP header on
         * @param comment a remark for people, or empty; what passes 65535 octets of UTF-8 is left out
         */
        public void write(long nanos, Bytes packet, CapturedPacket.Direction direction, String comment)
                throws IOException {
            byte[] remark = atMost(comment);
            int size = 20 + (packet.length() + 3 & ~3) + PcapNgOptions.size(4) + 4;
            ByteBuffer block =
                    block(ENHANCED_PACKET, remark.length == 0 ? size : size + PcapNgOptions.size(remark.length));
            block.putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
            block.putInt(packet.length()).putInt(packet.length()).put(packet.buffer());
            block.position(block.position() + (-packet.length() & 3));
            if (remark.length != 0) {
                PcapNgOptions.put(block, OPTION_COMMENT, remark);
            }
            PcapNgOptions.put(block, OPTION_FLAGS, new byte[] {0, 0, 0, (byte) direction.ordinal()});
            finish(block, out);
        }

        /** As {@link #write(long, Bytes, CapturedPacket.Direction, String)}, without a comment. */
        public void write(long nanos, Bytes packet, CapturedPacket.Direction direction) throws IOException {
            write(nanos, packet, direction, "");
        }

        /** Flushes and closes the stream. */
        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** The two lowest bits of {@code epb_flags}. */
    static CapturedPacket.Direction direction(int flags) {
        return switch (flags & 3) {
            case 1 -> CapturedPacket.Direction.INBOUND;
            case 2 -> CapturedPacket.Direction.OUTBOUND;
            default -> CapturedPacket.Direction.UNKNOWN;
        };
    }

    /** A block in network order, its type and length in place, with room for {@code body} octets. */
    private static ByteBuffer block(int type, int body) {
        return ByteBuffer.allocate(12 + body).putInt(type).putInt(12 + body);
    }

    /** Ends the option list (a word of zeros, already there) and the block. */
    private static void finish(ByteBuffer block, OutputStream out) throws IOException {
        block.putInt(block.capacity() - 4, block.capacity());
        out.write(block.array());
    }

    private static byte[] atMost(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length <= MAX_COMMENT) {
            return octets;
        }
        int end = MAX_COMMENT;
        // not within a character of several octets
        while ((octets[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(octets, end);
    }
}
