package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.CapturedPacket.Direction;

class PcapNgTest {

    private static final long NANOS = 1_790_000_000_123_456_789L;

    @Test
    void roundTripKeepsNanosecondsDirectionAndComment() throws IOException {
        List<CapturedPacket> written = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Direction direction = Direction.values()[i % 3];
            written.add(CapturedPacket.ip(
                    NANOS + i, Bytes.pattern(7, 0, 40 + i), direction, i % 2 == 0 ? "" : "Rätsel " + "x".repeat(i)));
        }
        assertThat(read(write(written))).isEqualTo(written);
    }

    @Test
    void theSamePacketsGiveTheSameOctets() throws IOException {
        List<CapturedPacket> one = List.of(CapturedPacket.ip(NANOS, Bytes.hex("45"), Direction.INBOUND, "once"));
        assertThat(write(one)).isEqualTo(write(one));
    }

    @Test
    void aCommentTooLongIsCutAtACharacter() throws IOException {
        List<CapturedPacket> written =
                List.of(CapturedPacket.ip(1, Bytes.hex("45"), Direction.INBOUND, "x" + "ä".repeat(40_000)));
        assertThat(read(write(written)).get(0).comment()).isEqualTo("x" + "ä".repeat(32_767));
    }

    @Test
    void classicPcapInBothOrdersAndBothUnits() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (boolean nanos : new boolean[] {false, true}) {
                ByteBuffer file = ByteBuffer.allocate(24 + 16 + 5).order(order);
                file.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
                file.putLong(0).putInt(65535).putInt(LinkType.ETHERNET);
                file.putInt((int) 3_000_000_000L).putInt(999_999);
                file.putInt(5).putInt(60).put(new byte[] {1, 2, 3, 4, 5});
                assertThat(read(file.array()))
                        .containsExactly(new CapturedPacket(
                                3_000_000_000_000_000_000L + (nanos ? 999_999L : 999_999_000L),
                                LinkType.ETHERNET,
                                Bytes.of((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5),
                                60,
                                Direction.UNKNOWN,
                                ""));
            }
        }
    }

    @Test
    void manySectionsAndInterfacesUnknownBlocksAndOtherClocks() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            file.write(section(order));
            file.write(block(order, 1, description(order, LinkType.ETHERNET)));
            file.write(block(order, 0x0bad, new byte[8]));
            // if_tsresol 2^-10, if_tsoffset 100 s
            file.write(block(
                    order,
                    1,
                    bytes(
                            order,
                            b -> b.putInt(order == ByteOrder.BIG_ENDIAN ? LinkType.RAW << 16 : LinkType.RAW)
                                    .putInt(0)
                                    .putShort((short) 9)
                                    .putShort((short) 1)
                                    .put((byte) 0x8a)
                                    .put(new byte[3])
                                    .putShort((short) 14)
                                    .putShort((short) 8)
                                    .putLong(100))));
            file.write(block(
                    order,
                    6,
                    bytes(
                            order,
                            b -> b.putInt(1)
                                    .putLong(time(order, 1536))
                                    .putInt(1)
                                    .putInt(1)
                                    .putInt(7))));
            // microseconds where nothing is said; two comments
            file.write(block(
                    order,
                    6,
                    bytes(
                            order,
                            b -> b.putInt(0)
                                    .putLong(time(order, 5))
                                    .putInt(0)
                                    .putInt(9)
                                    .putShort((short) 1)
                                    .putShort((short) 1)
                                    .put((byte) 'a')
                                    .put(new byte[3])
                                    .putShort((short) 1)
                                    .putShort((short) 1)
                                    .put((byte) 'b')
                                    .put(new byte[3])
                                    .putInt(0))));
            file.write(block(order, 3, bytes(order, b -> b.putInt(2).put(new byte[] {1, 2, 0, 0}))));
            file.write(block(
                    order,
                    2,
                    bytes(
                            order,
                            b -> b.putShort((short) 0)
                                    .putShort((short) 3)
                                    .putLong(time(order, 6))
                                    .putInt(0)
                                    .putInt(0))));
        }
        List<CapturedPacket> packets = read(file.toByteArray());
        assertThat(packets).hasSize(8);
        for (int half = 0; half < 8; half += 4) {
            assertThat(packets.get(half).nanos()).isEqualTo(101_500_000_000L);
            assertThat(packets.get(half).linkType()).isEqualTo(LinkType.RAW);
            assertThat(packets.get(half + 1).nanos()).isEqualTo(5000);
            assertThat(packets.get(half + 1).comment()).isEqualTo("a\nb");
            assertThat(packets.get(half + 1).isCut()).isTrue();
            assertThat(packets.get(half + 2).octets()).isEqualTo(Bytes.hex("0102"));
            assertThat(packets.get(half + 3).nanos()).isEqualTo(6000);
        }
    }

    @Test
    void damageIsToldInOneSentenceWithItsPlace() throws IOException {
        byte[] whole = write(List.of(CapturedPacket.ip(1, Bytes.pattern(1, 0, 40), Direction.INBOUND, "")));
        assertRefused(new byte[0], 0, "empty");
        assertRefused(new byte[] {1, 2}, 0, "cut short");
        assertRefused(
                "hello, world".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, "neither pcapng nor pcap");
        assertRefused(Bytes.hex("1f8b0800").toArray(), 0, "gzip");
        assertRefused(Arrays.copyOf(whole, whole.length - 3), 0, "cut short");
        byte[] wrongLength = whole.clone();
        wrongLength[whole.length - 1]++;
        assertRefused(wrongLength, 0, "begins with the length");
        byte[] wrongInterface = whole.clone();
        wrongInterface[whole.length - 84 + 11] = 9;
        assertRefused(wrongInterface, whole.length - 84L, "names interface 9");
        byte[] wrongMagic = whole.clone();
        wrongMagic[8] = 0;
        assertRefused(wrongMagic, 0, "byte-order magic");
    }

    @Test
    void whatStandsBeforeTheDamageIsHandedOver() throws IOException {
        CapturedPacket packet = CapturedPacket.ip(1, Bytes.pattern(1, 0, 40), Direction.INBOUND, "");
        byte[] whole = write(List.of(packet, packet));
        List<CapturedPacket> packets = new ArrayList<>();
        assertThatThrownBy(() -> PcapNg.read(new ByteArrayInputStream(whole, 0, whole.length - 1), packets::add))
                .isInstanceOf(CaptureFormatException.class);
        assertThat(packets).containsExactly(packet);
    }

    @Test
    void anyOctetsAreReadOrRefused() throws IOException {
        Random random = new Random(4711);
        CapturedPacket packet = CapturedPacket.ip(NANOS, Bytes.pattern(1, 0, 41), Direction.OUTBOUND, "note");
        byte[] whole = write(List.of(packet, packet));
        for (int i = 0; i < 20_000; i++) {
            byte[] file = Arrays.copyOf(whole, random.nextInt(8) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int n = random.nextInt(4); n > 0 && file.length > 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                read(file);
            } catch (CaptureFormatException e) {
                assertThat(e).hasMessageStartingWith("At octet ").hasMessageEndingWith(".");
            }
        }
    }

    private static void assertRefused(byte[] file, long atLeast, String words) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        CaptureFormatException.class,
                        e -> assertThat(e.offset())
                                .isGreaterThanOrEqualTo(atLeast)
                                .isLessThanOrEqualTo(file.length))
                .hasMessageContaining(words);
    }

    private static byte[] write(List<CapturedPacket> packets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapNg.Writer writer = PcapNg.writer(out, "peer")) {
            for (CapturedPacket p : packets) {
                writer.write(p.nanos(), p.octets(), p.direction(), p.comment());
            }
        }
        return out.toByteArray();
    }

    private static List<CapturedPacket> read(byte[] file) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        PcapNg.read(new ByteArrayInputStream(file), packets::add);
        return packets;
    }

    private static byte[] bytes(ByteOrder order, java.util.function.Consumer<ByteBuffer> fill) {
        ByteBuffer b = ByteBuffer.allocate(100).order(order);
        fill.accept(b);
        return Arrays.copyOf(b.array(), b.position());
    }

    /** The upper word stands first whatever the order. */
    private static long time(ByteOrder order, long time) {
        return order == ByteOrder.BIG_ENDIAN ? time : time << 32;
    }

    private static byte[] description(ByteOrder order, int linkType) {
        return bytes(
                order, b -> b.putShort((short) linkType).putShort((short) 0).putInt(0));
    }

    private static byte[] section(ByteOrder order) {
        return block(
                order,
                0x0a0d0d0a,
                bytes(
                        order,
                        b -> b.putInt(0x1a2b3c4d)
                                .putInt(1 << (order == ByteOrder.BIG_ENDIAN ? 16 : 0))
                                .putLong(-1)));
    }

    private static byte[] block(ByteOrder order, int type, byte[] body) {
        return bytes(
                order, b -> b.putInt(type).putInt(body.length + 12).put(body).putInt(body.length + 12));
    }
}
