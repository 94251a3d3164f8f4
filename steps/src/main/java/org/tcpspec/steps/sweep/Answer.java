package org.tcpspec.steps.sweep;

import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * What a segment makes of a connection.
 *
 * @param reply the segment that answers it, if one does
 * @param replyOptional the answer may stay out
 * @param delayable the answer may ride on another segment, or wait for one
 * @param next the state afterwards
 * @param delivered the octets of text that the user is handed
 * @param told what the user must be told
 * @param mayBeTold what the user may be told besides
 */
public record Answer(
        Optional<Reply> reply,
        boolean replyOptional,
        boolean delayable,
        State next,
        int delivered,
        Set<SignalKind> told,
        Set<SignalKind> mayBeTold) {

    /**
     * A segment without text.
     *
     * @param seq SEG.SEQ; empty for the ISS of a new connection
     * @param ack SEG.ACK; means nothing without the flag
     */
    public record Reply(Flags flags, Optional<SequenceNumber> seq, SequenceNumber ack) {

        /** {@code <SEQ=seq><ACK=ack><CTL=ACK>}. */
        static Reply ack(SequenceNumber seq, SequenceNumber ack) {
            return new Reply(Flags.of(Flag.ACK), Optional.of(seq), ack);
        }
    }

    /** Nothing is sent, told or handed over. */
    static Answer silence(State next) {
        return new Answer(Optional.empty(), false, false, next, 0, Set.of(), Set.of());
    }

    /** A segment is sent, and the state is {@code next}. */
    static Answer reply(Reply reply, State next) {
        return silence(next).withReply(reply);
    }

    Answer withReply(Reply segment) {
        return new Answer(Optional.of(segment), replyOptional, delayable, next, delivered, told, mayBeTold);
    }

    Answer orSilence() {
        return new Answer(reply, true, delayable, next, delivered, told, mayBeTold);
    }

    Answer telling(SignalKind... kinds) {
        return new Answer(reply, replyOptional, delayable, next, delivered, Set.of(kinds), mayBeTold);
    }

    Answer perhapsTelling(SignalKind... kinds) {
        return new Answer(reply, replyOptional, delayable, next, delivered, told, Set.of(kinds));
    }

    Answer handingOver(int octets, boolean mayBeDelayed) {
        return new Answer(reply, replyOptional, mayBeDelayed, next, octets, told, mayBeTold);
    }
}
