package org.tcpspec.reports.write;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.reports.gate.Gate;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * A run as workflow commands of GitHub, which show at the line of the feature file that a verdict belongs to. GitHub
 * shows ten errors and ten warnings of a step; more are counted.
 */
public final class Annotations {
    private static final int MOST = 10;

    private final Path root;

    private Annotations(Path root) {
        this.root = root;
    }

    /**
     * The lines to print.
     *
     * @param root the folder from which paths are seen, which is the checkout's
     * @param gate if there is one, it decides what is an error; else a failed MUST is
     */
    public static List<String> github(Judgement judgement, Optional<Gate> gate, Path root) {
        Annotations annotations = new Annotations(root.toAbsolutePath().normalize());
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        gate.ifPresent(g -> g.broken().forEach(rule -> errors.add(command("error", "", "tcpspec gate", rule))));
        boolean excused = gate.map(Gate::holds).orElse(false);
        for (Outcome outcome : List.of(Outcome.ERROR, Outcome.FAIL, Outcome.INCONCLUSIVE)) {
            for (Judged judged : gate.map(Gate::judgement).orElse(judgement).with(outcome)) {
                boolean error =
                        outcome == Outcome.ERROR || outcome == Outcome.FAIL && !excused && binds(judged, judgement);
                (error ? errors : warnings).add(annotations.of(error ? "error" : "warning", judged));
            }
        }
        List<String> lines = new ArrayList<>(errors.subList(0, Math.min(MOST, errors.size())));
        lines.addAll(warnings.subList(0, Math.min(MOST, warnings.size())));
        int more = errors.size() + warnings.size() - lines.size();
        if (more > 0) {
            lines.add(command("notice", "", "tcpspec", more + " more; all of them stand in the report."));
        }
        return lines;
    }

    private static boolean binds(Judged judged, Judgement judgement) {
        return judged.level() == Level.MUST
                || judged.level() == Level.NONE
                || judged.level() == Level.SHOULD && judgement.recorded().run().strict();
    }

    private String of(String kind, Judged judged) {
        String place = file(judged.scenario())
                .map(file ->
                        "file=" + property(file) + ",line=" + judged.scenario().line() + ",")
                .orElse("");
        String demand =
                judged.requirement().isEmpty() ? judged.clause() : judged.requirement() + ", " + judged.clause();
        return command(
                kind,
                place,
                judged.scenario().name(),
                judged.verdict().reason() + " (" + demand + "; " + judged.id() + ")");
    }

    /** The feature file as the checkout has it: the user's own, or the kit's where the checkout is the kit. */
    Optional<String> file(PlannedScenario scenario) {
        Path path = scenario.uri().startsWith("file:")
                ? Path.of(URI.create(scenario.uri()))
                : root.resolve("features").resolve(scenario.file());
        return path.startsWith(root) && Files.exists(path)
                ? Optional.of(root.relativize(path).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static String command(String kind, String place, String title, String message) {
        return "::" + kind + " " + place + "title=" + property(Escape.line(title)) + "::" + data(Escape.line(message));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
