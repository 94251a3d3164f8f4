package org.tcpspec.spi.iut;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench.LocalNet;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;

/**
 * Where a bench lies in the address plan of a run. The IUT's addresses are of the nets that RFC 5737 and RFC 3849 set
 * aside for documentation.
 *
 * @param net what more belongs to the IUT, if it has more than one address
 * @param firstPort the first of the eight ports of the bench
 */
public record Place(InetAddress iut, LocalNet net, InetAddress peer, InetAddress otherPeer, int firstPort) {

    private static final InetAddress IUT_4 = address("c0000201");
    private static final InetAddress IUT_6 = address("20010db8000000000000000000000001");
    private static final LocalNet NET_4 = new LocalNet(address("c0000281"), Optional.of(address("c00002ff")));
    private static final LocalNet NET_6 = new LocalNet(address("20010db8000000000000000000000081"), Optional.empty());
    private static final String PEERS_4 = "0a%06x";
    private static final String PEERS_6 = "20010db80000000100000000%08x";
    private static final String OTHER_PEERS_4 = "0b%06x";
    private static final String OTHER_PEERS_6 = "20010db80000000200000000%08x";
    private static final int FIRST_PORT = 1_024;
    private static final int PORTS = 8;
    private static final int PORT_BLOCKS = 6_000;

    /** The place of the bench with that number; see {@link org.tcpspec.spi.hosted.HostedStack#bench}. */
    public static Place of(int number, IpVersion ip) {
        boolean four = ip == IpVersion.IPV4;
        return new Place(
                iut(ip),
                four ? NET_4 : NET_6,
                address(String.format(four ? PEERS_4 : PEERS_6, number)),
                address(String.format(four ? OTHER_PEERS_4 : OTHER_PEERS_6, number)),
                FIRST_PORT + PORTS * (number % PORT_BLOCKS));
    }

    /** The address of the IUT in all benches. */
    public static InetAddress iut(IpVersion ip) {
        return ip == IpVersion.IPV4 ? IUT_4 : IUT_6;
    }

    private static InetAddress address(String hex) {
        try {
            return InetAddress.getByAddress(Bytes.hex(hex).toArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }
}
