package org.tcpspec.reports.probe;

import java.util.List;
import java.util.Set;
import org.tcpspec.reports.probe.Answer.Choice;
import org.tcpspec.reports.probe.Answer.Unknown;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.play.Paths.Wishes;

/** What ends TIME-WAIT early. */
final class TimeWaits {
    /** The peer's FIN once more: answered by an ACK in TIME-WAIT, by a RST in CLOSED. */
    static final String FIN_AGAIN = "FIN,ACK with SEQ=RCV.NXT-1";

    static final Set<Capability> NEEDS = Set.of(Capability.CLOSE);
    private static final Set<Capability> NEW_CONNECTION = Set.of(Capability.CLOSE, Capability.PASSIVE_OPEN);

    private TimeWaits() {}

    static List<Question> questions() {
        return List.of(
                Question.of("RST in TIME-WAIT", "rfc1337", NEEDS, means -> List.of(rst(means))),
                Question.of("SYN in TIME-WAIT", "may-2", NEW_CONNECTION, means -> List.of(syn(means))),
                Question.of(
                        "SYN with a newer timestamp in TIME-WAIT",
                        "rfc6191",
                        NEW_CONNECTION,
                        means -> List.of(timestamp(means))));
    }

    /** What the IUT makes of the FIN once more. */
    static boolean isAck(Segment s) {
        return s.has(Flag.ACK) && !s.has(Flag.RST) && !s.has(Flag.SYN);
    }

    private static Answer rst(Means means) {
        try (Talk talk = means.talk("RST in TIME-WAIT")) {
            Conversation c = talk.in(State.TIME_WAIT);
            talk.answers(c, "RST");
            List<Segment> answers = talk.answers(c, "FIN,ACK with SEQ=RCV.NXT-1 and ACK=SND.NXT");
            boolean waits = answers.stream().anyMatch(TimeWaits::isAck);
            if (!waits && answers.stream().noneMatch(s -> s.has(Flag.RST))) {
                return new Unknown("rfc1337", "after a RST in TIME-WAIT a FIN was not answered at all");
            }
            return new Choice(
                    "rfc1337",
                    waits ? Support.CLAIMED : Support.DENIED,
                    waits ? "TIME-WAIT outlived a RST" : "a RST ended TIME-WAIT",
                    talk.evidence());
        }
    }

    private static Answer syn(Means means) {
        try (Talk talk = means.talk("SYN in TIME-WAIT")) {
            return reopened(talk, "may-2", talk.usual(), "SYN with SEQ=RCV.NXT+5000", "a SYN with a higher number");
        }
    }

    private static Answer timestamp(Means means) {
        try (Talk talk = means.talk("timestamp in TIME-WAIT")) {
            Habits habits = talk.usual().withTimestamps();
            return reopened(
                    talk,
                    "rfc6191",
                    habits,
                    "SYN with SEQ=RCV.NXT-5000 and TSval=TS.Recent+5000",
                    "a SYN with a lower number and a newer timestamp");
        }
    }

    private static Answer reopened(Talk talk, String option, Habits habits, String syn, String what) {
        Conversation c = talk.in(State.TIME_WAIT, new Wishes(OpenOptions.DEFAULT, habits, true, 0));
        boolean agreed = talk.heard(c, 0).stream()
                .map(Talk.Heard::segment)
                .anyMatch(s ->
                        s.has(Flag.SYN) && s.option(TcpOption.Timestamps.class).isPresent());
        if (habits.timestamps() && !agreed) {
            return new Choice(option, Support.DENIED, "it agrees to no timestamps", talk.evidence());
        }
        boolean yes = talk.answers(c, syn, habits).stream().anyMatch(s -> s.has(Flag.SYN));
        return new Choice(
                option,
                yes ? Support.CLAIMED : Support.DENIED,
                what + (yes ? " opened a new connection from TIME-WAIT" : " opened nothing in TIME-WAIT"),
                talk.evidence());
    }
}
