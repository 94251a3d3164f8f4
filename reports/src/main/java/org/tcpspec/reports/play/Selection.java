package org.tcpspec.reports.play;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * Which of the planned scenarios a run plays.
 *
 * <p>Besides its own tags each scenario has {@code @slow} if it waits longer than {@link #SLOW} for this IUT, and
 * {@code @very-slow} if longer than 3 MSL; tag expressions may use both.
 *
 * @param chosen those that are played
 * @param verySlow how many were left out because they wait longer than 3 MSL, or with {@code --all} than {@link #LONGEST}
 */
public record Selection(List<PlannedScenario> chosen, int verySlow) {
    /** Above this a scenario spends its time waiting. */
    public static final Duration SLOW = Duration.ofSeconds(2);

    /** What waits longer than this, 25 idle days say, is never played in real time. */
    public static final Duration LONGEST = Duration.ofHours(1);

    public Selection {
        chosen = List.copyOf(chosen);
    }

    /**
     * Chooses among {@code scenarios}.
     *
     * @param msl the IUT's
     * @param realTime waiting costs time, so that very slow scenarios are only played if {@code options.all()}
     * @throws BrokenInputException if an expression cannot be read or nothing is chosen
     */
    public static Selection of(List<PlannedScenario> scenarios, RunOptions options, Duration msl, boolean realTime) {
        Predicate<PlannedScenario> wanted = tags(options, msl).and(name(options));
        List<PlannedScenario> chosen = new ArrayList<>();
        int verySlow = 0;
        for (PlannedScenario scenario : scenarios) {
            if (!wanted.test(scenario)) {
                continue;
            }
            if (realTime && isTooLong(scenario, options, msl)) {
                verySlow++;
            } else {
                chosen.add(scenario);
            }
        }
        refuseNothing(scenarios, options, chosen, verySlow);
        return new Selection(chosen, verySlow);
    }

    private static void refuseNothing(
            List<PlannedScenario> scenarios, RunOptions options, List<PlannedScenario> chosen, int verySlow) {
        if (!chosen.isEmpty()) {
            return;
        }
        if (scenarios.isEmpty()) {
            throw new BrokenInputException("The feature files hold no scenario; nothing can be played.");
        }
        if (verySlow > 0 && options.all()) {
            throw new BrokenInputException(
                    "All " + verySlow + " selected scenarios wait longer than an hour; only virtual time plays them.");
        }
        if (verySlow > 0) {
            throw new BrokenInputException("All " + verySlow
                    + " selected scenarios wait longer than 3 MSL; add --all to play them in real time.");
        }
        throw new BrokenInputException("None of the " + scenarios.size() + " scenarios is selected by "
                + options.inWords().entrySet().stream()
                        .filter(e -> e.getKey().equals("tags") || e.getKey().equals("name"))
                        .map(e -> "--" + e.getKey() + " '" + e.getValue() + "'")
                        .collect(java.util.stream.Collectors.joining(" "))
                + "; see the tags in the feature files.");
    }

    private static boolean isTooLong(PlannedScenario scenario, RunOptions options, Duration msl) {
        return options.all() ? scenario.waits().compareTo(LONGEST) > 0 : isVerySlow(scenario, msl);
    }

    static boolean isSlow(PlannedScenario scenario) {
        return scenario.waits().compareTo(SLOW) > 0;
    }

    static boolean isVerySlow(PlannedScenario scenario, Duration msl) {
        return scenario.waits().compareTo(msl.multipliedBy(3)) > 0;
    }

    private static Predicate<PlannedScenario> tags(RunOptions options, Duration msl) {
        if (options.tags().isEmpty()) {
            return scenario -> true;
        }
        String text = options.tags().get();
        try {
            Expression expression = TagExpressionParser.parse(text);
            return scenario -> expression.evaluate(tagsOf(scenario, msl));
        } catch (TagExpressionException e) {
            String why = e.getMessage().lines().findFirst().orElse("").strip();
            throw new BrokenInputException(
                    "--tags '" + text + "' is no tag expression (" + why + "); write it like '@MUST-13 and not @slow'.",
                    e);
        }
    }

    private static List<String> tagsOf(PlannedScenario scenario, Duration msl) {
        List<String> tags = new ArrayList<>(scenario.tags());
        if (isSlow(scenario)) {
            tags.add("@slow");
        }
        if (isVerySlow(scenario, msl)) {
            tags.add("@very-slow");
        }
        return tags;
    }

    private static Predicate<PlannedScenario> name(RunOptions options) {
        if (options.name().isEmpty()) {
            return scenario -> true;
        }
        try {
            Pattern pattern = Pattern.compile(options.name().get());
            return scenario -> pattern.matcher(scenario.name()).find()
                    || pattern.matcher(scenario.id()).find();
        } catch (PatternSyntaxException e) {
            throw new BrokenInputException(
                    "--name '" + options.name().get() + "' is no regular expression: " + e.getDescription() + ".", e);
        }
    }
}
