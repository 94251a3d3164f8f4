package org.tcpspec.steps.words;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.play.Verdicts;

/** An address that no other host can have (RFC 1122 section 3.2.1.3, RFC 4291 section 2). */
public enum Place {
    UNSPECIFIED("the unspecified address", "0.0.0.0", "::"),
    LIMITED_BROADCAST("the limited broadcast address", "255.255.255.255", ""),
    NET_BROADCAST("the broadcast address of the IUT's net", "", ""),
    /** All hosts of the link: the one group to which every host belongs. */
    MULTICAST("a multicast address", "224.0.0.1", "ff02::1"),
    LOOPBACK("the loopback address", "127.0.0.1", "::1"),
    OWN("the IUT's own address", "", "");

    static final String REGEXP = "the unspecified address|the limited broadcast address"
            + "|the broadcast address of the IUT's net|a multicast address|the loopback address|the IUT's own address";

    private final String words;
    private final String four;
    private final String six;

    Place(String words, String four, String six) {
        this.words = words;
        this.four = four;
        this.six = six;
    }

    static Place named(String words) {
        return Arrays.stream(values())
                .filter(p -> p.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such address: " + words));
    }

    InetAddress on(Bench bench) {
        InetAddress own = bench.iutAddress();
        return switch (this) {
            case OWN -> own;
            case NET_BROADCAST ->
                bench.localNet()
                        .flatMap(Bench.LocalNet::broadcast)
                        .orElseThrow(() -> Verdicts.inconclusive("The IUT's net has no broadcast address."));
            default -> literal(IpVersion.of(own) == IpVersion.IPV4 ? four : six);
        };
    }

    private InetAddress literal(String address) {
        if (address.isEmpty()) {
            throw Verdicts.inconclusive("This IP version does not have " + words + ".");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address + " is a literal", e);
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
