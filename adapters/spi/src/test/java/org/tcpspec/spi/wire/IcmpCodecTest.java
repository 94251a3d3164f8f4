package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IcmpCodecTest {

    private static final Segment IPV4 = segment("192.0.2.1", "198.51.100.2");
    private static final Segment IPV6 = segment("2001:db8::1", "2001:db8::2");

    private static Segment segment(String from, String to) {
        return Segment.between(new Endpoint(address(from), 1000), new Endpoint(address(to), 2000))
                .withSeq(SequenceNumber.of(0xffff_fff0L))
                .withFlags(Flags.parse("ACK"))
                .withText(Bytes.pattern(1, 0, 2000));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    @Test
    void whatIsBuiltIsReadBackAndNamesItsSegment() {
        for (Segment segment : List.of(IPV4, IPV6)) {
            IpVersion ip = IpVersion.of(segment.source().address());
            for (IcmpError error : IcmpError.values()) {
                if (error.exists(ip)) {
                    IcmpMessage message = IcmpMessage.about(
                                    segment, segment.destination().address(), error)
                            .withMtu(1300);
                    IcmpMessage read =
                            IcmpCodec.decode(IcmpCodec.encode(message)).orElseThrow();
                    assertThat(read).isEqualTo(message);
                    assertThat(IcmpError.of(ip, read.type(), read.code())).contains(error);
                    assertThat(IcmpCodec.quoted(read))
                            .contains(new IcmpCodec.Quoted(segment.source(), segment.destination(), segment.seq()));
                }
            }
        }
    }

    @Test
    void ipv4QuotesTheHeaderAndEightOctetsAndIpv6WhatFits() {
        InetAddress router = address("203.0.113.1");
        assertThat(IcmpMessage.about(IPV4, router, IcmpError.PORT_UNREACHABLE)
                        .quoted()
                        .length())
                .isEqualTo(28);
        IcmpMessage six = IcmpMessage.about(IPV6, address("2001:db8::9"), IcmpError.PORT_UNREACHABLE);
        assertThat(IcmpCodec.encode(six).length()).isEqualTo(1280);
    }

    @Test
    void aKnownPacketComesOutOctetByOctet() {
        IcmpMessage message = IcmpMessage.about(
                        IPV4.withText(Bytes.EMPTY), address("203.0.113.1"), IcmpError.FRAGMENTATION_NEEDED)
                .withMtu(0x0500);
        assertThat(IcmpCodec.encode(message).toHex())
                .startsWith("450000380000000040017cc2cb007101c0000201" + "0304")
                .contains("00000500" + "4500002800004000")
                .endsWith("03e807d0fffffff0");
    }

    @Test
    void whatOneVersionDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> IcmpMessage.about(IPV6, address("2001:db8::9"), IcmpError.SOURCE_QUENCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(IcmpError.of(IpVersion.IPV4, 8, 0)).isEmpty();
    }

    @Test
    void damagedAndOtherPacketsAreNoMessages() {
        assertThat(IcmpCodec.decode(Bytes.EMPTY)).isEmpty();
        assertThat(IcmpCodec.decode(SegmentCodec.encode(IPV4))).isEmpty();
        for (Segment segment : List.of(IPV4, IPV6)) {
            Bytes whole = IcmpCodec.encode(
                    IcmpMessage.about(segment, segment.destination().address(), IcmpError.PORT_UNREACHABLE));
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 2_000; i++) {
                byte[] octets = whole.toArray();
                octets[random.nextInt(octets.length)] ^= (byte) (1 + random.nextInt(255));
                IcmpCodec.decode(Bytes.of(octets)).ifPresent(IcmpCodec::quoted);
                IcmpCodec.decode(whole.slice(0, random.nextInt(whole.length()))).ifPresent(IcmpCodec::quoted);
            }
            byte[] wrong = whole.toArray();
            wrong[wrong.length - 1] ^= 1;
            assertThat(IcmpCodec.decode(Bytes.of(wrong))).isEmpty();
        }
    }
}
