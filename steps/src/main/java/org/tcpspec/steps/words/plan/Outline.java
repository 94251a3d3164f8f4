package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
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
    record Place(String rule, int line, int column, List<String> nearTags, String key) {}

    private final String feature;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> keywords = new HashMap<>();
    private final Map<String, Location> texts = new HashMap<>();
    private final Map<String, Location> tags = new HashMap<>();
    private final List<Place> withoutSteps = new ArrayList<>();

    Outline(Feature feature) {
        this.feature = feature.getName();
        tags(feature.getTags());
        feature.getChildren().forEach(this::child);
    }

    String feature() {
        return feature;
    }

    /** The place of a pickle whose last AST node is {@code id}. */
    Place place(String id) {
        return places.get(id);
    }

    Place place(Pickle pickle) {
        List<String> nodes = pickle.getAstNodeIds();
        return place(nodes.get(nodes.size() - 1));
    }

    /** Where the text of that step begins. */
    Location text(PickleStep step) {
        return texts.get(step.getAstNodeIds().get(0));
    }

    /** With the blank behind it. */
    String keyword(PickleStep step) {
        return keywords.get(step.getAstNodeIds().get(0));
    }

    Location tag(PickleTag tag) {
        return tags.get(tag.getAstNodeId());
    }

    List<Place> scenariosWithoutSteps() {
        return withoutSteps;
    }

    private void child(FeatureChild child) {
        child.getBackground().ifPresent(b -> steps(b.getSteps()));
        child.getScenario().ifPresent(s -> scenario(s, "", List.of()));
        child.getRule().ifPresent(this::rule);
    }

    private void rule(Rule rule) {
        tags(rule.getTags());
        for (RuleChild child : rule.getChildren()) {
            child.getBackground().ifPresent(b -> steps(b.getSteps()));
            child.getScenario().ifPresent(s -> scenario(s, rule.getName(), rule.getTags()));
        }
    }

    private void scenario(Scenario scenario, String rule, List<Tag> ruleTags) {
        steps(scenario.getSteps());
        tags(scenario.getTags());
        Place place = place(rule, scenario.getLocation(), names(scenario.getTags(), ruleTags), "");
        if (scenario.getSteps().isEmpty()) {
            withoutSteps.add(place);
        }
        places.put(scenario.getId(), place);
        for (Examples examples : scenario.getExamples()) {
            tags(examples.getTags());
            List<String> near = Stream.concat(
                            examples.getTags().stream().map(Tag::getName), names(scenario.getTags(), ruleTags).stream())
                    .toList();
            for (TableRow row : examples.getTableBody()) {
                places.put(row.getId(), place(rule, row.getLocation(), near, key(examples, row)));
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
        steps.forEach(s -> texts.put(s.getId(), text(s)));
        steps.forEach(s -> keywords.put(s.getId(), s.getKeyword()));
    }

    /** Behind the keyword. */
    private static Location text(Step step) {
        long column =
                step.getLocation().getColumn().orElse(1L) + step.getKeyword().length();
        return new Location(step.getLocation().getLine(), column);
    }

    private void tags(List<Tag> some) {
        some.forEach(t -> tags.put(t.getId(), t.getLocation()));
    }

    private static Place place(String rule, Location at, List<String> nearTags, String key) {
        int column = Math.toIntExact(at.getColumn().orElse(1L));
        return new Place(rule, Math.toIntExact(at.getLine()), column, nearTags, key);
    }
}
