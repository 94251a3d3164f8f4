package org.tcpspec.model;

import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.State;

/** Mistakes in user calls, each in one state or for one form of the call. */
class CallSiblingFaults extends UserCallFaults {

    private final Seeds seeds;

    CallSiblingFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        Optional<Listener> there = host.connections().listenerFor(local);
        Outcome outcome = super.openPassive(local, options);
        if (there.isPresent() && seeds.bites("SIB-LISTEN-TWICE")) {
            host.connections().unlisten(there.get());
        }
        return outcome;
    }

    @Override
    boolean resetsOnAbort(State state) {
        boolean right = super.resetsOnAbort(state);
        return right
                        && !seeds.bites("SIB-ABORT-FW2", state == State.FIN_WAIT_2)
                        && !seeds.bites("SIB-ABORT-CW", state == State.CLOSE_WAIT)
                        && !seeds.bites("SIB-ABORT-SR", state == State.SYN_RECEIVED)
                || seeds.bites("SIB-ABORT-LA", state == State.LAST_ACK || state == State.CLOSING)
                || seeds.bites("SIB-ABORT-TW", state == State.TIME_WAIT);
    }
}
