package org.tcpspec.steps;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/** What the model claims, for tests that do not read its file. */
public final class Statements {

    private static final List<String> SETTINGS = List.of(
            "ignore RST in TIME-WAIT",
            "reopen TIME-WAIT by timestamps",
            "timestamps",
            "ephemeral ports",
            "reuse of TIME-WAIT",
            "delay of reuse",
            "TIME-WAIT recycling",
            "FIN-WAIT-2 timeout",
            "ask for ECN");

    private Statements() {}

    /** The same, but that it did not choose {@code options}. */
    public static Statement without(String... options) {
        Statement full = full();
        Map<String, Support> fewer = new HashMap<>(full.options());
        for (String option : options) {
            fewer.put(option, Support.DENIED);
        }
        return new Statement(full.name(), full.capabilities(), fewer, full.ixit(), full.settings(), full.deviations());
    }

    public static Statement full() {
        Ixit ixit = new Ixit(
                Duration.ofMinutes(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofMillis(200),
                Duration.ofSeconds(100),
                Duration.ofSeconds(180),
                Duration.ofMillis(250),
                Duration.ZERO,
                Duration.ofMillis(1),
                0,
                0,
                Map.of());
        return new Statement(
                "the model",
                EnumSet.allOf(Capability.class),
                Map.ofEntries(
                        Map.entry("rfc5961", Support.CLAIMED),
                        Map.entry("rfc5961-rst", Support.CLAIMED),
                        Map.entry("rfc5961-syn", Support.CLAIMED),
                        Map.entry("rfc5961-ack", Support.CLAIMED),
                        Map.entry("rfc5961-maxwnd-fixed", Support.DENIED),
                        Map.entry("rfc1337", Support.DENIED),
                        Map.entry("rfc6191", Support.DENIED),
                        Map.entry("may-2", Support.CLAIMED),
                        Map.entry("may-5", Support.CLAIMED),
                        Map.entry("ecn", Support.CLAIMED),
                        Map.entry("timestamps", Support.CLAIMED),
                        Map.entry("window-scale", Support.CLAIMED)),
                ixit,
                SETTINGS.stream().collect(Collectors.toMap(name -> name, name -> name)),
                List.of());
    }
}
