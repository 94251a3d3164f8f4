package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tcpspec.steps.run.Requirement;

/**
 * The beginning of a scenario for one requirement: its steps are those of the shortest scenario that there is for it, so
 * that it plays from the first moment on.
 */
public final class Sketch {

    private static final List<String> GENERIC = List.of(
            "Given a connection in ESTABLISHED",
            "When the peer sends ACK with 10 octets of text",
            "Then the IUT sends ACK and remains in ESTABLISHED");

    /** A scenario that there is. */
    private record Model(String file, int line, List<String> steps, List<String> tags) {}

    private Sketch() {}

    /**
     * The text of a feature file.
     *
     * @param name of the scenario
     * @param features where a scenario to begin with is looked for
     */
    public static String of(Requirement requirement, String name, List<FeatureSource> features) {
        Optional<Model> model = features.stream()
                .flatMap(f -> GherkinFile.read(f.uri(), f.text(), (line, column, sentence) -> {}).stream()
                        .flatMap(file -> models(f.file(), file, requirement.id()).stream()))
                .min(Comparator.comparingInt(
                        m -> m.tags().size() * 10 + m.steps().size()));
        String origin = model.map(
                        m -> "# The steps are those of " + m.file() + ":" + m.line() + "; make them your own.\n")
                .orElse("# No scenario of the kit tests " + requirement.id() + "; these steps only show the form.\n");
        String tags = model.map(Model::tags)
                .filter(Predicate.not(List::isEmpty))
                .map(all -> "    " + String.join(" ", all) + "\n")
                .orElse("");
        return "# " + requirement.clause() + ", " + requirement.id() + " (" + requirement.level() + "):\n# "
                + requirement.summary() + "\n"
                + origin
                + (requirement.rfc().equals("9293") ? "" : "@rfc-" + requirement.rfc() + " ")
                + "@section-" + requirement.section() + "\n"
                + "Feature: " + name + "\n\n"
                + "  Say here in two to four lines why this matters: what goes wrong on\n"
                + "  the network if a stack does it otherwise.\n\n"
                + "  @" + requirement.id() + "\n"
                + "  Rule: " + requirement.summary().replaceFirst("\\.$", "") + "\n\n"
                + tags
                + "    Scenario: " + name + "\n"
                + model.map(Model::steps).orElse(GENERIC).stream()
                        .map(step -> "      " + step + "\n")
                        .collect(Collectors.joining());
    }

    private static List<Model> models(String file, GherkinFile gherkin, String id) {
        Outline outline = new Outline(gherkin.feature());
        List<Model> models = new ArrayList<>();
        for (Pickle pickle : gherkin.pickles()) {
            Outline.Place place = outline.place(pickle);
            boolean about = place.nearTags().contains("@" + id);
            boolean plain =
                    pickle.getSteps().stream().allMatch(s -> s.getArgument().isEmpty());
            if (about && plain) {
                List<String> steps = pickle.getSteps().stream()
                        .map(s -> outline.keyword(s) + s.getText())
                        .toList();
                models.add(new Model(file, place.line(), steps, conditions(pickle)));
            }
        }
        return models;
    }

    /** The tags without which it would be judged otherwise. */
    private static List<String> conditions(Pickle pickle) {
        return pickle.getTags().stream()
                .map(PickleTag::getName)
                .filter(ScenarioReader::isCondition)
                .distinct()
                .toList();
    }
}
