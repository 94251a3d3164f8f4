package org.tcpspec.model;

import java.util.ArrayList;
import java.util.List;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes in the options that the model sends. */
class OwnOptionFaults extends Output {

    private final Seeds seeds;

    OwnOptionFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    List<TcpOption> synOptions(Tcb tcb, boolean withAck) {
        List<TcpOption> options = super.synOptions(tcb, withAck);
        if (seeds.bites("SHD-MSS-SYN", withAck)) {
            options.remove(0);
        } else if (seeds.bites("MSS-09")) {
            options.set(0, new TcpOption.Malformed(Bytes.hex("020205b4")));
        }
        return options;
    }

    @Override
    List<TcpOption> agreedOptions(Tcb tcb, boolean withAck) {
        List<TcpOption> options = super.agreedOptions(tcb, withAck);
        boolean late = tcb.ts.ok && tcb.state != State.SYN_RECEIVED && tcb.state != State.ESTABLISHED;
        if (seeds.bites("GAP-TS-ALWAYS", withAck && late) || seeds.bites("SHD-TS-ABORT", !withAck && tcb.ts.ok)) {
            return List.of();
        }
        if (seeds.bites("SHD-TS-LAYOUT", tcb.ts.ok)) {
            return List.of(options.get(2), options.get(0), options.get(1));
        }
        if (tcb.state.isSynchronized() && seeds.bites("MSS-08")) {
            List<TcpOption> more = new ArrayList<>(options);
            more.add(new TcpOption.Mss(localMss(tcb.local)));
            return more;
        }
        return options;
    }

    @Override
    Packet packet(Segment segment) {
        boolean padded = segment.option(TcpOption.Timestamps.class).isPresent();
        if (seeds.bites("OPT-09", padded)) {
            List<TcpOption> options = new ArrayList<>(segment.options());
            options.removeIf(TcpOption.NoOperation.class::isInstance);
            options.add(new TcpOption.EndOfList());
            options.add(new TcpOption.Malformed(Bytes.hex("a5")));
            return SegmentCodec.decode(SegmentCodec.encode(segment.withOptions(options)));
        }
        if (segment.options().stream().anyMatch(TcpOption.Malformed.class::isInstance)) {
            return SegmentCodec.decode(SegmentCodec.encode(segment));
        }
        boolean scaled = segment.option(TcpOption.WindowScale.class).isPresent();
        return seeds.bites("OPT-X4", scaled) ? cutShort(segment) : super.packet(segment);
    }

    /** The data offset is rounded down: the last options stand where text would begin. */
    private static Packet cutShort(Segment segment) {
        List<TcpOption> options = new ArrayList<>(segment.options());
        options.removeIf(TcpOption.NoOperation.class::isInstance);
        Segment packed = segment.withOptions(options);
        int octets = segment.option(TcpOption.Timestamps.class).isPresent() ? 17 : 7;
        Distortion rounded = Distortion.dataOffset((TCP_HEADER + octets) / 4);
        return SegmentCodec.decode(SegmentCodec.encode(packed, rounded));
    }
}
