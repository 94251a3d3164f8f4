package org.tcpspec.reports.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;
import org.tcpspec.steps.run.Requirement;

/** Several stacks, scenario by scenario, gathered by level, topic, requirement and cell. The first one is the measure. */
public record SideBySide(List<Stack> stacks, Map<String, Requirement> requirements) {
    public SideBySide {
        stacks = distinct(stacks);
    }

    private static List<Stack> distinct(List<Stack> stacks) {
        Set<String> taken = new LinkedHashSet<>();
        List<Stack> all = new ArrayList<>();
        for (Stack stack : stacks) {
            String label = stack.label();
            for (int n = 2; !taken.add(label); n++) {
                label = stack.label() + " (" + n + ")";
            }
            all.add(stack.labelled(label));
        }
        return List.copyOf(all);
    }

    /** One line for each level. */
    public List<Line> levels() {
        return Stream.of("MUST", "SHOULD", "MAY")
                .map(level ->
                        line("level-" + level, level, level, "", t -> t.level().equals(level)))
                .filter(Line::isPlayed)
                .toList();
    }

    /** One line for each folder of feature files. */
    public List<Line> topics() {
        return names(t -> List.of(t.topic())).stream()
                .map(topic ->
                        line("topic-" + topic, topic, "", "", t -> t.topic().equals(topic)))
                .toList();
    }

    /** One line for each requirement that a scenario of any stack names, in the order of the catalogue. */
    public List<Line> byRequirement() {
        Set<String> named = names(Tried::requirements);
        Set<String> ordered = new LinkedHashSet<>(requirements.keySet());
        ordered.retainAll(named);
        ordered.addAll(named);
        List<Map<String, List<Tried>>> by = stacks.stream()
                .map(s -> group(s.scenarios().values(), Tried::requirements))
                .toList();
        return ordered.stream().map(id -> requirement(id, by)).toList();
    }

    private Line requirement(String id, List<Map<String, List<Tried>>> by) {
        Requirement r = requirements.get(id);
        return new Line(
                "requirement-" + id,
                id,
                r == null ? "" : r.level(),
                r == null ? "" : r.clause() + ": " + r.summary(),
                by.stream()
                        .map(m -> Line.Mark.of(m.getOrDefault(id, List.of())))
                        .toList());
    }

    /** One line for each state with each event that any stack exercised, in the order of the table. */
    public List<Line> cells() {
        List<Line> lines = new ArrayList<>();
        for (State state : State.values()) {
            for (EventKind event : EventKind.values()) {
                List<Row> rows = TransitionTable.bundled().cell(state, event);
                List<Line.Mark> marks = stacks.stream().map(s -> cell(s, rows)).toList();
                Line line = new Line("cell-" + state + "-" + event, state + " + " + event, "", "", marks);
                if (line.isPlayed()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static Line.Mark cell(Stack stack, List<Row> rows) {
        List<Stack.Row> exercised = rows.stream()
                .map(r -> stack.rows().get(r.id()))
                .filter(java.util.Objects::nonNull)
                .toList();
        Set<String> ids = new TreeSet<>();
        exercised.forEach(r -> ids.addAll(r.scenarios()));
        Line.Mark mark = Line.Mark.of(ids.stream()
                .map(stack.scenarios()::get)
                .filter(java.util.Objects::nonNull)
                .toList());
        return Line.Mark.worst(exercised.stream().map(Stack.Row::outcome))
                .map(Outcome::key)
                .map(mark::judgedAs)
                .orElse(mark);
    }

    private Line line(String anchor, String name, String level, String words, Predicate<Tried> which) {
        return new Line(
                anchor,
                name,
                level,
                words,
                stacks.stream()
                        .map(s -> Line.Mark.of(
                                s.scenarios().values().stream().filter(which).toList()))
                        .toList());
    }

    private Set<String> names(Function<Tried, Collection<String>> of) {
        Set<String> names = new TreeSet<>();
        stacks.forEach(s -> s.scenarios().values().forEach(t -> names.addAll(of.apply(t))));
        return names;
    }

    private static Map<String, List<Tried>> group(Collection<Tried> all, Function<Tried, Collection<String>> by) {
        Map<String, List<Tried>> groups = new LinkedHashMap<>();
        all.forEach(t -> by.apply(t)
                .forEach(name ->
                        groups.computeIfAbsent(name, k -> new ArrayList<>()).add(t)));
        return groups;
    }

    /** How each further stack differs from the first one. */
    public List<Differences> differences() {
        return stacks.stream()
                .skip(1)
                .map(other -> Differences.between(stacks.get(0), other, requirements))
                .toList();
    }
}
