package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.StepKeywordType;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tcpspec.steps.run.Problem;

/** How a feature file should be written, besides being one that can be played. */
public final class Style {

    private static final int MOST_IDS = 3;
    private static final int MOST_STEPS = 6;
    private static final int LEAST_WHY = 2;
    private static final int MOST_WHY = 4;

    /** What no step may name, and why. */
    private static final Map<Pattern, String> UNSPEAKABLE = new LinkedHashMap<>();

    static {
        UNSPEAKABLE.put(
                Pattern.compile("\\bport \\d+"),
                "names a port; the kit chooses the ports, name the connection instead");
        UNSPEAKABLE.put(
                Pattern.compile("\\d+ ?(ms|milliseconds?)\\b"), "names milliseconds; say it in RTO, MSL or R2 instead");
        UNSPEAKABLE.put(
                Pattern.compile("\\b(SEQ|ACK)=\\d{2,}"),
                "names a raw sequence number; use the RFC's variables instead, such as RCV.NXT+1");
        UNSPEAKABLE.put(
                Pattern.compile("\\b(net\\.ipv4\\.|tcp_)\\w+"),
                "names a setting of one system; name the capability instead");
    }

    /**
     * What is to be said of some files.
     *
     * @param problems what must be mended
     * @param advice what should be
     */
    public record Remarks(List<Problem> problems, List<Problem> advice) {
        public Remarks {
            problems = List.copyOf(problems);
            advice = List.copyOf(advice);
        }
    }

    private final Set<String> requirements;
    private final Set<String> iuts;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> advice = new ArrayList<>();
    private String file = "";

    private Style(Set<String> requirements, Set<String> iuts) {
        this.requirements = requirements;
        this.iuts = iuts;
    }

    /**
     * Looks at every file that is Gherkin.
     *
     * @param requirements the ids of the catalogue
     * @param iuts the names of the IUTs, none of which a scenario may name
     */
    public static Remarks of(List<FeatureSource> features, Set<String> requirements, Set<String> iuts) {
        Style style = new Style(requirements, iuts);
        for (FeatureSource feature : features) {
            style.file = feature.file();
            List<String> unreadable = new ArrayList<>();
            GherkinFile.read(feature.uri(), feature.text(), (line, column, sentence) -> unreadable.add(sentence))
                    .ifPresentOrElse(file -> style.feature(file.feature()), () -> {
                        if (unreadable.isEmpty()) {
                            style.problem(
                                    new Location(1L, 1L),
                                    "the file holds no feature; begin with 'Feature:' and its name");
                        }
                    });
        }
        return new Remarks(style.problems, style.advice);
    }

    private void feature(Feature feature) {
        long why = Optional.ofNullable(feature.getDescription()).stream()
                .flatMap(String::lines)
                .filter(Predicate.not(String::isBlank))
                .count();
        if (why == 0) {
            problem(feature.getLocation(), "the feature does not say why; write two to four lines below its name");
        } else if (why < LEAST_WHY || why > MOST_WHY) {
            advise(feature.getLocation(), "the feature says why in " + why + " lines; two to four are good");
        }
        if (feature.getChildren().stream()
                .allMatch(c -> c.getScenario().isEmpty() && c.getRule().isEmpty())) {
            problem(feature.getLocation(), "the feature has no scenario; give it one, or take it out");
        }
        for (FeatureChild child : feature.getChildren()) {
            child.getScenario().ifPresent(s -> scenario(s, feature.getTags(), false));
            child.getRule().ifPresent(r -> rule(r, feature.getTags()));
        }
    }

    private void rule(Rule rule, List<Tag> inherited) {
        long ids = ids(rule.getTags()).count();
        if (ids > 1) {
            advise(
                    rule.getLocation(),
                    "the rule has " + ids + " requirements; a rule is one, and others are other rules");
        }
        List<Tag> tags =
                Stream.concat(inherited.stream(), rule.getTags().stream()).toList();
        List<Scenario> scenarios = rule.getChildren().stream()
                .map(RuleChild::getScenario)
                .flatMap(Optional::stream)
                .toList();
        if (scenarios.isEmpty()) {
            problem(rule.getLocation(), "the rule has no scenario; give it an example, or take it out");
        }
        scenarios.forEach(s -> scenario(s, tags, ids > 0));
    }

    private void scenario(Scenario scenario, List<Tag> inherited, boolean ruled) {
        List<Tag> own = Stream.concat(
                        scenario.getTags().stream(),
                        scenario.getExamples().stream().map(Examples::getTags).flatMap(List::stream))
                .toList();
        for (Examples examples : scenario.getExamples()) {
            long ids = Stream.concat(ids(scenario.getTags()), ids(examples.getTags()))
                    .distinct()
                    .count();
            tooMany(scenario, ids);
        }
        if (scenario.getExamples().isEmpty()) {
            tooMany(scenario, ids(own).distinct().count());
        }
        boolean placed = Stream.concat(inherited.stream(), own.stream())
                .map(Tag::getName)
                .anyMatch(t -> t.startsWith("@section-") || t.startsWith("@figure-") || isId(t));
        if (!placed) {
            problem(
                    scenario.getLocation(),
                    "the scenario does not say where its demand stands; tag it, its rule or its feature with a"
                            + " requirement or with @section-...");
        }
        boolean figure = own.stream().anyMatch(t -> t.getName().startsWith("@figure-"));
        if (scenario.getSteps().size() > MOST_STEPS && !figure) {
            advise(
                    scenario.getLocation(),
                    "the scenario has " + scenario.getSteps().size()
                            + " steps; three to six are good, and chains are for the RFC's figures");
        }
        order(scenario);
        scenario.getSteps().forEach(this::words);
    }

    private void tooMany(Scenario scenario, long ids) {
        if (ids > MOST_IDS) {
            problem(
                    scenario.getLocation(),
                    "the scenario names " + ids + " requirements; three at most, else nobody knows which one a fail"
                            + " breaks");
        }
    }

    /** Given, When, Then, and never back to Given. */
    private void order(Scenario scenario) {
        StepKeywordType last = StepKeywordType.UNKNOWN;
        boolean begun = false;
        boolean judged = false;
        for (Step step : scenario.getSteps()) {
            StepKeywordType type = step.getKeywordType().orElse(StepKeywordType.UNKNOWN);
            StepKeywordType kind = type == StepKeywordType.CONJUNCTION ? last : type;
            if (kind == StepKeywordType.CONTEXT && begun) {
                problem(
                        step.getLocation(),
                        "a Given after a When or Then; what happens in mid-scenario is a When, and two stories are two"
                                + " scenarios");
            }
            begun |= kind == StepKeywordType.ACTION || kind == StepKeywordType.OUTCOME;
            judged |= kind == StepKeywordType.OUTCOME;
            last = kind;
        }
        if (!scenario.getSteps().isEmpty() && !judged) {
            problem(scenario.getLocation(), "the scenario has no Then, so nothing is judged");
        } else if (judged && last != StepKeywordType.OUTCOME) {
            Step step = scenario.getSteps().get(scenario.getSteps().size() - 1);
            problem(step.getLocation(), "nothing is judged after this step; end with a Then");
        }
    }

    private void words(Step step) {
        UNSPEAKABLE.forEach((pattern, why) -> {
            Matcher found = pattern.matcher(step.getText());
            if (found.find()) {
                problem(step.getLocation(), "\"" + found.group() + "\" " + why);
            }
        });
        for (String iut : iuts) {
            if (Pattern.compile("(?i)\\b" + Pattern.quote(iut) + "\\b")
                    .matcher(step.getText())
                    .find()) {
                problem(step.getLocation(), "names the IUT '" + iut + "'; one and the same scenario runs on every IUT");
            }
        }
    }

    private Stream<String> ids(List<Tag> tags) {
        return tags.stream().map(Tag::getName).filter(this::isId);
    }

    private boolean isId(String tag) {
        return requirements.contains(tag.substring(1));
    }

    private void problem(Location at, String sentence) {
        problems.add(new Problem(file, at.getLine(), at.getColumn().orElse(1L), sentence));
    }

    private void advise(Location at, String sentence) {
        advice.add(new Problem(file, at.getLine(), at.getColumn().orElse(1L), sentence));
    }
}
