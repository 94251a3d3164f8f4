package org.tcpspec.steps.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Acceptability;
import org.tcpspec.steps.sweep.Answer.Reply;

/**
 * RFC 9293 section 3.10.7 as a function: the variables and a segment in, every answer that the text allows out. It reads
 * top to bottom as the clause. Where the ICS is silent on an option, the answers with it and without it are allowed.
 *
 * <p>Segments carry neither urgent data nor options, and the connection has room for their text.
 */
public final class Oracle {

    private final Statement ics;

    /** @param ics says which options the answers may come from */
    public Oracle(Statement ics) {
        this.ics = ics;
    }

    /**
     * Why the text has no single answer to {@code row}, if it has none: a second FIN beyond the first, which step eight
     * would take like the first, and which no peer sends.
     */
    public static Optional<String> leftOpen(Before v, Row row) {
        boolean secondFin = v.state().hasPeerFin()
                && row.kind().flags().has(Flag.FIN)
                && row.kind().flags().has(Flag.ACK)
                && row.seq().compareTo(SeqClass.PARTLY_OLD) >= 0
                && row.seq() != SeqClass.BEYOND;
        return secondFin ? Optional.of("a second FIN beyond the first") : Optional.empty();
    }

    /** What {@code s} may make of a connection with the variables {@code v}; at least one answer. */
    public List<Answer> answers(Before v, Segment s) {
        return switch (v.state()) {
            case CLOSED -> inClosed(s);
            case LISTEN -> inListen(s);
            case SYN_SENT -> inSynSent(v, s);
            default -> otherwise(v, s);
        };
    }

    private boolean mayHave(String option) {
        return ics.support(option) != Support.DENIED;
    }

    private boolean mayLack(String option) {
        return ics.support(option) != Support.CLAIMED;
    }

    // ---- 3.10.7.1

    private static List<Answer> inClosed(Segment s) {
        return List.of(s.has(Flag.RST) ? Answer.silence(State.CLOSED) : Answer.reply(reset(s), State.CLOSED));
    }

    /** The reset that answers {@code s} where there is no connection (3.5.2). */
    private static Reply reset(Segment s) {
        return s.has(Flag.ACK)
                ? new Reply(Flags.of(Flag.RST), Optional.of(s.ack()), SequenceNumber.ZERO)
                : new Reply(Flags.of(Flag.RST, Flag.ACK), Optional.of(SequenceNumber.ZERO), s.end());
    }

    // ---- 3.10.7.2

    private static List<Answer> inListen(Segment s) {
        if (s.has(Flag.RST)) {
            return List.of(Answer.silence(State.LISTEN));
        }
        if (s.has(Flag.ACK)) {
            return List.of(Answer.reply(reset(s), State.LISTEN));
        }
        return List.of(
                s.has(Flag.SYN)
                        ? Answer.reply(synAck(Optional.empty(), s), State.SYN_RECEIVED)
                        : Answer.silence(State.LISTEN));
    }

    private static Reply synAck(Optional<SequenceNumber> iss, Segment s) {
        return new Reply(Flags.of(Flag.SYN, Flag.ACK), iss, s.seq().plus(1));
    }

    // ---- 3.10.7.3

    private static List<Answer> inSynSent(Before v, Segment s) {
        boolean acceptable =
                s.has(Flag.ACK) && s.ack().isAfter(v.una()) && s.ack().isAtMost(v.nxt());
        Answer dropped = Answer.silence(State.SYN_SENT);
        if (s.has(Flag.ACK) && !acceptable) {
            return List.of(s.has(Flag.RST) ? dropped : Answer.reply(reset(s), State.SYN_SENT));
        }
        if (s.has(Flag.RST)) {
            return acceptable ? refused() : List.of(dropped);
        }
        if (!s.has(Flag.SYN)) {
            return List.of(dropped);
        }
        return List.of(
                acceptable
                        ? Answer.reply(Reply.ack(v.nxt(), s.seq().plus(1)), State.ESTABLISHED)
                                .telling(SignalKind.OPENED)
                        : Answer.reply(synAck(Optional.of(v.una()), s), State.SYN_RECEIVED));
    }

    /** The user of an active OPEN is told that it was refused, or reset: the sections differ. */
    private static List<Answer> refused() {
        Answer closed = Answer.silence(State.CLOSED);
        return List.of(closed.telling(SignalKind.REFUSED), closed.telling(SignalKind.RESET));
    }

    // ---- 3.10.7.4

    private List<Answer> otherwise(Before v, Segment s) {
        if (!Acceptability.isAcceptable(s, v.rcvNxt(), v.rcvWnd())) {
            return unacceptable(v, s);
        }
        if (s.has(Flag.RST)) {
            return reset(v, s);
        }
        if (s.has(Flag.SYN)) {
            return syn(v, s);
        }
        if (!s.has(Flag.ACK)) {
            return List.of(Answer.silence(v.state()));
        }
        List<Answer> answers = new ArrayList<>(ack(v, s));
        if (s.seq().isAfter(v.rcvNxt())) {
            // Held until its turn (SHLD-31), its ACK with it, and perhaps acknowledged at once (MAY-13).
            answers.add(acknowledged(v).orSilence());
        }
        return answers;
    }

    private static Answer acknowledged(Before v) {
        return Answer.reply(Reply.ack(v.nxt(), v.rcvNxt()), v.state());
    }

    /** First: the sequence number. */
    private List<Answer> unacceptable(Before v, Segment s) {
        if (s.has(Flag.RST)) {
            return List.of(Answer.silence(v.state()));
        }
        List<Answer> answers = new ArrayList<>(List.of(acknowledged(v)));
        boolean synAgain =
                v.state() == State.SYN_RECEIVED && s.has(Flag.SYN) && s.seq().equals(v.irs());
        if (synAgain) {
            answers.add(Answer.reply(synAck(Optional.of(v.una()), s), v.state()));
        }
        if (synAgain && v.active() && s.has(Flag.ACK) && s.ack().equals(v.nxt())) {
            // Figure 7 takes the crossing SYN,ACK for the acknowledgment of the SYN.
            answers.add(Answer.reply(Reply.ack(v.nxt(), v.rcvNxt()), State.ESTABLISHED)
                    .orSilence()
                    .telling(SignalKind.OPENED));
        }
        answers.addAll(silenceOfRfc6191(v, s));
        return answers;
    }

    /** RFC 6191 drops a SYN in silence that does not reopen the connection; here nobody listens. */
    private List<Answer> silenceOfRfc6191(Before v, Segment s) {
        boolean bare = s.has(Flag.SYN) && !s.has(Flag.ACK);
        return v.state() == State.TIME_WAIT && bare && mayHave("rfc6191")
                ? List.of(Answer.silence(v.state()))
                : List.of();
    }

    /** Second: the RST bit. */
    private List<Answer> reset(Before v, Segment s) {
        boolean exact = s.seq().equals(v.rcvNxt());
        List<Answer> answers = new ArrayList<>();
        if (exact || mayLack("rfc5961-rst")) {
            answers.addAll(resetTaken(v));
        }
        if (!exact && mayHave("rfc5961-rst")) {
            answers.add(acknowledged(v));
        }
        if (v.state() == State.TIME_WAIT && mayHave("rfc1337")) {
            answers.removeIf(a -> a.next() == State.CLOSED && !mayLack("rfc1337"));
            answers.add(Answer.silence(v.state()));
        }
        return answers;
    }

    private static List<Answer> resetTaken(Before v) {
        return switch (v.state()) {
            case SYN_RECEIVED -> v.active() ? refused() : List.of(Answer.silence(State.LISTEN));
            case CLOSING, LAST_ACK, TIME_WAIT ->
                List.of(Answer.silence(State.CLOSED).perhapsTelling(SignalKind.RESET));
            default -> List.of(Answer.silence(State.CLOSED).telling(SignalKind.RESET));
        };
    }

    /** Fourth: the SYN bit. */
    private List<Answer> syn(Before v, Segment s) {
        if (v.state() == State.SYN_RECEIVED && !v.active()) {
            return List.of(Answer.silence(State.LISTEN));
        }
        List<Answer> answers = new ArrayList<>();
        if (mayHave("rfc5961-syn")) {
            answers.add(acknowledged(v));
        }
        if (mayLack("rfc5961-syn")) {
            Answer aborted = Answer.reply(reset(s), State.CLOSED);
            answers.add(aborted.telling(SignalKind.RESET));
            answers.addAll(v.state() == State.SYN_RECEIVED ? List.of(aborted.telling(SignalKind.REFUSED)) : List.of());
        }
        answers.addAll(silenceOfRfc6191(v, s));
        return answers;
    }

    /** Fifth: the ACK field. */
    private List<Answer> ack(Before v, Segment s) {
        if (v.state() == State.SYN_RECEIVED) {
            return ackInSynReceived(v, s);
        }
        if (s.ack().isAfter(v.nxt())) {
            return List.of(acknowledged(v));
        }
        boolean finAcked = v.fin().filter(s.ack()::isAfter).isPresent();
        return switch (v.state()) {
            case FIN_WAIT_1 -> textAndFin(v, s, finAcked ? State.FIN_WAIT_2 : State.FIN_WAIT_1);
            case CLOSING -> List.of(Answer.silence(finAcked ? State.TIME_WAIT : State.CLOSING));
            case LAST_ACK -> List.of(Answer.silence(finAcked ? State.CLOSED : State.LAST_ACK));
            // Step five speaks of a returning FIN only, and would acknowledge whatever comes.
            case TIME_WAIT -> List.of(acknowledged(v).orSilence());
            case CLOSE_WAIT -> List.of(Answer.silence(State.CLOSE_WAIT));
            default -> textAndFin(v, s, v.state());
        };
    }

    private List<Answer> ackInSynReceived(Before v, Segment s) {
        boolean beyond = s.ack().isAfter(v.nxt());
        if (beyond || s.ack().isAtMost(v.una())) {
            List<Answer> answers = new ArrayList<>(List.of(Answer.reply(reset(s), v.state())));
            if (beyond && mayHave("rfc5961-ack")) {
                answers.add(acknowledged(v));
            }
            return answers;
        }
        SignalKind opened = v.active() ? SignalKind.OPENED : SignalKind.ACCEPTED;
        return textAndFin(v, s, State.ESTABLISHED).stream()
                .map(a -> a.told().isEmpty() ? a.telling(opened) : a.telling(opened, SignalKind.CLOSING))
                .toList();
    }

    /** Seventh and eighth: the text and the FIN, in a state in which the peer has not sent its FIN. */
    private static List<Answer> textAndFin(Before v, Segment s, State state) {
        if (s.seq().isAfter(v.rcvNxt())) {
            return List.of(Answer.reply(Reply.ack(v.nxt(), v.rcvNxt()), state).orSilence());
        }
        if (s.length() == 0) {
            return List.of(Answer.silence(state));
        }
        int fresh = s.end().minus(v.rcvNxt()) - (s.has(Flag.FIN) ? 1 : 0);
        Answer taken = Answer.reply(Reply.ack(v.nxt(), s.end()), s.has(Flag.FIN) ? closedByPeer(state) : state)
                .handingOver(fresh, true);
        return List.of(s.has(Flag.FIN) ? taken.telling(SignalKind.CLOSING) : taken);
    }

    private static State closedByPeer(State state) {
        return switch (state) {
            case FIN_WAIT_1 -> State.CLOSING;
            case FIN_WAIT_2 -> State.TIME_WAIT;
            default -> State.CLOSE_WAIT;
        };
    }
}
