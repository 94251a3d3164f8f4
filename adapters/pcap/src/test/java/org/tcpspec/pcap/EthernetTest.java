package org.tcpspec.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tcpspec.pcap.Ethernet.Mac;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

class EthernetTest {

    private static final Mac HERE = new Mac(0x0200_0000_0001L);
    private static final Mac THERE = new Mac(0x02ff_8000_0002L);

    private static Segment segment(String from, String to) throws UnknownHostException {
        return Segment.between(
                new Endpoint(InetAddress.getByName(from), 1), new Endpoint(InetAddress.getByName(to), 2));
    }

    private static Packet carried(byte[] frame) {
        return SegmentCodec.decode(Bytes.of(Ethernet.ipPacket(frame).orElseThrow()));
    }

    @Test
    void whatIsForManyHostsGoesToTheirHardwareAddress() throws UnknownHostException {
        assertThat(Ethernet.group(InetAddress.getByName("224.0.0.1"))).contains(new Mac(0x0100_5e00_0001L));
        assertThat(Ethernet.group(InetAddress.getByName("239.255.1.2"))).contains(new Mac(0x0100_5e7f_0102L));
        assertThat(Ethernet.group(InetAddress.getByName("ff02::1"))).contains(new Mac(0x3333_0000_0001L));
        assertThat(Ethernet.group(InetAddress.getByName("255.255.255.255"))).contains(Mac.BROADCAST);
        assertThat(Ethernet.group(InetAddress.getByName("192.0.2.255"))).isEmpty();
    }

    @Test
    void headerReadsAsItWasWritten() {
        byte[] frame = Ethernet.frame(THERE, HERE, Ethernet.TYPE_IPV4, new byte[] {1, 2, 3});
        assertThat(Ethernet.destination(frame)).isEqualTo(THERE);
        assertThat(Ethernet.source(frame)).isEqualTo(HERE);
        assertThat(Ethernet.type(frame)).isEqualTo(0x0800);
        assertThat(Ethernet.payload(frame)).containsExactly(1, 2, 3);
        assertThat(THERE).hasToString("02:ff:80:00:00:02");
    }

    @Test
    void paddingIsNoDefect() throws UnknownHostException {
        byte[] packet = SegmentCodec.encode(segment("192.0.2.1", "192.0.2.2")).toArray();
        byte[] frame = Ethernet.frame(THERE, HERE, Ethernet.TYPE_IPV4, packet);
        byte[] padded = Arrays.copyOf(frame, Ethernet.MINIMUM);
        assertThat(frame).hasSizeLessThan(Ethernet.MINIMUM);
        assertThat(carried(frame).defects()).isEmpty();
        assertThat(carried(padded)).isEqualTo(carried(frame));
    }

    @Test
    void aWrongLengthOfThePacketItselfIsLeftIn() throws UnknownHostException {
        Segment long4 = segment("192.0.2.1", "192.0.2.2").withText(Bytes.pattern(1, 0, 100));
        Segment long6 = segment("2001:db8::1", "2001:db8::2").withText(Bytes.pattern(1, 0, 100));
        for (Segment segment : new Segment[] {long4, long6}) {
            int type = segment == long4 ? Ethernet.TYPE_IPV4 : Ethernet.TYPE_IPV6;
            Bytes packet = SegmentCodec.encode(segment, Distortion.ipLength(60));
            assertThat(carried(Ethernet.frame(THERE, HERE, type, packet.toArray()))
                            .defects())
                    .contains(Defect.IP_LENGTH);
        }
    }

    @Test
    void whatIsNotIpCarriesNoPacket() {
        assertThat(Ethernet.ipPacket(Ethernet.frame(THERE, HERE, Ethernet.TYPE_ARP, new byte[28])))
                .isEmpty();
        assertThat(Ethernet.ipPacket(new byte[Ethernet.HEADER])).isEmpty();
        assertThat(Ethernet.ipPacket(new byte[3])).isEmpty();
    }

    @Test
    void anyFrameIsRead() {
        Random random = new Random(1);
        Neighbours neighbours = new Neighbours(HERE, any -> true);
        int[] types = {Ethernet.TYPE_ARP, Ethernet.TYPE_IPV4, Ethernet.TYPE_IPV6};
        for (int i = 0; i < 20_000; i++) {
            byte[] payload = new byte[random.nextInt(100)];
            random.nextBytes(payload);
            byte[] frame = Ethernet.frame(HERE, THERE, types[i % 3], payload);
            neighbours.answer(frame);
            neighbours.learn(frame);
            neighbours.isHousekeeping(frame);
            Ethernet.ipPacket(frame).map(Bytes::of).flatMap(IpAddresses::of);
        }
    }
}
