package org.tcpspec.reports.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.play.Shard;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.verify.PlayedFeatures;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.ScenarioResult;

/** The parts of one run, joined into the run that they are parts of. */
public final class Shards {
    /** The name of the option among those that chose what was played. */
    public static final String OPTION = "shard";

    private Shards() {}

    /**
     * Joins the runs in {@code folders}: all shards of one run, in any order.
     *
     * @throws BrokenInputException if one is missing, is of another run, or is no shard
     */
    public static Recorded together(List<Path> folders) throws IOException {
        TreeMap<Integer, Recorded> parts = new TreeMap<>();
        Map<Integer, Path> where = new HashMap<>();
        int of = 0;
        for (Path folder : folders) {
            Recorded part = Journals.of(folder);
            String words = part.run().selection().get(OPTION);
            if (words == null) {
                throw new BrokenInputException(folder + " is no shard: it was played without --shard.");
            }
            Shard shard = Shard.read(words);
            if (parts.put(shard.number(), part) != null) {
                throw new BrokenInputException("The shard " + shard + " is given twice: " + where.get(shard.number())
                        + " and " + folder + ".");
            }
            where.put(shard.number(), folder);
            of = of == 0 ? shard.of() : of;
            refuseStranger(parts.firstEntry().getValue().run(), part.run(), of == shard.of(), folder);
        }
        for (int number = 1; number <= of; number++) {
            if (!parts.containsKey(number)) {
                throw new BrokenInputException(
                        "The shard " + number + "/" + of + " is missing; give the folders of all " + of + ".");
            }
        }
        return join(List.copyOf(parts.values()));
    }

    private static void refuseStranger(RunInfo one, RunInfo other, boolean sameNumber, Path folder) {
        Map<String, Object> differences = new LinkedHashMap<>();
        differ(differences, "the number of shards", true, sameNumber);
        differ(differences, "the version of the kit", one.version(), other.version());
        differ(differences, "the IUT", one.provider(), other.provider());
        differ(differences, "what is claimed of the IUT", claims(one.statement()), claims(other.statement()));
        differ(differences, "the version of IP", one.ip(), other.ip());
        differ(differences, "the seed", one.seed(), other.seed());
        differ(differences, "--strict", one.strict(), other.strict());
        differ(differences, "what was selected", without(one.selection()), without(other.selection()));
        differ(differences, "the feature files", one.planned(), other.planned());
        if (!differences.isEmpty()) {
            throw new BrokenInputException(
                    folder + " is a shard of another run: " + String.join(", ", differences.keySet()) + " differ.");
        }
    }

    private static void differ(Map<String, Object> differences, String what, Object one, Object other) {
        if (!one.equals(other)) {
            differences.put(what, other);
        }
    }

    private static List<Object> claims(Statement s) {
        return List.of(s.capabilities(), s.options(), s.ixit(), s.deviations());
    }

    private static Map<String, String> without(Map<String, String> selection) {
        Map<String, String> rest = new TreeMap<>(selection);
        rest.remove(OPTION);
        return rest;
    }

    private static Recorded join(List<Recorded> parts) {
        List<ScenarioResult> results = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Recorded part : parts) {
            for (ScenarioResult result : part.results()) {
                if (!seen.add(result.attempt() + " " + result.scenario().id())) {
                    throw new BrokenInputException("The scenario '"
                            + result.scenario().id() + "' stands in two shards: they were not split alike.");
                }
                results.add(result);
            }
        }
        boolean complete = parts.stream().allMatch(Recorded::isComplete);
        Optional<RunEnd> last = parts.stream()
                .flatMap(p -> p.end().stream())
                .max((a, b) -> a.finished().compareTo(b.finished()));
        List<String> notes = parts.stream()
                .flatMap(p -> p.end().stream())
                .flatMap(e -> e.notes().stream())
                .toList();
        return new Recorded(info(parts), results, last.map(e -> new RunEnd(complete, e.finished(), notes)));
    }

    private static RunInfo info(List<Recorded> parts) {
        RunInfo first = parts.get(0).run();
        Map<String, Set<String>> facts = new LinkedHashMap<>();
        for (Recorded part : parts) {
            part.run()
                    .environment()
                    .forEach((name, value) -> facts.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(value));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        facts.forEach((name, values) -> environment.put(name, String.join(" | ", values)));
        return new RunInfo(
                first.version(),
                first.provider(),
                first.statement(),
                environment,
                first.ip(),
                first.seed(),
                parts.stream()
                        .map(p -> p.run().started())
                        .min(java.time.Instant::compareTo)
                        .orElseThrow(),
                first.virtualTime(),
                first.strict(),
                without(first.selection()),
                first.planned(),
                parts.stream().mapToInt(p -> p.run().selected()).sum(),
                first.verySlow(),
                first.orphans());
    }

    /** Copies the feature files of all {@code folders} to {@code report}. */
    public static void features(List<Path> folders, Path report) throws IOException {
        for (Path folder : folders) {
            Path from = folder.resolve(PlayedFeatures.FOLDER);
            if (!Files.isDirectory(from)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    copy(
                            file,
                            report.resolve(PlayedFeatures.FOLDER)
                                    .resolve(from.relativize(file).toString()));
                }
            }
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(file, to) >= 0) {
            throw new BrokenInputException(file + " is not the feature file that another shard has played.");
        }
        if (!Files.exists(to)) {
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }
}
