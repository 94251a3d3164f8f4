package org.tcpspec.reports.allure;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.story.Story;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Evidence;
import org.tcpspec.reports.write.LadderText;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * A journal as Allure results: one result for each scenario, its status from the verdict, in suites by RFC section and
 * requirement. A second play is evidence of the same result, not a result of its own.
 */
public final class AllureResults {
    private static final String RFC_EDITOR = "https://www.rfc-editor.org/rfc/rfc";
    private static final int NAME_LIMIT = 110;

    private final Map<String, Requirement> requirements;
    private final Story story;
    private final Evidence evidence;
    private final Path out;

    /**
     * @param requirements the catalogue, by id
     * @param out the report's folder, below which the evidence lies
     */
    public AllureResults(Map<String, Requirement> requirements, Evidence evidence, Path out) {
        this.requirements = requirements;
        this.story = Story.bundled(requirements);
        this.evidence = evidence;
        this.out = out;
    }

    /** Writes the results, the categories and the environment into {@code folder}, which need not exist. */
    public void write(Judgement judgement, Path folder) throws IOException {
        Files.createDirectories(folder);
        FileSystemResultsWriter writer = new FileSystemResultsWriter(folder);
        try {
            judgement.scenarios().parallelStream().forEach(judged -> write(judged, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        AllureFrame.write(judgement, folder);
    }

    private void write(Judged judged, FileSystemResultsWriter writer) {
        try {
            writer.write(result(judged, writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestResult result(Judged judged, FileSystemResultsWriter writer) throws IOException {
        ScenarioResult shown = judged.shown();
        long start = shown.start().toEpochMilli();
        String key = key(judged.id());
        return new TestResult()
                .setUuid(UUID.nameUUIDFromBytes(judged.id().getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHistoryId(key)
                .setTestCaseId(key)
                .setName(Escape.line(judged.scenario().name()))
                .setFullName(judged.id())
                .setDescriptionHtml(description(judged))
                .setStatus(status(judged.outcome()))
                .setStatusDetails(details(judged))
                .setStage(Stage.FINISHED)
                .setStart(start)
                .setStop(start + shown.wallNanos() / 1_000_000)
                .setLabels(labels(judged))
                .setLinks(links(judged))
                .setSteps(steps(judged, start))
                .setAttachments(attachments(judged, writer));
    }

    /** By what the report knows the scenario of that id, in every run: its page there is {@code #testresult/<key>}. */
    public static String key(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** The five outcomes in the words of Allure. */
    static Status status(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Status.PASSED;
            case FAIL, LISTED -> Status.FAILED;
            case INCONCLUSIVE, ERROR -> Status.BROKEN;
            case NOT_APPLICABLE -> Status.SKIPPED;
        };
    }

    /** The report shows a message as HTML in one place and as text in another, so it has nothing that HTML obeys. */
    private static StatusDetails details(Judged judged) {
        if (judged.outcome() == Outcome.PASS) {
            return new StatusDetails();
        }
        String message = prefix(judged) + ": " + judged.verdict().reason();
        if (judged.deviation().isPresent()) {
            message += "\nListed because: " + judged.deviation().get().explanation();
        }
        return new StatusDetails().setMessage(Escape.withoutMarkup(message));
    }

    /** What the categories are told apart by. */
    static String prefix(Judged judged) {
        return switch (judged.outcome()) {
            case FAIL -> (judged.level() == Level.NONE ? Level.MUST : judged.level()) + " failed";
            case LISTED -> "Listed deviation (" + judged.level() + ")";
            case INCONCLUSIVE -> "Inconclusive";
            case NOT_APPLICABLE -> "Not applicable";
            case ERROR -> "Kit error";
            case PASS -> "Pass";
        };
    }

    /** As HTML of our own, so that nothing else need be made of it; every text in it is escaped. */
    private String description(Judged judged) {
        StringBuilder s = new StringBuilder();
        if (!judged.scenario().rule().isEmpty()) {
            s.append("<p>").append(Escape.xml(judged.scenario().rule())).append("</p>");
        }
        String told = story.text(judged);
        if (!told.isEmpty()) {
            s.append("<p>").append(Escape.xml(Escape.line(told))).append("</p>");
        }
        s.append("<ul>");
        for (String id : judged.scenario().requirements()) {
            Requirement r = requirements.get(id);
            if (r != null) {
                item(s, id + " (" + r.level() + ", " + r.clause() + "): " + r.summary());
            }
        }
        facts(judged).forEach((name, value) -> item(s, name + ": " + value));
        judged.shown().notes().forEach(note -> item(s, "Note: " + note));
        s.append("</ul>");
        return s.append("<pre>")
                .append(Escape.xml(LadderText.of(judged)))
                .append("</pre>")
                .toString();
    }

    private static void item(StringBuilder s, String text) {
        s.append("<li>").append(Escape.xml(Escape.line(text))).append("</li>");
    }

    private List<Label> labels(Judged judged) {
        List<Label> labels = new ArrayList<>();
        String clause = judged.scenario().clause();
        List<Requirement> named = judged.scenario().requirements().stream()
                .filter(requirements::containsKey)
                .map(requirements::get)
                .toList();
        String place = named.isEmpty() ? place(clause) : named.get(0).clause();
        labels.add(label("parentSuite", place));
        labels.add(label("suite", named.isEmpty() ? judged.scenario().feature() : name(named.get(0))));
        labels.add(label("subSuite", judged.scenario().feature()));
        if (named.isEmpty()) {
            labels.add(label("epic", rfc(place)));
            labels.add(label("feature", place));
            labels.add(label("story", judged.scenario().feature()));
        }
        for (Requirement r : named) {
            labels.add(label("epic", "RFC " + r.rfc()));
            labels.add(label("feature", r.clause()));
            labels.add(label("story", name(r)));
        }
        labels.add(label("severity", severity(judged.level())));
        judged.scenario().tags().forEach(tag -> labels.add(label("tag", tag.substring(1))));
        labels.add(label("framework", "tcpspec"));
        labels.add(label("language", "gherkin"));
        return labels;
    }

    /** {@code RFC 9293 3.6} of {@code RFC 9293 3.6, Figure 13}. */
    private static String place(String clause) {
        int comma = clause.indexOf(',');
        String place = comma < 0 ? clause : clause.substring(0, comma);
        return place.isEmpty() ? "no clause" : place;
    }

    private static String rfc(String place) {
        String[] words = place.split(" ");
        return words.length > 1 && words[0].equals("RFC") ? "RFC " + words[1] : place;
    }

    private static String name(Requirement r) {
        String name = r.id() + ": " + r.summary();
        return name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT - 3) + "...";
    }

    private static String severity(Level level) {
        return switch (level) {
            case MUST -> "critical";
            case SHOULD, NONE -> "normal";
            case MAY -> "minor";
        };
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(Escape.line(value));
    }

    private List<Link> links(Judged judged) {
        List<Link> links = new ArrayList<>();
        for (String id : judged.scenario().requirements()) {
            Requirement r = requirements.get(id);
            if (r != null) {
                links.add(new Link()
                        .setName(id + " in " + r.clause())
                        .setType("tms")
                        .setUrl(RFC_EDITOR + r.rfc() + "#section-" + r.section()));
            }
        }
        return links;
    }

    /** What is known of the verdict besides its reason; facts that are empty are left out. */
    private static Map<String, String> facts(Judged judged) {
        ScenarioResult shown = judged.shown();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Verdict", judged.outcome().toString());
        facts.put("Clause", judged.clause());
        facts.put("Deciding packet", number(judged));
        facts.put("State known by", shown.stateKnownBy());
        facts.put("Path", shown.path());
        facts.put("Interpretation", shown.interpretation());
        judged.choices().forEach((option, seen) -> facts.put("Choice seen: " + option, seen));
        facts.put("Seed", Long.toString(shown.seed()));
        facts.put(
                "Stands in", judged.scenario().file() + ":" + judged.scenario().line());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String number(Judged judged) {
        return judged.verdict().packet().isPresent()
                ? Long.toString(judged.verdict().packet().getAsLong())
                : "";
    }

    private static List<StepResult> steps(Judged judged, long start) {
        List<StepResult> steps = new ArrayList<>();
        long nanos = start * 1_000_000;
        for (org.tcpspec.steps.run.StepResult step : judged.shown().steps()) {
            long end = nanos + step.nanos();
            steps.add(new StepResult()
                    .setName(Escape.line(step.keyword() + " " + step.text()))
                    .setStatus(status(step, judged.outcome()))
                    .setStage(Stage.FINISHED)
                    .setStart(nanos / 1_000_000)
                    .setStop(end / 1_000_000));
            nanos = end;
        }
        return steps;
    }

    private static Status status(org.tcpspec.steps.run.StepResult step, Outcome outcome) {
        return switch (step.status()) {
            case PASSED -> Status.PASSED;
            case SKIPPED -> Status.SKIPPED;
            case STOPPED -> outcome == Outcome.PASS ? Status.BROKEN : status(outcome);
        };
    }

    /** What lies among the results already is only named; the rest is copied there. */
    private List<Attachment> attachments(Judged judged, FileSystemResultsWriter writer) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (String file : evidence.of(judged)) {
            String ending = file.substring(file.lastIndexOf('.'));
            String source = file.substring(file.lastIndexOf('/') + 1);
            if (!file.startsWith(Evidence.RESULTS)) {
                source = Evidence.attachment(file) + ending;
                try (InputStream in = Files.newInputStream(out.resolve(file))) {
                    writer.write(source, in);
                }
            }
            attachments.add(
                    new Attachment().setName(title(file)).setType(type(ending)).setSource(source));
        }
        return attachments;
    }

    private static String title(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String again = name.contains("-2.") ? ", second play" : "";
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".svg" -> "Ladder" + again;
            case ".txt" -> "Ladder as text";
            default -> "Packets" + again;
        };
    }

    private static String type(String ending) {
        return switch (ending) {
            case ".svg" -> "image/svg+xml";
            case ".txt" -> "text/plain";
            default -> "application/vnd.tcpdump.pcap";
        };
    }
}
