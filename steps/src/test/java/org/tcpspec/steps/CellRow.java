package org.tcpspec.steps;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.words.plan.FeatureSource;

/**
 * An Examples row that carries the id of a row of the transition table, as the words of its feature have it.
 *
 * @param place file and line, for people
 * @param columns the cells of the row, by heading
 * @param steps with the cells filled in
 */
record CellRow(
        String id,
        String place,
        String feature,
        String name,
        Map<String, String> columns,
        List<String> steps,
        Set<String> tags) {

    private static final Pattern OF_A_STATE = Pattern.compile("The cells of ([A-Z][A-Z0-9-]+)");
    private static final Pattern IN_A_STATE = Pattern.compile(" in ([A-Z][A-Z0-9-]+)\\b");
    private static final Pattern SENDS = Pattern.compile("the IUT (?:may send|sends) (.+)");
    private static final Pattern RETRANSMITS = Pattern.compile("the IUT retransmits its (\\S+)");
    private static final Pattern TOLD = Pattern.compile("\"([^\"]+)\"");

    /** All such rows of {@code features}, in order. */
    static List<CellRow> of(List<FeatureSource> features) {
        return features.stream().flatMap(f -> read(f).stream()).toList();
    }

    private static List<CellRow> read(FeatureSource source) {
        List<CellRow> rows = new ArrayList<>();
        Map<String, Map<String, String>> cells = new HashMap<>();
        Map<String, Long> lines = new HashMap<>();
        String feature = "";
        var envelopes = GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse(source.uri(), source.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        for (var envelope : envelopes) {
            Optional<GherkinDocument> document = envelope.getGherkinDocument();
            if (document.flatMap(GherkinDocument::getFeature).isPresent()) {
                feature = document.get().getFeature().get().getName();
                document.get().getFeature().get().getChildren().stream()
                        .flatMap(CellRow::scenarios)
                        .flatMap(s -> s.getExamples().stream())
                        .forEach(e -> tables(e, cells, lines));
            }
            if (envelope.getPickle().isPresent()) {
                Pickle pickle = envelope.getPickle().get();
                String node = pickle.getAstNodeIds().get(pickle.getAstNodeIds().size() - 1);
                Map<String, String> columns = cells.getOrDefault(node, Map.of());
                if (columns.getOrDefault("id", "").startsWith(Row.PREFIX)) {
                    rows.add(new CellRow(
                            columns.get("id"),
                            source.file() + ":" + lines.get(node),
                            feature,
                            pickle.getName(),
                            columns,
                            pickle.getSteps().stream().map(PickleStep::getText).toList(),
                            pickle.getTags().stream().map(PickleTag::getName).collect(Collectors.toSet())));
                }
            }
        }
        return rows;
    }

    private static Stream<Scenario> scenarios(FeatureChild child) {
        return Stream.concat(
                child.getScenario().stream(),
                child.getRule().stream()
                        .flatMap(r -> r.getChildren().stream())
                        .map(RuleChild::getScenario)
                        .flatMap(Optional::stream));
    }

    private static void tables(Examples examples, Map<String, Map<String, String>> cells, Map<String, Long> lines) {
        List<String> head = examples.getTableHeader().stream()
                .flatMap(h -> h.getCells().stream())
                .map(TableCell::getValue)
                .toList();
        for (TableRow row : examples.getTableBody()) {
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < head.size(); i++) {
                columns.put(head.get(i), row.getCells().get(i).getValue());
            }
            cells.put(row.getId(), columns);
            lines.put(row.getId(), row.getLocation().getLine());
        }
    }

    /** The state that the event finds: by column, by the feature's name, by the scenario's. */
    Optional<String> state() {
        return Optional.ofNullable(columns.get("state"))
                .or(() -> first(OF_A_STATE, feature))
                .or(() -> first(IN_A_STATE, name));
    }

    Optional<String> next() {
        return Optional.ofNullable(columns.get("next"));
    }

    /** What the IUT is to send first, or may send, such as {@code RST or ACK}; empty if no step says it. */
    Optional<String> answer() {
        return steps.stream()
                .map(s -> first(SENDS, s).or(() -> first(RETRANSMITS, s)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** It is free to send nothing. */
    boolean mayStaySilent() {
        return steps.stream().anyMatch(s -> s.startsWith("the IUT may send"));
    }

    /** What the user is told, or how its call is refused; each with its alternatives. */
    List<Set<String>> told() {
        return steps.stream()
                .filter(s -> s.startsWith("the user is told \"") || s.startsWith("the call "))
                .map(s -> TOLD.matcher(s).results().map(m -> m.group(1)).collect(Collectors.toSet()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    boolean isToldNothing() {
        return steps.contains("the user is told nothing");
    }

    /** Text is aboard, and what is sent is for it. */
    boolean carriesText() {
        return columns.getOrDefault("segment", "").contains("of text");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
