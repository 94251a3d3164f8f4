package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Parts that read open points of RFC 9293 in the other way than the rest of the model does, by their names. */
final class OtherReadings extends Parts {

    /** A FIN that comes back in TIME-WAIT fails the window test: it is acknowledged and restarts nothing. */
    static final String RETURNING_FIN = "returning-fin-restarts";

    /** In SYN-RECEIVED the state's own answer to a bad ACK, a RST, goes before the check of RFC 5961 section 5. */
    static final String BAD_ACK = "bad-ack-in-syn-received";

    /** Step five to the letter: what is acceptable in TIME-WAIT is acknowledged and restarts 2 MSL. */
    static final String ACK_IN_TIME_WAIT = "ack-in-time-wait-is-free";

    /** The SYN,ACK that crosses in a simultaneous open fails the window test; an ACK opens the connection (A.2). */
    static final String CROSSING_SYN_ACK = "crossing-syn-ack-is-free";

    /** RECEIVE to the letter: in CLOSING, LAST-ACK and TIME-WAIT nothing is handed over. */
    static final String TEXT_ON_HAND = "text-on-hand-outlives-both-fins";

    private final Set<String> names;

    private OtherReadings(Set<String> names) {
        this.names = names;
    }

    /** The parts for a run that reads {@code names} in the other way; a name that means nothing here is ignored. */
    static Parts of(Set<String> names) {
        return names.isEmpty() ? new Parts() : new OtherReadings(names);
    }

    @Override
    SegmentArrives segmentArrives(Host host) {
        return new ReadOtherwise(host, names);
    }

    @Override
    UserCalls userCalls(Host host) {
        return new CalledOtherwise(host, names);
    }

    /** The user calls with some open points read in the other way. */
    static class CalledOtherwise extends UserCalls {

        private final Set<String> names;

        CalledOtherwise(Host host, Set<String> names) {
            super(host);
            this.names = names;
        }

        @Override
        boolean nothingMoreComes(Tcb tcb) {
            boolean bothFins = tcb.state.hasPeerFin() && tcb.state != State.CLOSE_WAIT;
            return bothFins && names.contains(TEXT_ON_HAND) || super.nothingMoreComes(tcb);
        }
    }

    /** SEGMENT ARRIVES with some open points read in the other way. */
    static class ReadOtherwise extends SegmentArrives {

        private final Set<String> names;

        ReadOtherwise(Host host, Set<String> names) {
            super(host);
            this.names = names;
        }

        @Override
        boolean isCrossingSynAck(Tcb tcb, Segment seg) {
            return !names.contains(CROSSING_SYN_ACK) && super.isCrossingSynAck(tcb, seg);
        }

        @Override
        void finReturns(Tcb tcb) {
            if (!names.contains(RETURNING_FIN)) {
                super.finReturns(tcb);
            }
        }

        @Override
        boolean failsAckRange(Tcb tcb, Segment seg) {
            boolean own = tcb.state == State.SYN_RECEIVED && names.contains(BAD_ACK);
            return !own && super.failsAckRange(tcb, seg);
        }

        @Override
        boolean acknowledge(Tcb tcb, Segment seg) {
            boolean goesOn = super.acknowledge(tcb, seg);
            if (goesOn && tcb.state == State.TIME_WAIT && names.contains(ACK_IN_TIME_WAIT)) {
                tcb.rcv.ackNow = true;
                host.lifecycle().startTimeWait(tcb);
            }
            return goesOn;
        }
    }
}
