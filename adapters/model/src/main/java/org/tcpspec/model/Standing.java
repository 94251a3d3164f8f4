package org.tcpspec.model;

import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * What an observer is shown of one connection at one moment. The variables are those of its TCB, also of one that was
 * just deleted; without a TCB they are empty.
 *
 * @param variables the sequence variables of RFC 9293 section 3.3.1
 */
public record Standing(State state, Optional<Variables> variables) {

    /**
     * The sequence variables, under their names.
     *
     * @param irs empty if no SYN has come
     * @param fin the number that our FIN occupies, once it was sent
     * @param held the numbers of the text that waits for its turn, first and one past the last in turn
     * @param heldFin the number of a FIN that waits for its turn
     * @param userTimeout the user set a timeout of its own
     * @param tsRecent TS.Recent, where timestamps were agreed on and it is not outdated (RFC 7323 section 5.5)
     */
    public record Variables(
            SequenceNumber iss,
            SequenceNumber sndUna,
            SequenceNumber sndNxt,
            long sndWnd,
            long maxSndWnd,
            Optional<SequenceNumber> fin,
            Optional<SequenceNumber> irs,
            SequenceNumber rcvNxt,
            long rcvWnd,
            List<SequenceNumber> held,
            Optional<SequenceNumber> heldFin,
            boolean userTimeout,
            Optional<SequenceNumber> tsRecent) {}

    static Standing of(State state, Optional<Tcb> tcb, Timestamps timestamps) {
        return new Standing(state, tcb.map(t -> of(t, timestamps)));
    }

    private static Variables of(Tcb tcb, Timestamps timestamps) {
        boolean hasIrs = !tcb.rcv.irs.equals(SequenceNumber.ZERO) || !tcb.rcv.nxt.equals(SequenceNumber.ZERO);
        return new Variables(
                tcb.snd.iss,
                tcb.snd.una,
                tcb.snd.nxt,
                tcb.snd.wnd,
                tcb.snd.maxWnd,
                tcb.snd.finSent ? Optional.of(tcb.snd.nxt.minus(1)) : Optional.empty(),
                hasIrs ? Optional.of(tcb.rcv.irs) : Optional.empty(),
                tcb.rcv.nxt,
                tcb.rcv.wnd,
                tcb.rcv.early.edges(),
                tcb.rcv.early.fin(),
                tcb.userTimeout.isPresent(),
                tcb.ts.ok && !timestamps.isOutdated(tcb)
                        ? Optional.of(SequenceNumber.of(tcb.ts.recent))
                        : Optional.empty());
    }
}
