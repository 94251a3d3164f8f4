package org.tcpspec.reports.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.read.Interpretations;
import org.tcpspec.spi.iut.Fault;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.words.Players;
import org.tcpspec.steps.words.plan.FeatureSource;

/**
 * Where faults are played. Every scenario has a home: the first ground on which it is applicable, beginning with what
 * the IUT claims of itself over IPv4. A fault is played at home, and a fault that can only show under a profile on that
 * profile's ground too.
 */
final class Grounds {
    private static final String OWN = "own";
    private static final String SIX = "IPv6";
    private static final List<String> PROFILES = List.of("full", "plain-9293", "rfc793-style");

    private final List<Ground> grounds = new ArrayList<>();
    private final Map<String, Ground> byProfile = new HashMap<>();
    private final Map<String, Ground> homes = new HashMap<>();

    private Grounds() {}

    /** The features that all grounds play, parsed. */
    static Players players(Optional<java.nio.file.Path> own, int threads) throws IOException {
        List<FeatureFile> files = own.isPresent() ? FeatureFiles.in(own.get()) : FeatureFiles.bundled();
        return new Players(
                files.stream()
                        .map(f -> new FeatureSource(f.uri(), f.file(), f.text()))
                        .toList(),
                threads);
    }

    /**
     * Prepares and surveys what is needed for {@code faults}.
     *
     * @param everywhere also find a home for scenarios that the IUT's own statement rules out
     */
    static Grounds survey(
            Proof proof, List<Fault> faults, Planning planning, Players players, BooleanSupplier cancelled)
            throws IOException {
        Grounds found = new Grounds();
        Set<String> profiles = new LinkedHashSet<>();
        faults.forEach(f -> f.profile().ifPresent(profiles::add));
        Set<String> readings = Interpretations.bundled().all().keySet();
        found.add(
                OWN,
                Preparation.of(options(proof, IpVersion.IPV4, Optional.empty(), Set.of()), planning),
                players,
                true,
                cancelled);
        Preparation overSix = Preparation.of(options(proof, IpVersion.IPV6, Optional.empty(), Set.of()), planning);
        found.byProfile.put(SIX, found.add(SIX, overSix, players, profiles.contains(SIX), cancelled));
        for (String profile : PROFILES) {
            Preparation prepared =
                    Preparation.of(options(proof, IpVersion.IPV4, Optional.of(profile), Set.of()), planning);
            found.byProfile.put(profile, found.add(profile, prepared, players, profiles.contains(profile), cancelled));
        }
        found.add(
                "other readings",
                Preparation.of(options(proof, IpVersion.IPV4, Optional.empty(), readings), planning),
                players,
                false,
                cancelled);
        return found;
    }

    /** @param all survey all scenarios, not only those without a home */
    private Ground add(String name, Preparation prepared, Players players, boolean all, BooleanSupplier cancelled) {
        Ground ground = new Ground(name, prepared, players);
        ground.survey(
                ground.planned().stream()
                        .filter(s -> all || !homes.containsKey(s.id()))
                        .toList(),
                cancelled);
        ground.clean().keySet().forEach(id -> homes.putIfAbsent(id, ground));
        grounds.add(ground);
        return ground;
    }

    private static RunOptions options(Proof proof, IpVersion ip, Optional<String> profile, Set<String> otherReadings) {
        return RunOptions.of(proof.iut())
                .features(proof.features())
                .seed(proof.seed())
                .noDeviations(true)
                .statusWithheld(proof.statusWithheld())
                .ip(ip)
                .ics(profile)
                .otherReadings(otherReadings)
                .build();
    }

    List<Ground> all() {
        return grounds;
    }

    /** The scenarios that come by {@code fault} on {@code ground}, and are played there. */
    List<PlannedScenario> playedOn(Ground ground, Fault fault) {
        boolean its = fault.profile().map(p -> byProfile.get(p) == ground).orElse(false);
        return ground.reaching(fault.id()).stream()
                .filter(s -> its || homes.get(s.id()) == ground)
                .toList();
    }

    /** All scenarios that are applicable anywhere, in the order of the files. */
    List<Matrix.Spot> scenarios() {
        return homes.entrySet().stream()
                .map(e -> e.getValue().clean().get(e.getKey()).scenario())
                .map(s -> new Matrix.Spot(s.id(), s.feature(), s.name(), s.file(), s.line()))
                .sorted(Comparator.comparing(Matrix.Spot::file).thenComparingInt(Matrix.Spot::line))
                .toList();
    }
}
