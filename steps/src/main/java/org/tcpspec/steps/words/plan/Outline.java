package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the nodes of a feature file stand, and to what they belong. */
final class Outline {

    /**
     * A scenario, or a row of one.
     *
     * @param nearTags the tags of its Examples, scenario and Rule, in this order: what names its requirement first
     * @param key what tells a row from the others; empty for a scenario without Examples
     */
    record Place(String rule, int line, List<String> nearTags, String key) {}

    private final String feature;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Integer> withoutSteps = new ArrayList<>();

    Outline(Feature feature) {
        this.feature = feature.getName();
        feature.getChildren().forEach(this::child);
    }

    String feature() {
        return feature;
    }

    /** The place of a pickle whose last AST node is {@code id}. */
    Place place(String id) {
        return places.get(id);
    }

    int lineOfStep(String id) {
        return lines.getOrDefault(id, 1);
    }

    List<Integer> scenariosWithoutSteps() {
        return withoutSteps;
    }

    private void child(FeatureChild child) {
        child.getBackground().ifPresent(b -> steps(b.getSteps()));
        child.getScenario().ifPresent(s -> scenario(s, "", List.of()));
        child.getRule().ifPresent(this::rule);
    }

    private void rule(Rule rule) {
        for (RuleChild child : rule.getChildren()) {
            child.getBackground().ifPresent(b -> steps(b.getSteps()));
            child.getScenario().ifPresent(s -> scenario(s, rule.getName(), rule.getTags()));
        }
    }

    private void scenario(Scenario scenario, String rule, List<Tag> ruleTags) {
        steps(scenario.getSteps());
        int line = line(scenario.getLocation());
        if (scenario.getSteps().isEmpty()) {
            withoutSteps.add(line);
        }
        places.put(scenario.getId(), new Place(rule, line, names(scenario.getTags(), ruleTags), ""));
        for (Examples examples : scenario.getExamples()) {
            List<String> tags = Stream.concat(
                            examples.getTags().stream().map(Tag::getName), names(scenario.getTags(), ruleTags).stream())
                    .toList();
            for (TableRow row : examples.getTableBody()) {
                places.put(row.getId(), new Place(rule, line(row.getLocation()), tags, key(examples, row)));
            }
        }
    }

    private static String key(Examples examples, TableRow row) {
        List<String> head = examples.getTableHeader().stream()
                .flatMap(h -> h.getCells().stream())
                .map(TableCell::getValue)
                .toList();
        List<String> cells = row.getCells().stream().map(TableCell::getValue).toList();
        int id = head.indexOf("id");
        return id >= 0 ? cells.get(id) : String.join(" ", cells.subList(0, Math.min(2, cells.size())));
    }

    private static List<String> names(List<Tag> scenario, List<Tag> rule) {
        return Stream.concat(scenario.stream(), rule.stream()).map(Tag::getName).toList();
    }

    private void steps(List<Step> steps) {
        steps.forEach(s -> lines.put(s.getId(), line(s.getLocation())));
    }

    private static int line(Location location) {
        return Math.toIntExact(location.getLine());
    }
}
