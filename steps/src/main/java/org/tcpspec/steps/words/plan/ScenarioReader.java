package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Problem;
import org.tcpspec.steps.run.Requirement;

/** Reads the scenarios of one feature file. */
final class ScenarioReader {

    /** Tags that are no requirement and mean something else. */
    private static final List<String> OTHER_TAGS = List.of(
            "@section-",
            "@figure-",
            "@was-",
            PlannedScenario.WITH,
            PlannedScenario.WITHOUT,
            PlannedScenario.OTHER_READING,
            PlannedScenario.INTERPRETATION,
            "@slow",
            PlannedScenario.IPV4,
            PlannedScenario.IPV6,
            "@keep-listener",
            "@rfc-",
            PlannedScenario.NOTE,
            "@wip");

    /** Of these, those that say where a demand stands or once stood, and not when it holds. */
    private static final List<String> WHERE = List.of("@section-", "@figure-", "@was-", "@rfc-", PlannedScenario.NOTE);

    private final Phrasebook phrasebook;
    private final Statement statement;
    private final Map<String, Requirement> requirements;
    private final FeatureSource feature;
    private final Set<Problem> problems;

    ScenarioReader(
            Phrasebook phrasebook,
            Statement statement,
            Map<String, Requirement> requirements,
            FeatureSource feature,
            Set<Problem> problems) {
        this.phrasebook = phrasebook;
        this.statement = statement;
        this.requirements = requirements;
        this.feature = feature;
        this.problems = problems;
    }

    void problem(long line, long column, String sentence) {
        problems.add(new Problem(feature.file(), line, column, sentence));
    }

    private void problem(Location at, String sentence) {
        problem(at.getLine(), at.getColumn().orElse(1L), sentence);
    }

    PlannedScenario read(Pickle pickle, Outline outline) {
        Outline.Place place = outline.place(pickle);
        List<String> tags =
                pickle.getTags().stream().map(PickleTag::getName).distinct().toList();
        pickle.getTags().forEach(t -> checkTag(t.getName(), outline.tag(t)));
        checkCell(place);
        Demands demands = new Demands(statement.ixit());
        for (PickleStep step : pickle.getSteps()) {
            match(step.getText(), outline.text(step)).ifPresent(demands::add);
        }
        List<String> ids = requirementIds(place, tags);
        String id = Stream.of(outline.feature(), place.rule(), pickle.getName(), place.key())
                .filter(s -> !s.isEmpty())
                .map(ScenarioReader::slug)
                .distinct()
                .collect(Collectors.joining("/"));
        return new PlannedScenario(
                id,
                tags.stream()
                        .filter(t -> t.startsWith("@was-"))
                        .map(t -> t.substring(5))
                        .findFirst(),
                outline.feature(),
                place.rule(),
                pickle.getName(),
                feature.uri(),
                feature.file(),
                place.line(),
                tags,
                ids,
                clause(ids, tags, place),
                demands.capabilities(),
                demands.settings(),
                options(ids, tags),
                demands.states(),
                demands.waits());
    }

    /** The tag decides whether or how the scenario is judged. */
    static boolean isCondition(String tag) {
        return OTHER_TAGS.stream().anyMatch(tag::startsWith) && WHERE.stream().noneMatch(tag::startsWith);
    }

    private Optional<Phrasebook.Match> match(String step, Location at) {
        try {
            List<Phrasebook.Match> matches = phrasebook.matches(step);
            if (matches.isEmpty()) {
                problem(
                        at,
                        "no step reads \"" + step + "\""
                                + phrasebook
                                        .nearest(step)
                                        .map(n -> "; did you mean \"" + n + "\"?")
                                        .orElse(""));
            } else if (matches.size() > 1) {
                problem(
                        at,
                        "\"" + step + "\" is ambiguous: it reads as "
                                + matches.stream()
                                        .map(m -> "\"" + m.entry().phrase() + "\"")
                                        .collect(Collectors.joining(" and as ")));
            }
            return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            problem(at, "in \"" + step + "\": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkTag(String tag, Location at) {
        boolean known = requirements.containsKey(tag.substring(1))
                || OTHER_TAGS.stream().anyMatch(tag::startsWith);
        if (!known) {
            problem(
                    at,
                    "the tag " + tag + " is neither a requirement of the catalogue nor one of "
                            + String.join(", ", OTHER_TAGS));
        }
    }

    /** Rows whose id begins so are rows of the transition table. */
    private void checkCell(Outline.Place place) {
        if (place.key().startsWith(Row.PREFIX)
                && TransitionTable.bundled().row(place.key()).isEmpty()) {
            problem(place.line(), place.column(), "the transition table has no row " + place.key());
        }
    }

    /** The requirement that the nearest tag names comes first: it is the one that a fail breaks. */
    private List<String> requirementIds(Outline.Place place, List<String> tags) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(place.nearTags().stream(), tags.stream())
                .map(t -> t.substring(1))
                .filter(requirements::containsKey)
                .forEach(ids::add);
        return new ArrayList<>(ids);
    }

    private Set<String> options(List<String> ids, List<String> tags) {
        Stream<String> ofRequirements =
                ids.stream().map(requirements::get).map(Requirement::option).filter(o -> !o.isEmpty());
        Stream<String> named = tags.stream()
                .filter(t -> t.startsWith(PlannedScenario.WITH))
                .map(t -> t.substring(PlannedScenario.WITH.length()));
        return Stream.concat(ofRequirements, named).collect(Collectors.toSet());
    }

    /** Where the demand stands: the sections and figures of its tags, else that of its requirement. */
    private String clause(List<String> ids, List<String> tags, Outline.Place place) {
        List<String> near = Stream.concat(place.nearTags().stream(), tags.stream())
                .distinct()
                .toList();
        String rfc = near.stream()
                .filter(t -> t.startsWith("@rfc-"))
                .map(t -> t.substring(5))
                .findFirst()
                .orElse("9293");
        List<String> parts = new ArrayList<>();
        near.stream()
                .filter(t -> t.startsWith("@section-"))
                .map(t -> t.substring(9))
                .findFirst()
                .ifPresent(parts::add);
        near.stream()
                .filter(t -> t.startsWith("@figure-"))
                .map(t -> "Figure " + t.substring(8))
                .findFirst()
                .ifPresent(parts::add);
        if (!ids.isEmpty() && parts.stream().noneMatch(p -> p.startsWith("Figure"))) {
            return requirements.get(ids.get(0)).clause();
        }
        return parts.isEmpty() ? "" : "RFC " + rfc + " " + String.join(", ", parts);
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", "");
    }
}
