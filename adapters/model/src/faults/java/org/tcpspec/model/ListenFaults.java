package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes in LISTEN: what is let through to a connection, and what is refused. */
class ListenFaults extends HandshakeTextFaults {

    private final Seeds seeds;

    ListenFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void listenState(Listener listener, Segment seg) {
        boolean syn = seg.has(Flag.SYN) && !seg.has(Flag.ACK) && !seg.has(Flag.RST);
        boolean ack = seg.has(Flag.ACK) && !seg.has(Flag.RST);
        if (seeds.bites("EST-19", syn && seg.has(Flag.ECE) && seg.has(Flag.CWR))
                || seeds.bites("EST-X13", syn && (seg.has(Flag.PSH) || seg.has(Flag.URG)))
                || seeds.bites("EST-X14", syn && !seg.text().isEmpty())
                || seeds.bites("BKL-05", ack && isBacklogFull(listener))) {
            return;
        }
        boolean other = !seg.has(Flag.SYN) && !seg.has(Flag.ACK) && !seg.has(Flag.RST);
        if (seeds.bites("EST-23", syn && isServing(listener)) || seeds.bites("EST-X15", other)) {
            host.output().refuse(seg);
            return;
        }
        if (seeds.bites("EST-X16", seg.has(Flag.SYN) && ack)) {
            super.listenState(listener, seg.withFlags(seg.flags().without(Flag.ACK)));
            return;
        }
        if (seeds.bites("EST-X17", seg.has(Flag.SYN) && seg.has(Flag.RST))) {
            super.listenState(listener, seg.withFlags(seg.flags().without(Flag.RST)));
            return;
        }
        if (seeds.bites("EST-X18", seg.has(Flag.RST) && !seg.has(Flag.SYN))) {
            host.connections().unlisten(listener);
            return;
        }
        super.listenState(listener, seg);
    }

    private boolean isServing(Listener listener) {
        return host.connections().all().stream()
                .anyMatch(tcb -> tcb.state != State.CLOSED
                        && tcb.listener.filter(listener::equals).isPresent());
    }
}
