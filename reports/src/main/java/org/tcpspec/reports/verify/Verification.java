package org.tcpspec.reports.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepLog;
import org.tcpspec.steps.tape.Replay;
import org.tcpspec.steps.words.Players;
import org.tcpspec.steps.words.plan.FeatureSource;

/**
 * Judges a report again: its files by the manifest, each verdict from its record, and what {@code conformance.json} says
 * by the verdicts.
 *
 * @param files one sentence for each that differs from the manifest
 * @param verdicts one sentence for each that the record does not bear out
 * @param judged how many plays were judged again
 * @param left how many left nothing that could be
 */
public record Verification(List<String> files, List<String> verdicts, int judged, int left) {
    public Verification {
        files = List.copyOf(files);
        verdicts = List.copyOf(verdicts);
    }

    public boolean holds() {
        return files.isEmpty() && verdicts.isEmpty();
    }

    /**
     * Judges the report in {@code folder}. A record that cannot be read, in a file that differs from the manifest, is a
     * difference, too.
     *
     * @throws BrokenInputException if it is none
     */
    public static Verification of(Path folder, Planning planning) throws IOException {
        List<String> files = Manifest.in(folder).differences(Manifest.of(folder));
        try {
            return judged(folder, planning, files);
        } catch (BrokenInputException e) {
            if (files.isEmpty()) {
                throw e;
            }
            return new Verification(files, List.of("The record cannot be judged again: " + e.getMessage()), 0, 0);
        }
    }

    private static Verification judged(Path folder, Planning planning, List<String> files) throws IOException {
        Recorded recorded = Journals.of(folder);
        List<ScenarioResult> tellable =
                recorded.results().stream().filter(Verification::isTellable).toList();
        List<String> verdicts = new ArrayList<>();
        List<ScenarioResult> again = replay(folder, recorded.run(), tellable, planning, verdicts);
        compare(tellable, again, verdicts);
        summary(folder, Judgement.of(recorded), verdicts);
        return new Verification(
                files, verdicts, tellable.size(), recorded.results().size() - tellable.size());
    }

    /** An error of the kit before the first step left no record. */
    private static boolean isTellable(ScenarioResult result) {
        return !result.tape().isBlank() || result.verdict().grade() != Grade.ERROR;
    }

    private static List<ScenarioResult> replay(
            Path folder, RunInfo info, List<ScenarioResult> results, Planning planning, List<String> problems)
            throws IOException {
        List<FeatureFile> features = PlayedFeatures.read(
                folder, results.stream().map(ScenarioResult::scenario).toList());
        Statement statement = info.statement().on(info.day());
        Catalogue catalogue = Catalogue.bundled();
        Plan plan = planning.plan(features, statement, catalogue.requirements());
        if (!plan.problems().isEmpty()) {
            throw new BrokenInputException(
                    "This kit cannot play the features of " + folder + " any more (it was made by tcpspec "
                            + info.version() + "; jars it was given by --glue must be given again): "
                            + plan.problems().get(0));
        }
        Map<String, PlannedScenario> planned =
                plan.scenarios().stream().collect(Collectors.toMap(PlannedScenario::id, Function.identity()));
        Set<String> readings = Arrays.stream(
                        info.selection().getOrDefault("interpretation", "").split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        List<ScenarioResult> again = Collections.synchronizedList(new ArrayList<>());
        Map<Integer, List<ScenarioResult>> attempts = results.stream()
                .collect(Collectors.groupingBy(ScenarioResult::attempt, TreeMap::new, Collectors.toList()));
        List<FeatureSource> sources = features.stream().map(FeatureFile::source).toList();
        try (Players players =
                new Players(sources, Runtime.getRuntime().availableProcessors(), planning.configuration())) {
            attempts.forEach((attempt, plays) -> {
                List<PlannedScenario> scenarios = plays.stream()
                        .map(p -> Optional.ofNullable(planned.get(p.scenario().id())))
                        .flatMap(Optional::stream)
                        .toList();
                Map<String, PlannedScenario> byPlace = new HashMap<>();
                scenarios.forEach(s -> byPlace.put(Run.key(s.uri(), s.line()), s));
                Run run = new Run(
                        new Replay(statement, plays),
                        statement,
                        info.ip(),
                        info.seed(),
                        readings,
                        attempt,
                        byPlace,
                        catalogue.requirements(),
                        again::add,
                        new StepLog());
                run.during(() -> players.play(scenarios, () -> false));
            });
        }
        return again;
    }

    private static void compare(List<ScenarioResult> before, List<ScenarioResult> again, List<String> found) {
        Map<String, ScenarioResult> byPlay = new LinkedHashMap<>();
        again.forEach(r -> byPlay.put(key(r), r));
        for (ScenarioResult play : before) {
            Optional<ScenarioResult> now = Optional.ofNullable(byPlay.get(key(play)));
            if (now.isEmpty()) {
                found.add(play.scenario().id() + ": its feature file has no such scenario.");
            } else if (!now.get().verdict().equals(play.verdict())) {
                found.add(play.scenario().id() + ": the journal says " + words(play.verdict())
                        + ", but by the record it is " + words(now.get().verdict()) + ".");
            } else if (!now.get().exercised().equals(play.exercised())
                    || !now.get().level().equals(play.level())
                    || !now.get().ladder().equals(play.ladder())) {
                found.add(play.scenario().id()
                        + ": its ladder, its level or the rows that it exercised are not those of" + " the record.");
            }
        }
    }

    private static String key(ScenarioResult result) {
        return result.attempt() + " " + result.scenario().id();
    }

    private static String words(Verdict verdict) {
        return verdict.grade() + (verdict.reason().isEmpty() ? "" : " (" + verdict.reason() + ")");
    }

    /** What programs are told is what the journal says. */
    private static void summary(Path folder, Judgement judgement, List<String> found) throws IOException {
        Path file = folder.resolve("conformance.json");
        if (!file.toFile().isFile()) {
            found.add("conformance.json is missing.");
            return;
        }
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            found.add("conformance.json is no JSON: line " + e.getLocation().getLineNr() + " cannot be read.");
            return;
        }
        Map<String, JsonNode> told = new HashMap<>();
        root.path("scenarios").forEach(s -> told.put(s.path("id").asText(), s));
        for (Judged judged : judgement.scenarios()) {
            JsonNode s = told.getOrDefault(judged.id(), root.path("none"));
            boolean same =
                    s.path("verdict").asText().equals(judged.verdict().grade().toString())
                            && s.path("reason").asText().equals(judged.verdict().reason())
                            && s.path("listed").asBoolean()
                                    == judged.deviation().isPresent();
            if (!same) {
                found.add(judged.id() + ": conformance.json says something else than the journal.");
            }
        }
        if (told.size() != judgement.scenarios().size()) {
            found.add("conformance.json has " + told.size() + " scenarios, but the journal has "
                    + judgement.scenarios().size() + ".");
        }
    }
}
