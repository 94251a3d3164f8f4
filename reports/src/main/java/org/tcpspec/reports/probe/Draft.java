package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tcpspec.reports.probe.Answer.Choice;
import org.tcpspec.reports.probe.Answer.Measure;
import org.tcpspec.reports.probe.Answer.Remark;
import org.tcpspec.reports.read.Durations;
import org.tcpspec.reports.read.IxitNames;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/** The description that the answers draft: YAML that a person goes through and keeps. */
public final class Draft {
    private static final int COMMENT = 46;
    private static final String SIMULTANEOUS_OPEN = "simultaneous-open";

    private final Statement claims;
    private final List<Answer> answers;
    private final Map<String, Duration> durations = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Draft(Statement claims, List<Answer> answers) {
        this.claims = claims;
        this.answers = answers;
    }

    /**
     * The draft.
     *
     * @param head lines of comment at its head
     * @param options the names that an ICS knows
     * @param stack the part {@code stack} of the present description, as it stands there; empty for an adapter's
     * @param withCapabilities the present description lists capabilities
     */
    public static String of(
            Statement claims,
            List<Answer> answers,
            List<String> head,
            Set<String> options,
            Optional<String> stack,
            boolean withCapabilities) {
        Draft draft = new Draft(claims, answers);
        head.forEach(line -> draft.line("# " + line));
        draft.line("name: " + quoted(claims.name()));
        stack.ifPresent(
                part -> draft.text.append('\n').append(part.stripTrailing()).append("\n\n"));
        if (withCapabilities) {
            draft.capabilities();
        }
        draft.options(options);
        draft.ixit();
        draft.settings();
        draft.unreachable();
        draft.remarks();
        return draft.text.toString();
    }

    static String word(Support support) {
        return support.name().toLowerCase(Locale.ROOT);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void commented(String line, String comment) {
        String padded = line.length() >= COMMENT ? line : line + " ".repeat(COMMENT - line.length());
        line(padded + " # " + Escape.line(comment));
    }

    private static String quoted(String word) {
        return '"' + Escape.line(word).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void capabilities() {
        line("capabilities:" + " # as described before");
        claims.capabilities().stream().filter(c -> c != Capability.DRIVEN_USER).forEach(c -> line("  - " + c.name()));
    }

    private List<Answer> answersTo(String key) {
        return answers.stream().filter(a -> a.key().equals(key)).toList();
    }

    private static String seen(List<Answer> answers) {
        return answers.stream().map(Answer::seen).distinct().collect(Collectors.joining("; "));
    }

    private void options(Set<String> known) {
        Set<String> names = new LinkedHashSet<>(claims.options().keySet());
        names.addAll(new TreeSet<>(known));
        names.add(SIMULTANEOUS_OPEN);
        line("options:");
        names.forEach(this::option);
    }

    private void option(String name) {
        List<Answer> all = answersTo(name);
        List<Choice> told = all.stream()
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .toList();
        if (!told.isEmpty()) {
            commented("  " + name + ": " + word(told.get(0).support()), "probed: " + seen(List.copyOf(told)));
            return;
        }
        String why = "not probed: " + (all.isEmpty() ? "no question of the kit tells it" : seen(all));
        if (claims.options().containsKey(name)) {
            commented("  " + name + ": " + word(claims.support(name)), why + "; as described before");
        } else {
            commented("  # " + name + ":", why);
        }
    }

    private void ixit() {
        IxitNames.DURATIONS.forEach(key -> durations.put(key, valueOf(key)));
        boolean adjusted = consistent();
        line("ixit:");
        IxitNames.DURATIONS.forEach(this::duration);
        count("connections", claims.ixit().connections());
        count("parallel", claims.ixit().parallel());
        if (adjusted) {
            line("  # Some that were not probed have been changed to go with those that were.");
        }
    }

    /** The first; of the greatest RTO the longest: one series may have ended before it came so far. */
    private Optional<Measure> measure(String key) {
        return answersTo(key).stream()
                .filter(Measure.class::isInstance)
                .map(Measure.class::cast)
                .reduce((one, other) -> key.equals("rtoMax") && other.least().compareTo(one.least()) > 0 ? other : one);
    }

    /** The claim if the wire bears it: a maintainer knows the round figure; else what was seen. */
    private Duration valueOf(String key) {
        Duration claim = IxitNames.duration(claims.ixit(), key).orElseThrow();
        boolean says = !source(key).equals("default");
        return measure(key).map(m -> says && m.bears(claim) ? claim : m.value()).orElse(claim);
    }

    private String source(String key) {
        return claims.ixit().sources().getOrDefault(key, "default");
    }

    /** What was probed and what was not must go together, or the draft could not be read. */
    private boolean consistent() {
        Map<String, Duration> before = Map.copyOf(durations);
        Duration least = Times.max(durations.get("rtoMin"), durations.get("rtoInitial"));
        durations.merge("rtoMax", least, Times::max);
        durations.merge("tick", durations.get("msl").dividedBy(10), Times::min);
        return !before.equals(durations);
    }

    private void duration(String key) {
        List<Answer> all = answersTo(key);
        boolean probed = measure(key).isPresent();
        String comment = probed
                ? "probed: "
                        + seen(all.stream().filter(Measure.class::isInstance).toList())
                : "not probed: " + (all.isEmpty() ? why(key) : seen(all)) + "; "
                        + (source(key).equals("default") ? "the default" : "as described before");
        commented(entry(key, Durations.write(durations.get(key)), probed ? "probed" : source(key)), comment);
    }

    private static String entry(String key, String value, String source) {
        return "  " + key + ": {value: " + value + ", source: " + source + "}";
    }

    private static String why(String key) {
        return key.equals("reaction")
                ? "it is how long the kit waits, not what the stack does"
                : "timers tell it only together with what they time";
    }

    private void count(String key, int value) {
        commented(
                entry(key, Integer.toString(value), source(key)),
                "not probed: it would use up the stack; "
                        + (source(key).equals("default") ? "the default" : "as described before"));
    }

    private void settings() {
        if (!claims.settings().isEmpty()) {
            line("settings: # as described before");
            claims.settings().forEach((name, own) -> line("  " + quoted(name) + ": " + quoted(own)));
        }
    }

    private void unreachable() {
        if (!claims.unreachable().isEmpty()) {
            line("unreachable: # as described before");
            claims.unreachable().forEach((row, reason) -> {
                line("  - row: " + quoted(row));
                line("    reason: " + quoted(reason));
            });
        }
    }

    private void remarks() {
        List<Answer> remarks = new ArrayList<>(answers);
        remarks.removeIf(a -> !(a instanceof Remark));
        if (!remarks.isEmpty()) {
            line("# Seen besides:");
            remarks.forEach(a -> line("#   " + Escape.line(a.key() + ": " + a.seen())));
        }
    }
}
