package org.tcpspec.pcap;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.tcpspec.pcap.Ethernet.Mac;

/**
 * The phantom gateway's side of ARP (RFC 826) and of IPv6 neighbour discovery (RFC 4861): answers every question with
 * the gateway's hardware address, and asks for the IUT's. Questions by which a host defends or claims an address of its
 * own (RFC 5227, RFC 4862 section 5.4) stay unanswered: an answer would take the address away from it.
 */
final class Neighbours {

    private static final int ARP_REQUEST = 1;
    private static final int ARP_REPLY = 2;
    private static final int ARP_LENGTH = 28;
    private static final int ICMPV6 = 58;
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int ND_TARGET = 40 + 8;

    private final Mac gateway;
    private final Predicate<InetAddress> ours;

    /** @param ours the addresses for which it answers */
    Neighbours(Mac gateway, Predicate<InetAddress> ours) {
        this.gateway = gateway;
        this.ours = ours;
    }

    /**
     * Who a frame says has which address.
     *
     * @param answer it answers a question
     */
    record Binding(InetAddress address, Mac mac, boolean answer) {}

    /** The frame that answers {@code frame}, if it is a question for an address that is not the asker's own. */
    Optional<byte[]> answer(byte[] frame) {
        if (Ethernet.source(frame).equals(gateway)) {
            return Optional.empty();
        }
        return isArp(frame) ? answerArp(frame) : isNd(frame, SOLICITATION) ? answerNd(frame) : Optional.empty();
    }

    /** What {@code frame} tells of a neighbour other than the gateway. */
    Optional<Binding> learn(byte[] frame) {
        Mac source = frame.length < Ethernet.HEADER ? gateway : Ethernet.source(frame);
        if (source.equals(gateway)) {
            return Optional.empty();
        }
        if (isArp(frame)) {
            InetAddress sender = address(frame, Ethernet.HEADER + 14, 4);
            return sender.isAnyLocalAddress()
                    ? Optional.empty()
                    : Optional.of(new Binding(
                            sender, Mac.at(frame, Ethernet.HEADER + 8), frame[Ethernet.HEADER + 7] == ARP_REPLY));
        }
        return isNd(frame, ADVERTISEMENT)
                ? Optional.of(new Binding(address(frame, Ethernet.HEADER + ND_TARGET, 16), source, true))
                : Optional.empty();
    }

    /** True for what neighbours say among themselves: ARP, and ICMPv6 from router solicitation to redirect, and MLD. */
    boolean isHousekeeping(byte[] frame) {
        if (frame.length > Ethernet.HEADER && Ethernet.type(frame) == Ethernet.TYPE_ARP) {
            return true;
        }
        if (frame.length <= Ethernet.HEADER + 48 || Ethernet.type(frame) != Ethernet.TYPE_IPV6) {
            return false;
        }
        // MLD reports carry a hop-by-hop option before ICMPv6 (RFC 3810 section 5).
        boolean hopByHop = frame[Ethernet.HEADER + 6] == 0 && frame[Ethernet.HEADER + 40] == ICMPV6;
        int type = frame[Ethernet.HEADER + (hopByHop ? 48 : 40)] & 0xff;
        boolean icmp = hopByHop || frame[Ethernet.HEADER + 6] == ICMPV6;
        return icmp && (type >= 130 && type <= 137 || type == 143);
    }

    /** The question for the hardware address of {@code wanted}, asked in the name of {@code asker}. */
    byte[] question(InetAddress wanted, InetAddress asker) {
        return wanted instanceof Inet4Address
                ? arp(ARP_REQUEST, Mac.BROADCAST, asker.getAddress(), new Mac(0), wanted.getAddress())
                : solicitation(wanted.getAddress(), asker.getAddress());
    }

    private boolean isArp(byte[] frame) {
        return frame.length >= Ethernet.HEADER + ARP_LENGTH
                && Ethernet.type(frame) == Ethernet.TYPE_ARP
                && frame[Ethernet.HEADER + 4] == 6
                && frame[Ethernet.HEADER + 5] == 4;
    }

    private boolean isNd(byte[] frame, int type) {
        return frame.length >= Ethernet.HEADER + ND_TARGET + 16
                && Ethernet.type(frame) == Ethernet.TYPE_IPV6
                && frame[Ethernet.HEADER + 6] == ICMPV6
                && (frame[Ethernet.HEADER + 40] & 0xff) == type;
    }

    private Optional<byte[]> answerArp(byte[] frame) {
        byte[] sender = Arrays.copyOfRange(frame, Ethernet.HEADER + 14, Ethernet.HEADER + 18);
        byte[] target = Arrays.copyOfRange(frame, Ethernet.HEADER + 24, Ethernet.HEADER + 28);
        boolean request = frame[Ethernet.HEADER + 7] == ARP_REQUEST;
        boolean own = Arrays.equals(sender, target) || Arrays.equals(sender, new byte[4]);
        if (!request || own || !ours.test(address(target, 0, 4))) {
            return Optional.empty();
        }
        Mac asker = Mac.at(frame, Ethernet.HEADER + 8);
        return Optional.of(arp(ARP_REPLY, asker, target, asker, sender));
    }

    private byte[] arp(int operation, Mac to, byte[] senderIp, Mac targetMac, byte[] targetIp) {
        ByteBuffer arp = ByteBuffer.allocate(ARP_LENGTH);
        arp.putShort((short) 1).putShort((short) Ethernet.TYPE_IPV4);
        arp.put((byte) 6).put((byte) 4).putShort((short) operation);
        arp.put(gateway.octets()).put(senderIp).put(targetMac.octets()).put(targetIp);
        return Ethernet.frame(to, gateway, Ethernet.TYPE_ARP, arp.array());
    }

    private Optional<byte[]> answerNd(byte[] frame) {
        byte[] sender = Arrays.copyOfRange(frame, Ethernet.HEADER + 8, Ethernet.HEADER + 24);
        byte[] target = Arrays.copyOfRange(frame, Ethernet.HEADER + ND_TARGET, Ethernet.HEADER + ND_TARGET + 16);
        boolean own = Arrays.equals(sender, target) || Arrays.equals(sender, new byte[16]);
        if (own || !ours.test(address(target, 0, 16))) {
            return Optional.empty();
        }
        // Router, solicited, override; option 2: target link-layer address (RFC 4861 section 4.4).
        byte[] packet = nd(ADVERTISEMENT, 0xe000_0000, target, sender, target, 2);
        return Optional.of(Ethernet.frame(Ethernet.source(frame), gateway, Ethernet.TYPE_IPV6, packet));
    }

    private byte[] solicitation(byte[] wanted, byte[] asker) {
        byte[] group = address("ff02::1:ff00:0").getAddress();
        System.arraycopy(wanted, 13, group, 13, 3);
        Mac to = new Mac(0x3333_0000_0000L | ByteBuffer.wrap(group, 12, 4).getInt() & 0xffff_ffffL);
        byte[] packet = nd(SOLICITATION, 0, asker, group, wanted, 1);
        return Ethernet.frame(to, gateway, Ethernet.TYPE_IPV6, packet);
    }

    private byte[] nd(int type, int flags, byte[] source, byte[] destination, byte[] target, int option) {
        int length = 8 + 16 + 8;
        ByteBuffer packet = ByteBuffer.allocate(40 + length);
        packet.putInt(6 << 28).putShort((short) length).put((byte) ICMPV6).put((byte) 255);
        packet.put(source).put(destination);
        packet.put((byte) type).put((byte) 0).putShort((short) 0).putInt(flags).put(target);
        packet.put((byte) option).put((byte) 1).put(gateway.octets());
        long sum = length + ICMPV6;
        for (int i = 8; i < packet.capacity(); i += 2) {
            sum += packet.getShort(i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >> 16);
        packet.putShort(42, (short) ~((sum & 0xffff) + (sum >> 16)));
        return packet.array();
    }

    static InetAddress address(byte[] octets, int from, int length) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(octets, from, from + length));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(length + " octets are no address", e);
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal + " is no address", e);
        }
    }
}
