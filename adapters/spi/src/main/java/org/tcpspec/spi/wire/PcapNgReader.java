package org.tcpspec.spi.wire;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads pcapng files: every section in its own order, every interface with its own clock, unknown blocks passed over. */
final class PcapNgReader {

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

    private final CaptureInput in;
    private final Consumer<CapturedPacket> packets;
    private final LongConsumer dropped;
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private final Map<Integer, Long> told = new HashMap<>();
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    private PcapNgReader(CaptureInput in, Consumer<CapturedPacket> packets, LongConsumer dropped) {
        this.in = in;
        this.packets = packets;
        this.dropped = dropped;
    }

    /** Reads on after the first four octets of the file, which were those of a section header. */
    static void read(CaptureInput in, Consumer<CapturedPacket> packets, LongConsumer dropped) throws IOException {
        PcapNgReader reader = new PcapNgReader(in, packets, dropped);
        reader.section(0);
        while (reader.block()) {
            // every block that is there
        }
    }

    private boolean block() throws IOException {
        long at = in.offset();
        ByteBuffer word = in.nextOrEnd(4, order, "the type of a block");
        if (!word.hasRemaining()) {
            return false;
        }
        int type = word.getInt();
        if (type == PcapNg.SECTION_HEADER) {
            section(at);
            return true;
        }
        ByteBuffer body = body(at, in.next(4, order, "the length of a block").getInt(), 8);
        try {
            switch (type) {
                case PcapNg.INTERFACE_DESCRIPTION -> interfaces.add(CaptureInterface.read(body));
                case PcapNg.ENHANCED_PACKET -> enhancedPacket(at, body);
                case PcapNg.SIMPLE_PACKET -> simplePacket(at, body);
                case PcapNg.OBSOLETE_PACKET -> obsoletePacket(at, body);
                case PcapNg.INTERFACE_STATISTICS -> statistics(at, body);
                default -> {} // names, secrets: nothing about packets
            }
        } catch (BufferUnderflowException e) {
            throw new CaptureFormatException(at, "a block of type " + type + " is too short for what it should hold");
        }
        return true;
    }

    /** The rest of a block without its trailing length, which must repeat the leading one. */
    private ByteBuffer body(long at, int total, int read) throws IOException {
        if (total < read + 4 || total % 4 != 0 || total > CaptureInput.MAX_LENGTH) {
            throw new CaptureFormatException(
                    at, "a block claims the impossible length of " + Integer.toUnsignedString(total) + " octets");
        }
        ByteBuffer rest = in.next(total - read, order, "the rest of the block that begins at " + at);
        int repeated = rest.getInt(rest.limit() - 4);
        if (repeated != total) {
            throw new CaptureFormatException(
                    at,
                    "a block begins with the length " + total + " and ends with " + Integer.toUnsignedString(repeated));
        }
        return rest.limit(rest.limit() - 4);
    }

    private void section(long at) throws IOException {
        ByteBuffer start = in.next(8, ByteOrder.BIG_ENDIAN, "a section header");
        int magic = start.getInt(4);
        if (magic == BYTE_ORDER_MAGIC) {
            order = ByteOrder.BIG_ENDIAN;
        } else if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            order = ByteOrder.LITTLE_ENDIAN;
        } else {
            throw new CaptureFormatException(at, "a section header lacks the byte-order magic");
        }
        ByteBuffer body = body(at, start.order(order).getInt(0), 12);
        int major = body.remaining() < 12 ? -1 : body.getShort();
        if (major != 1) {
            throw new CaptureFormatException(at, "a section has the major version " + major + ", and only 1 is known");
        }
        interfaces.clear();
        told.clear();
    }

    private void enhancedPacket(long at, ByteBuffer body) throws IOException {
        CaptureInterface from = interfaceOf(at, body.getInt());
        long time = time(body);
        int captured = body.getInt();
        int original = body.getInt();
        Bytes octets = octets(at, body, captured);
        packet(from, time, octets, original, body);
    }

    private void obsoletePacket(long at, ByteBuffer body) throws IOException {
        CaptureInterface from = interfaceOf(at, body.getShort() & 0xffff);
        body.getShort();
        long time = time(body);
        int captured = body.getInt();
        int original = body.getInt();
        Bytes octets = octets(at, body, captured);
        packet(from, time, octets, original, body);
    }

    private void packet(CaptureInterface from, long time, Bytes octets, int original, ByteBuffer options) {
        List<String> comments = new ArrayList<>();
        CapturedPacket.Direction[] direction = {CapturedPacket.Direction.UNKNOWN};
        PcapNgOptions.forEach(options, (code, value) -> {
            if (code == PcapNg.OPTION_COMMENT) {
                comments.add(StandardCharsets.UTF_8.decode(value).toString());
            } else if (code == PcapNg.OPTION_FLAGS && value.remaining() >= 4) {
                direction[0] = PcapNg.direction(value.getInt());
            }
        });
        packets.accept(new CapturedPacket(
                from.nanos(time), from.linkType(), octets, original, direction[0], String.join("\n", comments)));
    }

    /** A packet without a time, always of the first interface. */
    private void simplePacket(long at, ByteBuffer body) throws IOException {
        CaptureInterface from = interfaceOf(at, 0);
        int original = body.getInt();
        int limit = from.snapLength() == 0 ? original : Math.min(from.snapLength(), original);
        Bytes octets = octets(at, body, limit);
        packets.accept(new CapturedPacket(0, from.linkType(), octets, original, CapturedPacket.Direction.UNKNOWN, ""));
    }

    /** The counters run from the beginning of the capture. */
    private void statistics(long at, ByteBuffer body) throws IOException {
        int of = body.getInt();
        interfaceOf(at, of);
        body.getLong();
        long[] drops = {0};
        PcapNgOptions.forEach(body, (code, value) -> {
            if ((code == PcapNg.OPTION_IFDROP || code == PcapNg.OPTION_OSDROP) && value.remaining() >= Long.BYTES) {
                drops[0] += value.getLong();
            }
        });
        long before = told.getOrDefault(of, 0L);
        if (drops[0] > before) {
            told.put(of, drops[0]);
            dropped.accept(drops[0] - before);
        }
    }

    private CaptureInterface interfaceOf(long at, int number) throws CaptureFormatException {
        if (number < 0 || number >= interfaces.size()) {
            throw new CaptureFormatException(
                    at,
                    "a block names interface " + Integer.toUnsignedString(number) + ", and " + interfaces.size()
                            + " are described before it");
        }
        return interfaces.get(number);
    }

    private static long time(ByteBuffer body) {
        return (long) body.getInt() << 32 | Integer.toUnsignedLong(body.getInt());
    }

    private static Bytes octets(long at, ByteBuffer body, int length) throws CaptureFormatException {
        if (length < 0 || length > body.remaining()) {
            throw new CaptureFormatException(
                    at,
                    "a packet claims " + Integer.toUnsignedString(length) + " octets in a block that has room for "
                            + body.remaining());
        }
        Bytes octets = CaptureInput.take(body, length);
        body.position(Math.min(body.limit(), body.position() + (-length & 3)));
        return octets;
    }
}
