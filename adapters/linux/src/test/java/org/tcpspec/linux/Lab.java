package org.tcpspec.linux;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** One IUT for all tests of a lab process. */
final class Lab {

    static final Duration SOON = Duration.ofSeconds(3);

    private static final Statement STATEMENT = new Statement(
            "Linux ${kernel}",
            capabilities(),
            Map.of(),
            Ixit.DEFAULT,
            Map.of("ignore RST in TIME-WAIT", "net.ipv4.tcp_rfc1337", "nonsense", "net.ipv4.no_such_thing"),
            List.of());

    private static Iut iut;

    private Lab() {}

    private static Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        all.remove(Capability.OPEN_FROM_LISTEN);
        return all;
    }

    static synchronized Iut iut() {
        if (iut == null) {
            iut = open();
        }
        return iut;
    }

    /** One of its own, for a test that breaks it. */
    static Iut open() {
        return new LinuxProvider().open(new IutRequest(STATEMENT, IpVersion.IPV4, 1));
    }

    static synchronized void close() {
        if (iut != null) {
            iut.close();
        }
    }

    static Scene scene(String name) {
        return scene(name, IpVersion.IPV4, Map.of());
    }

    static Scene scene(String name, IpVersion ip, Map<String, String> settings) {
        return new Scene(iut().bench(new BenchRequest(name, ip, 1, settings)));
    }
}
