package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.State;

/** Mistakes in CLOSE, in what is refused after it, and in POSIX {@code close()}. */
class ClosingCallFaults extends OpeningCallFaults {

    private final Seeds seeds;

    ClosingCallFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void queueFin(Tcb tcb) {
        if (!seeds.bites("FIN-03", !tcb.snd.unsent.isEmpty())) {
            super.queueFin(tcb);
        }
    }

    @Override
    State closing(Tcb tcb) {
        boolean held = tcb.snd.usableWindow() <= 0;
        return seeds.bites("FIN-11", held) ? State.ESTABLISHED : super.closing(tcb);
    }

    @Override
    boolean isClosing(Tcb tcb) {
        return super.isClosing(tcb) && !seeds.bites("HCL-08");
    }

    @Override
    boolean losesText(Tcb tcb) {
        boolean loses = super.losesText(tcb);
        return loses
                ? !seeds.bites("HCL-04")
                : seeds.bites("HCL-05", tcb.reading && tcb.state == State.ESTABLISHED);
    }

    @Override
    Outcome closeBothWays(Tcb tcb) {
        if (seeds.bites("TWT-05", tcb.state == State.TIME_WAIT)) {
            host.connections().delete(tcb);
            return Outcome.OK;
        }
        return super.closeBothWays(tcb);
    }
}
