package org.tcpspec.model;

import java.util.Optional;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in what reports of ICMP do to a connection. */
class IcmpErrorFaults extends IcmpFaults {

    private final Seeds seeds;

    IcmpErrorFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    boolean isInFlight(Tcb tcb, SequenceNumber seq) {
        boolean right = super.isInFlight(tcb, seq);
        return right || seeds.bites("ICM-02");
    }

    @Override
    Optional<Tcb> connection(IcmpMessage message) {
        Optional<Tcb> right = super.connection(message);
        if (right.isPresent()) {
            return right;
        }
        Optional<Tcb> samePort = IcmpCodec.quoted(message).flatMap(quoted -> host.connections().all().stream()
                .filter(tcb -> tcb.local.equals(quoted.source()) && super.isInFlight(tcb, quoted.seq()))
                .findFirst());
        return seeds.bites("ICM-X6", samePort.isPresent()) ? samePort : right;
    }

    @Override
    void arrived(Tcb tcb, IcmpMessage message) {
        Optional<IcmpError> error = IcmpError.of(IpVersion.of(message.source()), message.type(), message.code());
        if (seeds.bites("ICM-X1", error.filter(IcmpError.SOURCE_QUENCH::equals).isPresent())) {
            tcb.congestion.cwnd = tcb.snd.mss;
            return;
        }
        super.arrived(tcb, message);
    }

    @Override
    void softError(Tcb tcb, IcmpError error) {
        boolean unreachable = error == IcmpError.NET_UNREACHABLE
                || error == IcmpError.HOST_UNREACHABLE
                || error == IcmpError.SOURCE_ROUTE_FAILED;
        boolean opening = tcb.state == State.SYN_SENT || tcb.state == State.SYN_RECEIVED;
        if (seeds.bites("ICM-01", unreachable && tcb.state == State.ESTABLISHED)
                || seeds.bites("ICM-X2", opening)
                || seeds.bites("SIB-SOFT-CLOSING", tcb.state.isSynchronized() && tcb.state != State.ESTABLISHED)
                || seeds.bites("SIB-SOFT-SYNRCVD", tcb.state == State.SYN_RECEIVED)
                || seeds.bites("ICM-X3", !unreachable && tcb.state.isSynchronized())) {
            host.signal(tcb, SignalKind.ERROR, SignalDetail.words("unreachable"));
            host.connections().returnToListen(tcb);
        } else if (!seeds.bites("ICM-X4", wantsReports(tcb))) {
            super.softError(tcb, error);
        }
    }

    @Override
    void unreachable(Tcb tcb, IcmpMessage message, IcmpError error) {
        if (seeds.bites("ICM-X5", tcb.state == State.SYN_SENT)) {
            softError(tcb, error);
        } else {
            super.unreachable(tcb, message, error);
        }
    }
}
