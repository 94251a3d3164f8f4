package org.tcpspec.reports.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.read.LikelyCauses;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.LadderRow.Arrow;
import org.tcpspec.steps.run.Requirement;

/**
 * What happened in a scenario that failed, in a few plain sentences: the state and what arrived, what the clause demands,
 * what the IUT did instead, and the likely causes. All of it is taken from the verdict, the catalogue and the ladder.
 */
public final class Story {
    private static final Pattern CALL = Pattern.compile("user calls .*");
    private static final Pattern REFUSED = Pattern.compile(": .*");
    private static final Pattern CLAUSE = Pattern.compile("RFC (\\d+) ([0-9.]+)");
    private static final String AGAIN = "a retransmission";

    private final Map<String, Requirement> requirements;
    private final LikelyCauses causes;

    /** @param requirements the catalogue, by id */
    public Story(Map<String, Requirement> requirements, LikelyCauses causes) {
        this.requirements = requirements;
        this.causes = causes;
    }

    /** With the causes that ship with the features. */
    public static Story bundled(Map<String, Requirement> requirements) {
        return new Story(requirements, LikelyCauses.bundled());
    }

    /** The same as one text. */
    public String text(Judged judged) {
        return String.join(" ", of(judged));
    }

    /** The story of a fail; empty for any other verdict. */
    public List<String> of(Judged judged) {
        if (judged.verdict().grade() != Grade.FAIL) {
            return List.of();
        }
        String reason = judged.verdict().reason();
        Requirement requirement =
                Optional.ofNullable(requirements.get(judged.requirement())).orElseGet(() -> unnamed(judged.clause()));
        String cause = causes.of(requirement, Mismatch.of(reason).toString());
        return List.of(
                        situation(judged.shown().ladder()),
                        demand(judged, requirement),
                        reason,
                        cause.isEmpty() ? "" : "Likely cause: " + cause + ".")
                .stream()
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** The place of a demand that has no row in the catalogue. */
    private static Requirement unnamed(String clause) {
        Matcher place = CLAUSE.matcher(clause);
        return place.find()
                ? new Requirement("", "", "", place.group(1), place.group(2), "")
                : new Requirement("", "", "", "", "", "");
    }

    private static String demand(Judged judged, Requirement requirement) {
        if (requirement.summary().isEmpty()) {
            return judged.clause().isEmpty() ? "" : "The demand stands in " + judged.clause() + ".";
        }
        String summary = requirement.summary().replaceFirst("\\.$", "");
        return judged.clause() + " demands (" + requirement.id() + ", " + requirement.level() + "): " + summary + ".";
    }

    /** In which state what came from outside reached the IUT last before the verdict fell. */
    private static String situation(List<LadderRow> rows) {
        int end = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).deciding())
                .findFirst()
                .orElse(rows.size() - 1);
        OptionalInt at = IntStream.iterate(end, i -> i >= 0, i -> i - 1)
                .filter(i -> isStimulus(rows.get(i)))
                .findFirst();
        if (at.isEmpty()) {
            return "";
        }
        LadderRow stimulus = rows.get(at.getAsInt());
        String state = IntStream.iterate(at.getAsInt() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(rows::get)
                .filter(row -> row.arrow() == Arrow.FROM_IUT || row.arrow() == Arrow.FROM_PEER)
                .map(LadderRow::iut)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .map(s -> "In " + s + " ")
                .orElse("At first ");
        long again = rows.subList(at.getAsInt(), end + 1).stream()
                .filter(row -> row.comment().equals(AGAIN))
                .count();
        String later = again == 0 ? "" : ", and the IUT retransmitted " + (again == 1 ? "once" : again + " times");
        return state + came(stimulus) + later + ".";
    }

    /** The closing of a listener that has done its work is no event of the connection. */
    private static boolean isStimulus(LadderRow row) {
        return row.arrow() == Arrow.FROM_PEER
                || row.arrow() == Arrow.USER
                        && CALL.matcher(words(row)).matches()
                        && !words(row).endsWith("of the listener");
    }

    private static String words(LadderRow row) {
        return (row.iut() + row.comment()).strip();
    }

    private static String came(LadderRow row) {
        if (row.arrow() == Arrow.USER) {
            return "the user called "
                    + REFUSED.matcher(words(row).substring("user calls ".length()))
                            .replaceFirst("");
        }
        String number = row.packet().isPresent() ? "packet " + row.packet().getAsLong() + ", " : "";
        return "the IUT received " + number + row.segment();
    }
}
