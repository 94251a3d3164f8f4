package org.tcpspec.model;

import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes in the form of the resets that the host sends. */
class ResetFormFaults extends HeaderFaults {

    private final Seeds seeds;

    ResetFormFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Segment abortion(Tcb tcb) {
        Segment rst = super.abortion(tcb);
        if (seeds.bites("RSG-09", tcb.state.isSynchronized())) {
            return rst.withSource(new Endpoint(tcb.local.address(), 0));
        }
        return seeds.bites("RSG-X9", !tcb.snd.una.equals(tcb.snd.nxt)) ? rst.withSeq(tcb.snd.una) : rst;
    }

    @Override
    Segment refusal(Segment seg) {
        Segment rst = super.refusal(seg);
        State state = host.connections()
                .find(new FourTuple(seg.destination(), seg.source()))
                .map(tcb -> tcb.state)
                .orElse(State.CLOSED);
        boolean opening = state == State.SYN_SENT || state == State.SYN_RECEIVED;
        boolean more = seg.has(Flag.SYN) || seg.has(Flag.FIN) || seg.has(Flag.PSH);
        return seeds.bites("RSG-12", opening && more)
                ? rst.withFlags(new Flags(rst.flags().bits() | seg.flags().bits()))
                : rst;
    }
}
