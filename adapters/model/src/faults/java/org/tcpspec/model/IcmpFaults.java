package org.tcpspec.model;

import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.IpVersion;

/** Mistakes with what ICMP reports. */
class IcmpFaults extends IcmpArrives {

    private final Seeds seeds;

    IcmpFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    Optional<Tcb> connection(IcmpMessage message) {
        Optional<Tcb> tcb = super.connection(message);
        return tcb.filter(t -> !seeds.bites("SHD-ICMP-MATCH"));
    }

    @Override
    void arrived(Tcb tcb, IcmpMessage message) {
        boolean quench = IcmpError.of(IpVersion.of(message.source()), message.type(), message.code())
                .filter(error -> error == IcmpError.SOURCE_QUENCH)
                .isPresent();
        if (seeds.bites("GAP-QUENCH", quench)) {
            tcb.congestion.cwnd = tcb.snd.mss;
        }
        super.arrived(tcb, message);
    }

    @Override
    void tooBig(Tcb tcb, IcmpMessage message) {
        if (!seeds.bites("GAP-PMTUD", tcb.ts.ok)) {
            super.tooBig(tcb, message);
        }
    }

    @Override
    void softError(Tcb tcb, IcmpError error) {
        if (!seeds.bites("SHD-SOFT-ERROR", wantsReports(tcb))) {
            super.softError(tcb, error);
        }
    }

    @Override
    boolean wantsReports(Tcb tcb) {
        boolean off = tcb.chosen.getOrDefault(ConnectionOption.ERROR_REPORTS, 1L) == 0;
        return super.wantsReports(tcb) || seeds.bites("SHD-REPORTS-OFF", off);
    }
}
