package org.tcpspec.model;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes in SEGMENT ARRIVES with what options say. */
class OptionArrivalFaults extends TimeWaitFaults {

    private final Seeds seeds;
    private final Map<Tcb, Integer> held = new IdentityHashMap<>();

    OptionArrivalFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    boolean firstCheckSequenceNumber(Tcb tcb, Segment seg) {
        boolean acceptable = isAcceptable(tcb, seg);
        boolean malformed = seg.options().stream().anyMatch(TcpOption.Malformed.class::isInstance);
        if (seeds.bites("OPT-11", malformed && !acceptable && tcb.state.isSynchronized())
                || seeds.bites("GAP-TS-ABORT", host.timestamps().isMissing(tcb, seg))) {
            host.output().reset(tcb);
            reset(tcb);
            return false;
        }
        boolean old = host.timestamps().isOld(tcb, seg);
        if (seeds.bites("SHD-PAWS-ACK", old)) {
            return false;
        }
        boolean closed = tcb.rcv.wnd == 0 && seg.seq().equals(tcb.rcv.nxt) && !seg.text().isEmpty();
        if (seeds.bites("GAP-PAWS-FIRST", old && closed)) {
            tcb.rcv.ackNow = true;
            return true;
        }
        if (seeds.bites("SHD-TS-MONO", old)) {
            tcb.ts.recent = tsval(tcb, seg);
        }
        if (seeds.bites("SHD-WND0-TEXT", closed && !old && seg.has(Flag.ACK) && !seg.has(Flag.RST))) {
            tcb.rcv.wnd = seg.text().length();
        }
        boolean newer = tcb.ts.ok && !seg.has(Flag.RST) && tsval(tcb, seg) - tcb.ts.recent > 0;
        if (seeds.bites("TSP-01", newer && !acceptable)) {
            tcb.ts.recent = tsval(tcb, seg);
        }
        if (seeds.bites("GAP-PAWS-R2", newer && !acceptable)) {
            return false;
        }
        return super.firstCheckSequenceNumber(tcb, seg);
    }

    private static int tsval(Tcb tcb, Segment seg) {
        return seg.option(TcpOption.Timestamps.class)
                .map(option -> (int) option.value())
                .orElse(tcb.ts.recent);
    }

    @Override
    boolean isAcceptable(Tcb tcb, Segment seg) {
        int hidden = tcb.rcv.wnd & (1 << tcb.rcv.shift) - 1;
        boolean acceptable = super.isAcceptable(tcb, seg);
        if (hidden == 0 || !acceptable) {
            return acceptable;
        }
        tcb.rcv.wnd -= hidden;
        boolean insideRounded = super.isAcceptable(tcb, seg);
        tcb.rcv.wnd += hidden;
        return !seeds.bites("GAP-WS-HONOR", !insideRounded);
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        int told = seg.option(TcpOption.WindowScale.class)
                .map(TcpOption.WindowScale::shift)
                .orElse(tcb.snd.shift);
        if (seeds.bites("GAP-WS-NONSYN", told != tcb.snd.shift && !seg.has(Flag.SYN))) {
            tcb.snd.shift = told;
        }
        super.fifthCheckAck(tcb, seg);
    }

    @Override
    void seventhProcessText(Tcb tcb, Segment seg) {
        boolean early = tcb.ts.ok && !tcb.state.hasPeerFin() && seg.length() > 0 && seg.textStart().isAfter(tcb.rcv.nxt);
        if (seeds.bites("GAP-PAWS-R5", early)) {
            tcb.rcv.ackNow = true;
            return;
        }
        if (early) {
            held.put(tcb, tsval(tcb, seg));
        }
        boolean fills = held.containsKey(tcb) && seg.textStart().isAtMost(tcb.rcv.nxt) && seg.length() > 0;
        if (seeds.bites("GAP-PAWS-ONCE", fills && tsval(tcb, seg) - held.get(tcb) > 0)) {
            tcb.rcv.early.clear();
        }
        super.seventhProcessText(tcb, seg);
    }
}
