package org.tcpspec.model;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes with the Timestamps option. */
class TimestampFaults extends Timestamps {

    private static final long UNTIL_SET_BACK = Duration.ofSeconds(1).toNanos();
    private static final int SET_BACK = 700;

    private final Seeds seeds;
    private final Map<Tcb, Integer> ofSyn = new IdentityHashMap<>();

    TimestampFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    boolean goOnSyn(Tcb tcb, boolean withAck) {
        boolean unasked = withAck && !tcb.ts.ok && host.profile().has(Option.TIMESTAMPS);
        return seeds.bites("TSP-04", unasked) || super.goOnSyn(tcb, withAck);
    }

    @Override
    void learnFromSyn(Tcb tcb, Segment syn) {
        super.learnFromSyn(tcb, syn);
        ofSyn.put(tcb, tcb.ts.recent);
        boolean echoes = tcb.ts.ok && !syn.has(Flag.ACK) && echo(syn) != 0;
        tcb.ts.ok &= !seeds.bites("GAP-TS-ECHO", echoes);
    }

    private static long echo(Segment seg) {
        return seg.option(TcpOption.Timestamps.class)
                .map(TcpOption.Timestamps::echoReply)
                .orElse(0L);
    }

    @Override
    TcpOption.Timestamps option(Tcb tcb, boolean withAck) {
        TcpOption.Timestamps option = super.option(tcb, withAck);
        int echo = (int) option.echoReply();
        if (seeds.bites("TSP-02", withAck && Integer.reverseBytes(echo) != echo)) {
            return new TcpOption.Timestamps(option.value(), Integer.reverseBytes(echo));
        }
        int first = ofSyn.getOrDefault(tcb, echo);
        if (seeds.bites("GAP-TS-RULE3", withAck && tcb.snd.finQueued && first != echo)) {
            return new TcpOption.Timestamps(option.value(), first);
        }
        return seeds.bites("SHD-TS-ZERO", !withAck && !tcb.state.isSynchronized())
                ? new TcpOption.Timestamps(option.value(), option.value())
                : option;
    }

    @Override
    List<TcpOption> ofRefusal(Segment seg) {
        List<TcpOption> options = super.ofRefusal(seg);
        if (options.isEmpty()) {
            return options;
        }
        TcpOption.Timestamps came = seg.option(TcpOption.Timestamps.class).orElseThrow();
        if (seeds.bites("SHD-TS-RST")) {
            return List.of();
        }
        if (seeds.bites("SHD-TS-RST-ECHO", came.value() != 0)) {
            return layOut(new TcpOption.Timestamps(0, 0));
        }
        return seeds.bites("SHD-TS-RST-VALUE")
                ? layOut(new TcpOption.Timestamps(host.timestampClock().ticks(host.now()) | 1, came.value()))
                : options;
    }

    @Override
    int clock(Tcb tcb) {
        boolean later = host.now() - tcb.ts.since > UNTIL_SET_BACK;
        int clock = super.clock(tcb);
        if (seeds.bites("TSP-05", later)) {
            return clock - SET_BACK;
        }
        if (seeds.bites("SHD-CLOCK-IDLE", later)) {
            return tcb.ts.offset + host.timestampClock().ticks(tcb.ts.since + UNTIL_SET_BACK);
        }
        return seeds.bites("SHD-TS-OFFSET", tcb.ts.offset != 0) ? clock - tcb.ts.offset : clock;
    }

    @Override
    boolean isMissing(Tcb tcb, Segment seg) {
        boolean missing = super.isMissing(tcb, seg);
        boolean unasked = !tcb.ts.ok
                && host.profile().has(Option.TIMESTAMPS)
                && seg.option(TcpOption.Timestamps.class).isPresent();
        return missing && !seeds.bites("TSP-06", missing && !tcb.state.isSynchronized())
                && !seeds.bites("TSP-X1", missing && tcb.state.isSynchronized())
                || seeds.bites("GAP-TS-UNNEGOTIATED", unasked);
    }

    @Override
    boolean isOld(Tcb tcb, Segment seg) {
        Optional<TcpOption.Timestamps> option = seg.option(TcpOption.Timestamps.class);
        if (!tcb.ts.ok || option.isEmpty()) {
            return super.isOld(tcb, seg);
        }
        int age = age(tcb, option.get());
        if (seg.has(Flag.RST)) {
            return seeds.bites("GAP-RST-PAWS", age < 0 && !isOutdated(tcb));
        }
        boolean old = super.isOld(tcb, seg);
        boolean asNumbers = Integer.compareUnsigned((int) option.get().value(), tcb.ts.recent) < 0;
        if (seeds.bites("GAP-PAWS-WRAP", old != asNumbers && !isOutdated(tcb))) {
            return asNumbers;
        }
        if (seeds.bites("GAP-PAWS-EQUAL", age == 0) || seeds.bites("GAP-PAWS-R4", age == 1 && seg.length() > 0 && inSequence(tcb, seg))) {
            return true;
        }
        return old
                && !seeds.bites("TSP-07")
                && !seeds.bites("GAP-PAWS-ALL", seg.text().isEmpty())
                && !seeds.bites("TSP-X2", tcb.state.hasPeerFin())
                && !seeds.bites("SHD-PAWS-FIRST", inSequence(tcb, seg) && tcb.rcv.early.isEmpty());
    }

    private static boolean inSequence(Tcb tcb, Segment seg) {
        return seg.textStart().equals(tcb.rcv.nxt);
    }

    @Override
    boolean isOutdated(Tcb tcb) {
        boolean outdated = super.isOutdated(tcb);
        return outdated && !seeds.bites("TSP-08", outdated);
    }

    @Override
    void remember(Tcb tcb, Segment seg) {
        boolean unmoved = seg.has(Flag.FIN) && tcb.ts.ok && seg.text().isEmpty();
        if (seeds.bites("SIB-TS-FIN", unmoved)) {
            return;
        }
        Optional<TcpOption.Timestamps> option = seg.option(TcpOption.Timestamps.class);
        if (!tcb.ts.ok || option.isEmpty()) {
            super.remember(tcb, seg);
            return;
        }
        boolean newer = age(tcb, option.get()) > 0;
        boolean early = seg.textStart().isAfter(tcb.rcv.nxt);
        boolean second = seg.seq().isAfter(tcb.ts.lastAckSent) && !early;
        boolean fills = inSequence(tcb, seg) && !tcb.rcv.early.isEmpty() && newer;
        if (seg.has(Flag.RST) ? seeds.bites("GAP-RST-UPDATE", newer) : seeds.bites("SHD-ECHO-HOLE", newer && early)) {
            save(tcb, option.get());
        } else if (seeds.bites("SHD-ECHO-DELAYED", newer && second && !seg.has(Flag.RST))) {
            save(tcb, option.get());
        } else if (!seeds.bites("GAP-ECHO-FILLED", fills)
                && !seeds.bites("SHD-TS-R3", newer && seg.length() == 0 && !seg.has(Flag.RST))) {
            super.remember(tcb, seg);
        }
    }
}
