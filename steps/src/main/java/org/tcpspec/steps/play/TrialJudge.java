package org.tcpspec.steps.play;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.Figures;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.play.Sweep.Trial;
import org.tcpspec.steps.sweep.Answer;
import org.tcpspec.steps.sweep.Oracle;

/** Compares what became of one row of the sweep with what the {@link Oracle} allows. */
final class TrialJudge {

    private final Scene scene;
    private final Judge judge;
    private final States states;
    private final Habits habits;
    private final Oracle oracle;

    TrialJudge(Scene scene, Judge judge, States states, Habits habits) {
        this.scene = scene;
        this.judge = judge;
        this.states = states;
        this.habits = habits;
        this.oracle = new Oracle(scene.statement());
    }

    /** What the IUT did otherwise, in a sentence; empty if it answered as it should. */
    Optional<String> difference(Trial trial) {
        Conversation c = trial.connection();
        List<Arrival> arrivals = new ArrayList<>(c.unclaimed());
        c.unclaimed().clear();
        List<Answer> allowed = oracle.answers(trial.before(), trial.segment());
        List<Answer> left = narrowed(allowed, a -> matches(a, arrivals, trial));
        if (left.isEmpty()) {
            String sent = sent(asked(arrivals, trial), c);
            return Optional.of("Expected " + shown(allowed, c) + ", but the IUT sent " + sent + ".");
        }
        Set<SignalKind> told = told(c);
        List<Answer> heard = narrowed(left, a -> heard(a, told, trial));
        if (heard.isEmpty()) {
            return Optional.of("The user was told " + names(told) + " and handed "
                    + scene.view(c).receivedOctets() + " octets; expected " + expectations(left) + ".");
        }
        return state(heard, c);
    }

    private static List<Answer> narrowed(List<Answer> answers, Predicate<Answer> test) {
        return answers.stream().filter(test).toList();
    }

    // ---- what was sent

    /** Sent before: whether its time had come is for other scenarios to judge. */
    private static boolean isResent(Arrival a, Trial trial) {
        Segment s = a.segment();
        boolean again = trial.before().hasSent()
                && s.length() > 0
                && !s.has(Flag.RST)
                && s.end().isAtMost(trial.before().nxt());
        return again
                || a.explanation()
                        .filter(e -> e == Explanation.ZERO_WINDOW_PROBE)
                        .isPresent();
    }

    private static boolean matches(Answer answer, List<Arrival> arrivals, Trial trial) {
        List<Segment> after = arrivals.stream()
                .filter(a -> a.frame().number() > trial.packet())
                .map(Arrival::segment)
                .toList();
        List<Segment> replies =
                asked(arrivals, trial).stream().map(Arrival::segment).toList();
        if (replies.size() > 1) {
            return false;
        }
        if (!replies.isEmpty()) {
            return answer.reply().filter(r -> is(r, replies.get(0))).isPresent();
        }
        return answer.reply().isEmpty()
                || answer.replyOptional()
                || after.stream().anyMatch(s -> rides(answer, s));
    }

    /** What is sent again may itself be the answer, or carry the acknowledgment that was due. */
    private static boolean rides(Answer answer, Segment resent) {
        Answer.Reply reply = answer.reply().orElseThrow();
        return is(reply, resent)
                || answer.delayable() && resent.has(Flag.ACK) && resent.ack().equals(reply.ack());
    }

    /** What the IUT sent that was neither sent before nor, before the segment came, explained. */
    private static List<Arrival> asked(List<Arrival> arrivals, Trial trial) {
        return arrivals.stream()
                .filter(a -> !isResent(a, trial))
                .filter(a ->
                        a.frame().number() > trial.packet() || a.explanation().isEmpty())
                .toList();
    }

    private static boolean is(Answer.Reply reply, Segment segment) {
        return segment.flags().control().equals(reply.flags())
                && segment.text().isEmpty()
                && reply.seq().map(segment.seq()::equals).orElse(true)
                && (!reply.flags().has(Flag.ACK) || segment.ack().equals(reply.ack()));
    }

    private static String sent(List<Arrival> arrivals, Conversation c) {
        return arrivals.isEmpty()
                ? "nothing"
                : arrivals.stream()
                        .map(a -> c.figures().show(a.segment(), true))
                        .collect(Collectors.joining(" "));
    }

    private static String shown(List<Answer> answers, Conversation c) {
        return answers.stream().map(a -> shown(a, c.figures())).distinct().collect(Collectors.joining(" or "));
    }

    private static String shown(Answer answer, Figures figures) {
        if (answer.reply().isEmpty()) {
            return "nothing";
        }
        Answer.Reply reply = answer.reply().get();
        boolean bare = reply.flags().has(Flag.RST) && reply.flags().has(Flag.ACK);
        String seq = reply.seq()
                .map(s -> "<SEQ=" + (bare && s.equals(SequenceNumber.ZERO) ? "0" : figures.iut(s)) + ">")
                .orElse("<SEQ=ISS>");
        String ack = reply.flags().has(Flag.ACK) ? "<ACK=" + figures.peer(reply.ack()) + ">" : "";
        return seq + ack + "<CTL=" + reply.flags() + ">" + (answer.replyOptional() ? " or nothing" : "");
    }

    // ---- what the user learned

    /** What the user was told of {@code c} by now, but for the text; taken off the list of what no Then asked about. */
    private Set<SignalKind> told(Conversation c) {
        Set<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
        List<Observed.Signal> own = scene.untold().stream()
                .filter(s -> c.connection().filter(s.connection()::equals).isPresent())
                .toList();
        own.forEach(s -> kinds.add(s.kind()));
        scene.untold().removeAll(own);
        return kinds;
    }

    private boolean heard(Answer answer, Set<SignalKind> told, Trial trial) {
        Set<SignalKind> more = EnumSet.noneOf(SignalKind.class);
        more.addAll(told);
        more.removeAll(answer.told());
        return told.containsAll(answer.told())
                && answer.mayBeTold().containsAll(more)
                && scene.view(trial.connection()).receivedOctets() == answer.delivered();
    }

    private static String names(Set<SignalKind> kinds) {
        return kinds.isEmpty()
                ? "nothing"
                : kinds.stream().map(k -> "\"" + k.words() + "\"").sorted().collect(Collectors.joining(", "));
    }

    private static String expectations(List<Answer> answers) {
        return answers.stream()
                .map(a -> names(a.told()) + " and " + a.delivered())
                .distinct()
                .collect(Collectors.joining(", or "));
    }

    // ---- where it leads

    private Optional<String> state(List<Answer> answers, Conversation c) {
        Optional<State> status = states.statusNow(c);
        State next = answers.stream()
                .map(Answer::next)
                .filter(s -> status.filter(s::equals).isPresent())
                .findFirst()
                .orElse(answers.get(0).next());
        try {
            states.is(c, next);
        } catch (Stopped.Failure wrongState) {
            return Optional.of(wrongState.verdict().reason());
        }
        Fence fence = new Fence(scene, judge, habits);
        return switch (fence.raise(c, next)) {
            case AS_DEMANDED -> Optional.empty();
            case NONE -> Optional.of("Afterwards, in " + next + ", it did not answer what it must answer.");
            case OTHER ->
                Optional.of("Afterwards it sent "
                        + c.figures().show(fence.wrong().orElseThrow().segment(), true)
                        + ", which does not belong to " + next + ".");
        };
    }
}
