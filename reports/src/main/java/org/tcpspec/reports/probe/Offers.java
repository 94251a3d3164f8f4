package org.tcpspec.reports.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tcpspec.reports.probe.Answer.Choice;
import org.tcpspec.reports.probe.Answer.Remark;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment.Habits;

/** What the two SYNs of a connection agree on. */
final class Offers {
    private static final int SHIFT = 3;
    private static final int LONG_TEXT = 4000;

    private Offers() {}

    static List<Question> questions() {
        return List.of(
                new Question(
                        "options on SYNs",
                        List.of("timestamps", "window-scale", "ecn"),
                        Set.of(Capability.PASSIVE_OPEN),
                        Offers::answered),
                new Question(
                        "the IUT's own SYN",
                        List.of(),
                        Set.of(Capability.ACTIVE_OPEN),
                        means -> List.of(ownSyn(means))),
                new Question(
                        "the default MSS",
                        List.of(),
                        Set.of(Capability.SEND, Capability.DRIVEN_USER),
                        means -> List.of(defaultMss(means))));
    }

    private static List<Answer> answered(Means means) {
        List<Answer> answers = new ArrayList<>();
        answers.add(choice(
                means,
                "timestamps",
                Habits::withTimestamps,
                s -> s.option(TcpOption.Timestamps.class).isPresent()));
        answers.add(choice(
                means,
                "window-scale",
                h -> h.withScale(SHIFT),
                s -> s.option(TcpOption.WindowScale.class).isPresent()));
        answers.add(choice(means, "ecn", Habits::withEcn, s -> s.has(Flag.ECE)));
        answers.add(sack(means));
        return answers;
    }

    private static Answer choice(
            Means means, String option, java.util.function.UnaryOperator<Habits> offer, Predicate<Segment> agreed) {
        try (Talk talk = means.talk("offer of " + option)) {
            Conversation c = talk.in(State.LISTEN);
            Optional<Segment> answer = talk.answers(c, "SYN", offer.apply(talk.usual())).stream()
                    .filter(s -> s.has(Flag.SYN) && s.has(Flag.ACK))
                    .findFirst();
            if (answer.isEmpty()) {
                return new Answer.Unknown(option, "a SYN that offers it was not answered");
            }
            boolean yes = agreed.test(answer.get());
            return new Choice(
                    option,
                    yes ? Support.CLAIMED : Support.DENIED,
                    "the SYN,ACK " + (yes ? "agrees to" : "passes over") + " an offer",
                    talk.evidence());
        }
    }

    private static Answer sack(Means means) {
        try (Talk talk = means.talk("offer of SACK")) {
            Conversation c = talk.in(State.LISTEN);
            int mark = talk.mark();
            talk.peer(c, "SYN", new TcpOption.SackPermitted());
            return talk.await(c, mark, s -> s.has(Flag.SYN))
                    .<Answer>map(h -> new Remark(
                            "SYN,ACK",
                            "offered SACK it carries " + words(h.segment()) + " and the window "
                                    + h.segment().window()))
                    .orElseGet(() -> new Remark("SYN,ACK", "a SYN that offers SACK was not answered"));
        }
    }

    private static Answer ownSyn(Means means) {
        try (Talk talk = means.talk("own SYN")) {
            Conversation c = talk.scene().converse(0);
            int mark = talk.mark();
            talk.paths().activeOpen(c, talk.wishes(talk.usual()));
            return talk.await(c, mark, s -> s.has(Flag.SYN))
                    .map(h -> new Remark(
                            "SYN",
                            "it carries " + words(h.segment())
                                    + (h.segment().has(Flag.ECE) ? ", asks for ECN," : "") + " and the window "
                                    + h.segment().window()))
                    .orElseGet(() -> new Remark("SYN", "none left after an active OPEN"));
        }
    }

    private static Answer defaultMss(Means means) {
        try (Talk talk = means.talk("default MSS")) {
            Conversation c = talk.in(State.ESTABLISHED, talk.wishes(talk.usual().withMss(0)));
            int mark = talk.mark();
            talk.send(c, LONG_TEXT);
            talk.pass(means.slack());
            int most = talk.heard(c, mark).stream()
                    .mapToInt(h -> h.segment().text().length())
                    .reduce(0, Math::max);
            return new Remark(
                    "text", "to a peer that offers no MSS the longest segment carries " + most + " octets of text");
        }
    }

    private static String words(Segment segment) {
        String words = segment.options().stream()
                .filter(o -> !(o instanceof TcpOption.NoOperation) && !(o instanceof TcpOption.EndOfList))
                .map(Offers::word)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no option" : words;
    }

    private static String word(TcpOption option) {
        if (option instanceof TcpOption.Mss mss) {
            return "MSS " + mss.octets();
        }
        if (option instanceof TcpOption.WindowScale scale) {
            return "window scale " + scale.shift();
        }
        if (option instanceof TcpOption.SackPermitted) {
            return "SACK permitted";
        }
        return option instanceof TcpOption.Timestamps ? "timestamps" : "an option of kind " + option.kind();
    }
}
