package org.tcpspec.reports.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.steps.run.Requirement;

/**
 * In what a stack behaves otherwise than another one.
 *
 * @param both scenarios on which both were judged
 * @param oneOnly scenarios on which only one of them was judged
 * @param exceptions where one passes and the other fails, by requirement
 * @param bothFail scenarios that both fail
 */
public record Differences(Stack measure, Stack other, int both, int oneOnly, int bothFail, List<Except> exceptions) {

    /**
     * Scenarios of one requirement in which one of the two fails and the other passes.
     *
     * @param requirement its id, or the topic of scenarios that name none
     * @param failing the label of the one that fails
     * @param tried the scenarios as the failing one came through them
     */
    public record Except(String requirement, String words, String failing, String passing, List<Tried> tried) {
        public Except {
            tried = List.copyOf(tried);
        }

        /** The whole in one sentence, without the reasons. */
        public String sentence() {
            return requirement + (words.isEmpty() ? "" : " (" + words + ")") + ": " + failing + " fails " + tried.size()
                    + (tried.size() == 1 ? " scenario" : " scenarios") + " that " + passing + " passes";
        }

        /** The reasons, each once, the first few. */
        public List<String> reasons() {
            return tried.stream().map(Tried::reason).distinct().limit(3).toList();
        }
    }

    static Differences between(Stack measure, Stack other, Map<String, Requirement> requirements) {
        int both = 0;
        int oneOnly = 0;
        int bothFail = 0;
        Map<String, List<Tried>> worse = new LinkedHashMap<>();
        Map<String, List<Tried>> better = new LinkedHashMap<>();
        for (Tried mine : other.scenarios().values()) {
            Tried its = measure.scenarios().get(mine.id());
            boolean judged = its != null && its.isJudged();
            if (!mine.isJudged() || !judged) {
                oneOnly += mine.isJudged() || judged ? 1 : 0;
            } else {
                both++;
                bothFail += mine.isFail() && its.isFail() ? 1 : 0;
                if (mine.isFail() && its.isPass()) {
                    worse.computeIfAbsent(subject(mine), k -> new ArrayList<>()).add(mine);
                } else if (mine.isPass() && its.isFail()) {
                    better.computeIfAbsent(subject(its), k -> new ArrayList<>()).add(its);
                }
            }
        }
        oneOnly += (int) measure.scenarios().values().stream()
                .filter(t -> t.isJudged() && !other.scenarios().containsKey(t.id()))
                .count();
        List<Except> exceptions = new ArrayList<>();
        worse.forEach((subject, tried) ->
                exceptions.add(exception(subject, requirements, other.label(), measure.label(), tried)));
        better.forEach((subject, tried) ->
                exceptions.add(exception(subject, requirements, measure.label(), other.label(), tried)));
        exceptions.sort(Comparator.comparingInt((Except e) -> e.tried().size()).reversed());
        return new Differences(measure, other, both, oneOnly, bothFail, exceptions);
    }

    private static String subject(Tried tried) {
        return tried.requirements().stream().findFirst().orElse("the topic " + tried.topic());
    }

    private static Except exception(
            String subject, Map<String, Requirement> requirements, String failing, String passing, List<Tried> tried) {
        Requirement r = requirements.get(subject);
        return new Except(
                subject, r == null ? "" : r.level() + ", " + r.clause() + ": " + r.summary(), failing, passing, tried);
    }

    /** How many scenarios the two agree on. */
    public int same() {
        return both - exceptions.stream().mapToInt(e -> e.tried().size()).sum();
    }

    /** The whole in one sentence. */
    public String sentence() {
        return other.label() + " behaves like " + measure.label() + " in " + same() + " of " + both
                + " scenarios that were judged on both"
                + (bothFail == 0 ? "" : ", " + bothFail + " of which both fail") + "; " + oneOnly
                + " were judged on one of them only"
                + (exceptions.isEmpty() ? "." : ". Exceptions:");
    }
}
