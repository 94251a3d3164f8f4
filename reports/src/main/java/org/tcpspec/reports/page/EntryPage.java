package org.tcpspec.reports.page;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tcpspec.reports.coverage.Fate;
import org.tcpspec.reports.coverage.Fates;
import org.tcpspec.reports.coverage.TableCoverage;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.ledger.Ledger;
import org.tcpspec.reports.read.Dispositions;
import org.tcpspec.reports.story.Story;
import org.tcpspec.reports.write.Evidence;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.Requirement;

/** {@code index.html}: what a run came to, on one page that needs nothing else. A function of the journal. */
public final class EntryPage {
    /** So many failures have their ladder on the page; further ones have a line. */
    private static final int MOST_LADDERS = 100;

    private static final int SLOWEST = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Judgement run;
    private final Map<String, Requirement> requirements;
    private final Map<String, Play> plays;

    private EntryPage(Judgement run, Map<String, Requirement> requirements, Map<String, Play> plays) {
        this.run = run;
        this.requirements = requirements;
        this.plays = plays;
    }

    /**
     * The page.
     *
     * @param allure the Allure report stands beside it
     */
    public static String of(Judgement run, Map<String, Requirement> requirements, Evidence evidence, boolean allure) {
        EntryPage page = new EntryPage(run, requirements, Play.all(run, evidence));
        Map<String, Object> model = page.model();
        model.put("allure", allure);
        return Pages.render("entry.ftl", model);
    }

    /** A level and how many scenarios came to each outcome, in their order. */
    public record Total(String level, List<Integer> counts, int sum) {
        static Total of(String level, List<Integer> counts) {
            return new Total(
                    level, counts, counts.stream().mapToInt(Integer::intValue).sum());
        }
    }

    /** What the run came to. */
    public record Headline(String key, String words, String sentence) {}

    /** A scenario that took long: seconds by the wall clock, and by the clock of TCP. */
    public record Slow(Play play, String took, String waited) {}

    private Map<String, Object> model() {
        RunInfo info = run.recorded().run();
        TableCoverage coverage = TableCoverage.of(List.of(run));
        Fates fates = new Fates(run, coverage);
        Map<String, Object> model = new HashMap<>();
        model.put("name", info.statement().name());
        model.put("fault", info.selection().getOrDefault("fault", ""));
        model.put("headline", headline());
        model.put("complete", run.recorded().isComplete());
        model.put("played", run.scenarios().size());
        model.put("selected", info.selected());
        model.put("outcomes", Outcome.values());
        model.put("totals", totals());
        model.put("facts", facts());
        model.put("environment", new TreeMap<>(info.environment()));
        model.put("notes", run.recorded().end().map(RunEnd::notes).orElse(List.of()));
        model.put("choices", run.choices());
        model.put("plays", plays);
        failures(model);
        model.put("edges", Edge.all(fates));
        model.put("coverage", coverage);
        model.put("fates", fates);
        model.put(
                "cells",
                coverage.cells().stream().map(c -> GridCell.judged(c, fates)).toList());
        model.put("fateWords", fateWords());
        model.put("ledger", LedgerRow.of(ledger(), plays));
        model.put("listings", Listing.of(run, plays));
        model.put("virtualTime", info.virtualTime());
        model.put("slowest", slowest());
        return model;
    }

    private static Map<String, String> fateWords() {
        Map<String, String> words = new LinkedHashMap<>();
        Stream.of(Fate.values()).forEach(f -> words.put(f.key(), f.toString()));
        return words;
    }

    private Ledger ledger() {
        return Ledger.of(requirements.values(), Dispositions.bundled(), run);
    }

    private List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        int[] all = new int[Outcome.values().length];
        run.totals().forEach((level, row) -> {
            Total total = Total.of(level.toString(), List.copyOf(row.values()));
            for (int i = 0; i < all.length; i++) {
                all[i] += total.counts().get(i);
            }
            if (level != Level.NONE || total.sum() > 0) {
                totals.add(total);
            }
        });
        totals.add(Total.of("all", java.util.Arrays.stream(all).boxed().toList()));
        return totals;
    }

    private int count(Outcome outcome) {
        return run.with(outcome).size();
    }

    /** What came of the run; one that was cut off has not passed. */
    private Headline headline() {
        Headline all = verdict();
        boolean well = all.key().equals("pass") || all.key().equals("listed");
        return run.recorded().isComplete() || !well
                ? all
                : new Headline("inconclusive", "Interrupted", "So far: " + all.sentence());
    }

    private Headline verdict() {
        int listed = count(Outcome.LISTED);
        String besides = listed == 0
                ? ""
                : " " + many(listed, "fail is a", "fails are") + " listed deviation" + (listed == 1 ? "." : "s.");
        String rest = count(Outcome.PASS) + " passed." + besides;
        int fails = count(Outcome.FAIL);
        return switch (run.exitCode()) {
            case 3 ->
                new Headline(
                        "error",
                        "Errors of kit or lab",
                        many(count(Outcome.ERROR), "scenario ended", "scenarios ended") + " in an error, which says"
                                + " nothing of the stack. " + many(fails, "failed", "failed") + ", " + rest);
            case 1 -> new Headline("fail", "Fails", many(fails, "scenario failed", "scenarios failed") + ". " + rest);
            case 2 ->
                new Headline(
                        "inconclusive",
                        "Undecided",
                        (run.scenarios().stream().allMatch(j -> j.outcome() == Outcome.NOT_APPLICABLE)
                                        ? "Nothing was judged. "
                                        : many(count(Outcome.INCONCLUSIVE), "scenario", "scenarios")
                                                + " stayed inconclusive. ")
                                + (fails == 0 ? "" : fails + " below MUST failed. ")
                                + rest);
            default ->
                fails > 0
                        ? new Headline("listed", "No MUST failed", fails + " of SHOULD or MAY failed. " + rest)
                        : listed > 0
                                ? new Headline("listed", "Fails only where listed", rest)
                                : new Headline("pass", "Passes", "Nothing failed. " + rest);
        };
    }

    private static String many(int n, String one, String more) {
        return n + " " + (n == 1 ? one : more);
    }

    private Map<String, String> facts() {
        RunInfo info = run.recorded().run();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("IUT", info.statement().name() + " (--iut " + info.provider() + ")");
        facts.put("IP", info.ip() == IpVersion.IPV4 ? "4" : "6");
        facts.put("Options", info.selection().getOrDefault("ics", "the IUT's own claims"));
        facts.put("Played", run.scenarios().size() + " of " + info.planned() + " scenarios");
        facts.put("Started", TIME.format(info.started()));
        run.recorded()
                .end()
                .ifPresent(end -> facts.put(
                        "Took",
                        seconds(Duration.between(info.started(), end.finished()).toNanos())
                                + (info.virtualTime() ? ", in virtual time" : ", in real time")));
        facts.put("Seed", Long.toString(info.seed()));
        facts.put("Kit", "tcpspec " + info.version());
        info.selection().entrySet().stream()
                .filter(e -> !e.getKey().equals("ics"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> facts.put("--" + e.getKey(), e.getValue()));
        return facts;
    }

    private static String seconds(long nanos) {
        double s = nanos / 1e9;
        return s >= 100
                ? String.format(Locale.ROOT, "%.0f s", s)
                : s >= 1 ? String.format(Locale.ROOT, "%.1f s", s) : String.format(Locale.ROOT, "%.1f ms", s * 1e3);
    }

    private void failures(Map<String, Object> model) {
        List<Judged> bad = Stream.of(Outcome.FAIL, Outcome.ERROR, Outcome.INCONCLUSIVE)
                .flatMap(o -> run.with(o).stream().sorted(Comparator.comparing(Judged::level)))
                .toList();
        Story stories = Story.bundled(requirements);
        List<Failure> failures = bad.stream()
                .limit(MOST_LADDERS)
                .map(j -> Failure.of(j, plays.get(j.id()), run.recorded().run(), requirements, stories))
                .toList();
        model.put("failures", failures);
        model.put(
                "further",
                bad.stream().skip(MOST_LADDERS).map(j -> plays.get(j.id())).toList());
    }

    private List<Slow> slowest() {
        return run.scenarios().stream()
                .sorted(Comparator.comparingLong((Judged j) -> -j.shown().wallNanos()))
                .limit(SLOWEST)
                .map(j -> new Slow(
                        plays.get(j.id()),
                        seconds(j.shown().wallNanos()),
                        seconds(j.shown().waitedNanos())))
                .toList();
    }
}
