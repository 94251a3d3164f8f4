package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.AbstractPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc1349Tos;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.IpV6SimpleFlowLabel;
import org.pcap4j.packet.IpV6SimpleTrafficClass;
import org.pcap4j.packet.TcpMaximumSegmentSizeOption;
import org.pcap4j.packet.TcpNoOperationOption;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpSackOption;
import org.pcap4j.packet.TcpSackPermittedOption;
import org.pcap4j.packet.TcpTimestampsOption;
import org.pcap4j.packet.TcpWindowScaleOption;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;

/** Two implementations of the same headers must agree: ours and Pcap4J's, each reading what the other built. */
class Pcap4jCrossCheckTest {

    private static final int SEGMENTS = 5_000;

    @Test
    void pcap4jReadsWhatWeBuild() throws IllegalRawDataException {
        RandomSegments segments = new RandomSegments(3168);
        for (int i = 0; i < SEGMENTS; i++) {
            Segment segment = segments.next();
            IpPacket theirs = read(SegmentCodec.encode(segment));
            TcpPacket tcp = theirs.get(TcpPacket.class);
            assertAgree(tcp.getHeader(), segment);
            assertThat(theirs.getHeader().getSrcAddr())
                    .isEqualTo(segment.source().address());
            assertThat(theirs.getHeader().getDstAddr())
                    .isEqualTo(segment.destination().address());
            assertThat(text(tcp)).isEqualTo(segment.text());
            assertThat(tcp.hasValidChecksum(
                            segment.source().address(), segment.destination().address(), false))
                    .isTrue();
            if (theirs instanceof IpV4Packet ipv4) {
                assertThat(ipv4.getHeader().hasValidChecksum(false)).isTrue();
                assertThat(ipv4.getHeader().getTtlAsInt())
                        .isEqualTo(segment.ip().timeToLive());
                assertThat(ipv4.getHeader().getDontFragmentFlag())
                        .isEqualTo(segment.ip().dontFragment());
            }
        }
    }

    @Test
    void weReadWhatPcap4jBuilds() {
        RandomSegments segments = new RandomSegments(8200);
        for (int i = 0; i < SEGMENTS; i++) {
            Segment segment = plain(segments.next());
            Packet packet = SegmentCodec.decode(Bytes.of(build(segment)));
            assertThat(packet.segment()).contains(segment);
            assertThat(packet.defects()).isSubsetOf(Defect.RESERVED_BITS);
        }
    }

    @Test
    void theyRefuseOrReadTheSameOctetsWhenWeDistort() {
        RandomSegments segments = new RandomSegments(9293);
        for (int i = 0; i < 500; i++) {
            Segment segment = segments.next();
            Bytes wrong = SegmentCodec.encode(segment, Distortion.wrongChecksum());
            assertThat(SegmentCodec.decode(wrong).defects()).contains(Defect.CHECKSUM);
            try {
                assertThat(read(wrong)
                                .get(TcpPacket.class)
                                .hasValidChecksum(
                                        segment.source().address(),
                                        segment.destination().address(),
                                        false))
                        .isFalse();
            } catch (IllegalRawDataException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void assertAgree(TcpPacket.TcpHeader theirs, Segment ours) {
        assertThat(theirs.getSrcPort().valueAsInt()).isEqualTo(ours.source().port());
        assertThat(theirs.getDstPort().valueAsInt())
                .isEqualTo(ours.destination().port());
        assertThat(theirs.getSequenceNumber()).isEqualTo(ours.seq().value());
        assertThat(theirs.getAcknowledgmentNumber()).isEqualTo(ours.ack().value());
        assertThat(theirs.getWindowAsInt()).isEqualTo(ours.window());
        assertThat(theirs.getUrgentPointerAsInt()).isEqualTo(ours.urgentPointer());
        assertThat(theirs.getFin()).isEqualTo(ours.has(Flag.FIN));
        assertThat(theirs.getSyn()).isEqualTo(ours.has(Flag.SYN));
        assertThat(theirs.getRst()).isEqualTo(ours.has(Flag.RST));
        assertThat(theirs.getPsh()).isEqualTo(ours.has(Flag.PSH));
        assertThat(theirs.getAck()).isEqualTo(ours.has(Flag.ACK));
        assertThat(theirs.getUrg()).isEqualTo(ours.has(Flag.URG));
        assertThat((int) theirs.getReserved()).isEqualTo(reserved(ours));
    }

    /** Pcap4J knows the six reserved bits of RFC 793: CWR and ECE are the two lowest of them. */
    private static int reserved(Segment segment) {
        return segment.reserved() << 2 | (segment.has(Flag.CWR) ? 2 : 0) | (segment.has(Flag.ECE) ? 1 : 0);
    }

    private static IpPacket read(Bytes packet) throws IllegalRawDataException {
        byte[] octets = packet.toArray();
        return packet.at(0) >> 4 == 4
                ? IpV4Packet.newPacket(octets, 0, octets.length)
                : IpV6Packet.newPacket(octets, 0, octets.length);
    }

    private static Bytes text(TcpPacket tcp) {
        return tcp.getPayload() == null
                ? Bytes.EMPTY
                : Bytes.of(tcp.getPayload().getRawData());
    }

    /** Without what Pcap4J's builders do not have. */
    private static Segment plain(Segment segment) {
        List<TcpOption> known = new ArrayList<>(segment.options());
        known.removeIf(o -> theirs(o) == null);
        RandomSegments.fillWords(known);
        boolean ipv6 = segment.source().address() instanceof Inet6Address;
        return segment.withOptions(known)
                .withIp(new Ip(64, 0, 0, ipv6 || segment.ip().dontFragment(), Bytes.EMPTY));
    }

    private static TcpPacket.TcpOption theirs(TcpOption ours) {
        if (ours instanceof TcpOption.NoOperation) {
            return TcpNoOperationOption.getInstance();
        } else if (ours instanceof TcpOption.SackPermitted) {
            return TcpSackPermittedOption.getInstance();
        } else if (ours instanceof TcpOption.Mss mss) {
            return new TcpMaximumSegmentSizeOption.Builder()
                    .maxSegSize((short) mss.octets())
                    .correctLengthAtBuild(true)
                    .build();
        } else if (ours instanceof TcpOption.WindowScale scale) {
            return new TcpWindowScaleOption.Builder()
                    .shiftCount((byte) scale.shift())
                    .correctLengthAtBuild(true)
                    .build();
        } else if (ours instanceof TcpOption.Timestamps t) {
            return new TcpTimestampsOption.Builder()
                    .tsValue((int) t.value())
                    .tsEchoReply((int) t.echoReply())
                    .correctLengthAtBuild(true)
                    .build();
        } else if (ours instanceof TcpOption.Sack sack) {
            List<TcpSackOption.Sack> blocks = new ArrayList<>();
            sack.blocks()
                    .forEach(b -> blocks.add(
                            new TcpSackOption.Sack(b.left().value(), b.right().value())));
            return new TcpSackOption.Builder()
                    .sacks(blocks)
                    .correctLengthAtBuild(true)
                    .build();
        }
        return null;
    }

    private static byte[] build(Segment s) {
        List<TcpPacket.TcpOption> options = new ArrayList<>();
        s.options().forEach(o -> options.add(theirs(o)));
        TcpPacket.Builder tcp = new TcpPacket.Builder()
                .srcPort(TcpPort.getInstance((short) s.source().port()))
                .dstPort(TcpPort.getInstance((short) s.destination().port()))
                .sequenceNumber(s.seq().value())
                .acknowledgmentNumber(s.ack().value())
                .reserved((byte) reserved(s))
                .fin(s.has(Flag.FIN))
                .syn(s.has(Flag.SYN))
                .rst(s.has(Flag.RST))
                .psh(s.has(Flag.PSH))
                .ack(s.has(Flag.ACK))
                .urg(s.has(Flag.URG))
                .window((short) s.window())
                .urgentPointer((short) s.urgentPointer())
                .options(options)
                .srcAddr(s.source().address())
                .dstAddr(s.destination().address())
                .payloadBuilder(new UnknownPacket.Builder().rawData(s.text().toArray()))
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true)
                .paddingAtBuild(true);
        return ip(s, tcp).build().getRawData();
    }

    private static AbstractPacket.AbstractBuilder ip(Segment s, TcpPacket.Builder tcp) {
        InetAddress from = s.source().address();
        InetAddress to = s.destination().address();
        if (from instanceof Inet4Address) {
            return new IpV4Packet.Builder()
                    .version(IpVersion.IPV4)
                    .tos(IpV4Rfc1349Tos.newInstance((byte) 0))
                    .ttl((byte) s.ip().timeToLive())
                    .protocol(IpNumber.TCP)
                    .dontFragmentFlag(s.ip().dontFragment())
                    .srcAddr((Inet4Address) from)
                    .dstAddr((Inet4Address) to)
                    .payloadBuilder(tcp)
                    .correctChecksumAtBuild(true)
                    .correctLengthAtBuild(true);
        }
        return new IpV6Packet.Builder()
                .version(IpVersion.IPV6)
                .trafficClass(IpV6SimpleTrafficClass.newInstance((byte) 0))
                .flowLabel(IpV6SimpleFlowLabel.newInstance(0))
                .nextHeader(IpNumber.TCP)
                .hopLimit((byte) s.ip().timeToLive())
                .srcAddr((Inet6Address) from)
                .dstAddr((Inet6Address) to)
                .payloadBuilder(tcp)
                .correctLengthAtBuild(true);
    }
}
