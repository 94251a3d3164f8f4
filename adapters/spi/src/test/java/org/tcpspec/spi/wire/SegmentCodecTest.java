package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentCodecTest {

    private static final Segment IPV4 = segment("192.0.2.1", "198.51.100.2");
    private static final Segment IPV6 = segment("2001:db8::1", "2001:db8::2");

    @Test
    void whatIsBuiltIsReadBack() {
        RandomSegments segments = new RandomSegments(1);
        for (int i = 0; i < 20_000; i++) {
            Segment segment = segments.next();
            Packet packet = SegmentCodec.decode(SegmentCodec.encode(segment));
            assertThat(packet.segment()).contains(segment);
            assertThat(packet.defects().contains(Defect.RESERVED_BITS)).isEqualTo(segment.reserved() != 0);
            assertThat(packet.defects()).isSubsetOf(Defect.RESERVED_BITS, Defect.OPTION_LENGTH);
            assertThat(SegmentCodec.encode(packet.segment().orElseThrow())).isEqualTo(packet.octets());
        }
    }

    @Test
    void everyMistakeThatIsAskedForIsSeenAndNoOther() {
        for (Segment segment : List.of(IPV4, IPV6)) {
            assertThat(defects(segment, Distortion.NONE)).isEmpty();
            assertThat(defects(segment, Distortion.wrongChecksum())).containsExactly(Defect.CHECKSUM);
            assertThat(defects(segment, Distortion.dataOffset(4))).containsExactly(Defect.DATA_OFFSET);
            assertThat(defects(segment, Distortion.dataOffset(0))).containsExactly(Defect.DATA_OFFSET);
            assertThat(defects(segment, Distortion.dataOffset(15))).containsExactly(Defect.DATA_OFFSET);
            assertThat(defects(segment, Distortion.ipLength(0))).contains(Defect.IP_LENGTH, Defect.TRUNCATED);
            assertThat(defects(segment, Distortion.ipLength(1400))).containsExactly(Defect.CUT_SHORT);
        }
        assertThat(defects(IPV4, Distortion.cutTo(19))).containsExactly(Defect.TRUNCATED);
        assertThat(defects(IPV6, Distortion.cutTo(4))).containsExactly(Defect.TRUNCATED);
        assertThat(defects(IPV4, Distortion.wrongIpChecksum())).containsExactly(Defect.IP_CHECKSUM);
        assertThat(defects(IPV6, Distortion.wrongIpChecksum())).isEmpty();
    }

    @Test
    void theChecksumCoversAnOddLastOctet() {
        for (Segment segment : List.of(IPV4, IPV6)) {
            byte[] octets =
                    SegmentCodec.encode(segment.withText(Bytes.hex("010203"))).toArray();
            octets[octets.length - 1] ^= 1;
            assertThat(SegmentCodec.decode(Bytes.of(octets)).defects()).containsExactly(Defect.CHECKSUM);
        }
    }

    @Test
    void aKnownPacketComesOutOctetByOctet() {
        Segment syn = Segment.between(endpoint("10.0.0.1", 1000), endpoint("10.0.0.2", 2000))
                .withFlags(Flags.of(Flag.SYN))
                .withSeq(SequenceNumber.of(0x01020304))
                .withWindow(65535)
                .withOptions(List.of(new TcpOption.Mss(1460)));
        assertThat(SegmentCodec.encode(syn).toHex())
                .startsWith("4500002c000040004006")
                .contains("0a0000010a000002" + "03e807d0" + "01020304" + "00000000" + "6002ffff")
                .endsWith("020405b4");
    }

    @Test
    void aFrameMayBeLongerThanThePacket() {
        Packet packet = SegmentCodec.decode(SegmentCodec.encode(IPV4).plus(Bytes.hex("000000")));
        assertThat(packet.segment()).contains(IPV4);
        assertThat(packet.defects()).containsExactly(Defect.IP_LENGTH);
    }

    @Test
    void ipv6ExtensionHeadersAreSteppedOver() {
        String padding = "010400000000";
        assertThat(extended(0, "0600" + padding).segment()).contains(IPV6);
        assertThat(extended(0, "3c00" + padding + "0600" + padding).segment()).contains(IPV6);
        assertThat(extended(43, "06000000" + "00000000").segment()).contains(IPV6);
        assertThat(extended(51, "0604" + "00".repeat(22)).segment()).contains(IPV6);
        assertThat(extended(44, "0600000000000001").segment()).contains(IPV6);
        assertThat(extended(0, "0600" + padding).defects()).isEmpty();
    }

    @Test
    void fragmentsAndOtherProtocolsHaveNoSegment() {
        assertThat(extended(44, "0600000100000001").defects()).containsExactly(Defect.FRAGMENT);
        assertThat(extended(44, "0600000800000001").defects()).containsExactly(Defect.FRAGMENT);
        assertThat(extended(58, "").defects()).containsExactly(Defect.NOT_TCP);
        assertThat(extended(59, "").defects()).containsExactly(Defect.NOT_TCP);
        assertThat(extended(0, "06ff010400000000").defects()).containsExactly(Defect.IP_HEADER);
        byte[] octets = SegmentCodec.encode(IPV4).toArray();
        octets[6] |= 0x20;
        assertThat(SegmentCodec.decode(Bytes.of(octets)).defects()).contains(Defect.FRAGMENT);
        octets[6] &= ~0x20;
        octets[9] = 17;
        assertThat(SegmentCodec.decode(Bytes.of(octets)).defects()).contains(Defect.NOT_TCP);
    }

    @Test
    void anIpv4AddressInsideIpv6StaysIpv6() throws UnknownHostException {
        Endpoint mapped = new Endpoint(
                Inet6Address.getByAddress(
                        null, Bytes.hex("00000000000000000000ffffc0000201").toArray(), -1),
                7);
        Segment segment = Segment.between(mapped, IPV6.destination()).withFlags(Flags.of(Flag.SYN));
        Packet packet = SegmentCodec.decode(SegmentCodec.encode(segment));
        assertThat(packet.segment()).contains(segment);
        assertThat(packet.defects()).isEmpty();
    }

    @Test
    void whatFitsNoPacketIsRefused() {
        assertThatThrownBy(() -> SegmentCodec.encode(
                        IPV4.withOptions(List.of(new TcpOption.Unknown(9, Bytes.pattern(0, 0, 39))))))
                .hasMessageContaining("44 octets do not fit");
        assertThatThrownBy(() -> SegmentCodec.encode(IPV4.withText(Bytes.pattern(0, 0, 65_496))))
                .hasMessageContaining("does not fit an IP packet");
        assertThat(SegmentCodec.decode(SegmentCodec.encode(IPV4.withText(Bytes.pattern(0, 0, 65_495))))
                        .defects())
                .isEmpty();
        assertThat(SegmentCodec.decode(SegmentCodec.encode(IPV6.withText(Bytes.pattern(0, 0, 65_515))))
                        .defects())
                .isEmpty();
        assertThatThrownBy(() -> SegmentCodec.encode(IPV6.withText(Bytes.pattern(0, 0, 65_516))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SegmentCodec.encode(Segment.between(IPV4.source(), IPV6.destination())))
                .hasMessageContaining("no packet goes from");
        assertThatThrownBy(() -> IPV4.withWindow(0x10000)).hasMessageContaining("window of 65536");
        assertThatThrownBy(() -> IPV4.withReserved(16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distortion.dataOffset(16)).isInstanceOf(IllegalArgumentException.class);
    }

    /** {@link #IPV6} with {@code headers} between IP and TCP. */
    private static Packet extended(int next, String headers) {
        byte[] whole = SegmentCodec.encode(IPV6).toArray();
        Bytes inserted = Bytes.hex(headers);
        int payload = whole.length - 40 + inserted.length();
        whole[4] = (byte) (payload >> 8);
        whole[5] = (byte) payload;
        whole[6] = (byte) next;
        Bytes octets = Bytes.of(whole);
        return SegmentCodec.decode(octets.slice(0, 40).plus(inserted).plus(octets.from(40)));
    }

    private static Iterable<Defect> defects(Segment segment, Distortion distortion) {
        return SegmentCodec.decode(SegmentCodec.encode(segment, distortion)).defects();
    }

    private static Segment segment(String source, String destination) {
        return Segment.between(endpoint(source, 1), endpoint(destination, 2))
                .withFlags(Flags.of(Flag.ACK))
                .withText(Bytes.hex("0a"));
    }

    private static Endpoint endpoint(String address, int port) {
        try {
            return new Endpoint(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
