package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Seeding;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.ScenarioResult;

class LayersIT {

    private static final int FEW = 5;

    /** The model with all mistakes in it, of which none bites, is the model. */
    @Test
    void mistakesThatDoNotBiteChangeNoVerdictAndNoPacket() {
        Statement statement = Statements.full();
        Map<String, String> plain = played(new IutRequest(statement, IpVersion.IPV4, 1), statement);
        Seeding watched = Seeding.watched((request, fault) -> {});
        Map<String, String> layered = played(new IutRequest(statement, IpVersion.IPV4, 1).with(watched), statement);
        assertThat(layered.keySet()).isEqualTo(plain.keySet());
        assertThat(plain.keySet())
                .filteredOn(id -> !verdict(plain.get(id)).equals(verdict(layered.get(id))))
                .isEmpty();
        // The numbers of a few hang on the addresses, which are dealt out as the scenarios begin.
        assertThat(plain.keySet())
                .filteredOn(id -> !plain.get(id).equals(layered.get(id)))
                .hasSizeLessThan(FEW);
    }

    private static String verdict(String said) {
        return said.lines().findFirst().orElseThrow();
    }

    private static Map<String, String> played(IutRequest request, Statement statement) {
        IutProvider model = ServiceLoader.load(IutProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.name().equals("model"))
                .findFirst()
                .orElseThrow();
        try (Iut iut = model.open(request)) {
            List<ScenarioResult> results = Suite.play(iut, statement, IpVersion.IPV4, 1);
            return results.stream().collect(Collectors.toMap(r -> r.scenario().id(), LayersIT::said));
        }
    }

    /** Verdict and segments, in the figures' numbers: the addresses are dealt out as the scenarios begin. */
    private static String said(ScenarioResult result) {
        return result.verdict() + "\n"
                + result.ladder().stream()
                        .map(row -> row.packet() + " " + row.nanos() + " " + row.arrow() + " " + row.iut() + " "
                                + row.segment())
                        .collect(Collectors.joining("\n"));
    }
}
