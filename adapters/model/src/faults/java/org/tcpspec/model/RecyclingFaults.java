package org.tcpspec.model;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** Recycling where it is switched off. */
class RecyclingFaults extends Recycling {

    private final Seeds seeds;
    private final Map<InetAddress, Integer> newest = new HashMap<>();

    RecyclingFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void remember(Tcb tcb) {
        super.remember(tcb);
        if (tcb.ts.ok) {
            newest.put(tcb.remote.address(), tcb.ts.recent);
        }
    }

    @Override
    boolean refuses(Segment syn) {
        return super.refuses(syn) || seeds.bites("TWT-08", isOlder(syn));
    }

    private boolean isOlder(Segment syn) {
        Integer last = newest.get(syn.source().address());
        return last != null
                && syn.option(TcpOption.Timestamps.class)
                        .filter(option -> last - (int) option.value() > 0)
                        .isPresent();
    }
}
