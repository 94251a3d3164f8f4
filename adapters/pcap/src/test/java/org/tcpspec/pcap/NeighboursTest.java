package org.tcpspec.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.ArpPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IcmpV6CommonPacket;
import org.pcap4j.packet.IcmpV6NeighborAdvertisementPacket;
import org.pcap4j.packet.IcmpV6NeighborSolicitationPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.namednumber.ArpOperation;
import org.tcpspec.pcap.Ethernet.Mac;

/** The gateway's frames, read by Pcap4J's packet classes, and answered as another host's. */
class NeighboursTest {

    private static final Mac GATEWAY = new Mac(0x0254_4350_0001L);
    private static final Mac IUT = new Mac(0x02aa_bbcc_ddeeL);

    private final Neighbours gateway = new Neighbours(GATEWAY, any -> true);
    private final Neighbours iut = new Neighbours(IUT, any -> true);

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @Test
    void arpQuestionIsAnsweredWithTheGatewaysAddress() throws UnknownHostException, IllegalRawDataException {
        byte[] question = iut.question(address("192.0.2.1"), address("192.0.2.2"));
        byte[] answer = gateway.answer(question).orElseThrow();
        EthernetPacket frame = EthernetPacket.newPacket(answer, 0, answer.length);
        ArpPacket.ArpHeader arp = frame.get(ArpPacket.class).getHeader();
        assertThat(arp.getOperation()).isEqualTo(ArpOperation.REPLY);
        assertThat(arp.getSrcHardwareAddr()).hasToString(GATEWAY.toString());
        assertThat(arp.getSrcProtocolAddr()).isEqualTo(address("192.0.2.1"));
        assertThat(arp.getDstHardwareAddr()).hasToString(IUT.toString());
        assertThat(arp.getDstProtocolAddr()).isEqualTo(address("192.0.2.2"));
        assertThat(frame.getHeader().getDstAddr()).hasToString(IUT.toString());
        assertThat(iut.learn(answer)).contains(new Neighbours.Binding(address("192.0.2.1"), GATEWAY, true));
        assertThat(gateway.learn(question)).contains(new Neighbours.Binding(address("192.0.2.2"), IUT, false));
    }

    @Test
    void solicitationIsAnsweredWithTheGatewaysAddress() throws UnknownHostException, IllegalRawDataException {
        byte[] question = iut.question(address("2001:db8::1"), address("2001:db8::2"));
        EthernetPacket asked = EthernetPacket.newPacket(question, 0, question.length);
        assertThat(asked.getHeader().getDstAddr()).hasToString("33:33:ff:00:00:01");
        IpV6Packet.IpV6Header ip = asked.get(IpV6Packet.class).getHeader();
        assertThat(ip.getDstAddr()).isEqualTo(address("ff02::1:ff00:1"));
        assertThat(asked.get(IcmpV6NeighborSolicitationPacket.class).getHeader().getTargetAddress())
                .isEqualTo(address("2001:db8::1"));

        byte[] answer = gateway.answer(question).orElseThrow();
        EthernetPacket frame = EthernetPacket.newPacket(answer, 0, answer.length);
        IpV6Packet.IpV6Header header = frame.get(IpV6Packet.class).getHeader();
        assertThat(header.getHopLimitAsInt()).isEqualTo(255);
        assertThat(frame.get(IcmpV6CommonPacket.class)
                        .hasValidChecksum(header.getSrcAddr(), header.getDstAddr(), false))
                .isTrue();
        var advertisement = frame.get(IcmpV6NeighborAdvertisementPacket.class).getHeader();
        assertThat(advertisement.getTargetAddress()).isEqualTo(address("2001:db8::1"));
        assertThat(advertisement.getSolicitedFlag()).isTrue();
        assertThat(iut.learn(answer)).contains(new Neighbours.Binding(address("2001:db8::1"), GATEWAY, true));
    }

    @Test
    void aHostThatClaimsItsOwnAddressIsLeftAlone() throws UnknownHostException {
        for (String own : new String[] {"192.0.2.2", "2001:db8::2"}) {
            assertThat(gateway.answer(iut.question(address(own), address(own)))).isEmpty();
        }
        assertThat(gateway.answer(iut.question(address("192.0.2.2"), address("0.0.0.0"))))
                .isEmpty();
        assertThat(gateway.answer(iut.question(address("2001:db8::2"), address("::"))))
                .isEmpty();
    }

    @Test
    void theGatewayDoesNotTalkToItself() throws UnknownHostException {
        byte[] own = gateway.question(address("192.0.2.2"), address("198.18.0.1"));
        assertThat(gateway.answer(own)).isEmpty();
        assertThat(gateway.learn(own)).isEmpty();
        assertThat(gateway.isHousekeeping(own)).isTrue();
    }

    @Test
    void anAnswerToAnAnswerStaysOut() throws UnknownHostException {
        byte[] answer = iut.answer(gateway.question(address("192.0.2.2"), address("198.18.0.1")))
                .orElseThrow();
        assertThat(gateway.answer(answer)).isEmpty();
    }
}
