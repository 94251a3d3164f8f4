package org.tcpspec.model;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes in reading the options and the data offset of a segment. */
class OptionFaults extends Admission {

    private static final int INDEX_BITS = 8;
    private static final int BUFFER = 1400;

    private final Seeds seeds;
    /** A parser that never returned: nothing is read any more. */
    private boolean hangs;

    OptionFaults(List<InetAddress> addresses, Seeds seeds) {
        super(addresses);
        this.seeds = seeds;
    }

    @Override
    boolean isDamaged(Packet packet) {
        boolean offsetOnly = packet.defects().contains(Defect.DATA_OFFSET)
                && !packet.defects().contains(Defect.CHECKSUM)
                && !packet.defects().contains(Defect.IP_CHECKSUM);
        boolean shortOnly = packet.defects().equals(Set.of(Defect.CUT_SHORT));
        return super.isDamaged(packet) && !seeds.bites("OPT-12", offsetOnly) && !seeds.bites("SIB-CUT-SHORT", shortOnly);
    }

    @Override
    Optional<Segment> read(Packet packet) {
        boolean padded = packet.defects().contains(Defect.IP_LENGTH);
        Packet taken = seeds.bites("SIB-PADDING", padded) ? withPadding(packet) : packet;
        return hangs ? Optional.empty() : super.read(taken).flatMap(this::parse);
    }

    /** All that came, as if IP had told its length. */
    private static Packet withPadding(Packet packet) {
        ByteBuffer octets = ByteBuffer.wrap(packet.octets().toArray());
        boolean four = octets.get(0) >> 4 == 4;
        octets.putShort(four ? 2 : 4, (short) (four ? octets.limit() : octets.limit() - IpVersion.IPV6.headerLength()));
        return SegmentCodec.decode(Bytes.of(octets.array()));
    }

    private Optional<Segment> parse(Segment seg) {
        hangs = hangsOn(seg.options());
        if (hangs || drops(seg)) {
            return Optional.empty();
        }
        return Optional.of(seg.withOptions(misread(seg)));
    }

    private boolean hangsOn(List<TcpOption> options) {
        Optional<Bytes> bad = options.stream()
                .filter(TcpOption.Malformed.class::isInstance)
                .map(option -> ((TcpOption.Malformed) option).raw())
                .findFirst();
        return has(bad, "OPT-01", raw -> raw.length() > 1 && raw.at(0) > 1 && raw.at(1) == 0)
                || has(bad, "OPT-X1", raw -> raw.length() > 1 && raw.at(0) > 1 && raw.at(1) == 1)
                || has(bad, "OPT-03", raw -> raw.length() == 1)
                || has(bad, "OPT-04", raw -> raw.length() > 1 && raw.at(0) > 1 && raw.at(1) > raw.length())
                || has(bad, "OPT-05", raw -> raw.length() > 1 && raw.at(0) > 1 && raw.at(1) >> INDEX_BITS - 1 == 1);
    }

    private boolean has(Optional<Bytes> bad, String id, Predicate<Bytes> defect) {
        return seeds.bites(id, bad.filter(defect).isPresent());
    }

    private boolean drops(Segment seg) {
        boolean unknown = seg.options().stream().anyMatch(TcpOption.Unknown.class::isInstance);
        boolean options = !seg.options().isEmpty()
                && seg.options().stream().noneMatch(TcpOption.Timestamps.class::isInstance);
        return seeds.bites("OPT-02", unknown && seg.has(Flag.SYN))
                || seeds.bites("OPT-10", unknown && !seg.has(Flag.SYN))
                || seeds.bites("GAP-IP-OPTIONS", seg.ip().options().length() > 0)
                || seeds.bites("SHD-MSS-TAKE", seg.text().length() > BUFFER)
                || seeds.bites("OPT-X2", options && !seg.has(Flag.SYN) && seg.text().isEmpty());
    }

    private List<TcpOption> misread(Segment seg) {
        List<TcpOption> options = seg.options();
        int scale = 1 + indexOf(options, TcpOption.WindowScale.class);
        boolean behind = scale > 0 && scale < options.size() && !seg.has(Flag.SYN);
        if (seeds.bites("OPT-06", behind)) {
            return options.subList(0, scale);
        }
        int first = indexOf(options, TcpOption.EndOfList.class);
        int unknown = indexOf(options, TcpOption.Unknown.class);
        if (seeds.bites("OPT-X3", unknown >= 0 && unknown < options.size() - 1)) {
            return options.subList(0, unknown);
        }
        if (seeds.bites("GAP-EOL", first > 0 && seg.option(TcpOption.Mss.class).isPresent())) {
            return List.of();
        }
        if (seeds.bites("GAP-ALIGN", isMisaligned(options))) {
            return aligned(options);
        }
        return options;
    }

    private static int indexOf(List<TcpOption> options, Class<? extends TcpOption> type) {
        for (int i = 0; i < options.size(); i++) {
            if (type.isInstance(options.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMisaligned(List<TcpOption> options) {
        return aligned(options).size() < options.size();
    }

    /** Without MSS options that begin at an odd octet. */
    private static List<TcpOption> aligned(List<TcpOption> options) {
        List<TcpOption> kept = new ArrayList<>();
        int at = 0;
        for (TcpOption option : options) {
            if (at % 2 == 0 || !(option instanceof TcpOption.Mss)) {
                kept.add(option);
            }
            at += length(option);
        }
        return kept;
    }

    private static int length(TcpOption option) {
        return switch (option.kind()) {
            case TcpOption.KIND_END_OF_LIST, TcpOption.KIND_NO_OPERATION -> 1;
            case TcpOption.KIND_MSS -> 4;
            case TcpOption.KIND_WINDOW_SCALE -> 3;
            case TcpOption.KIND_TIMESTAMPS -> 10;
            default -> option instanceof TcpOption.Unknown unknown ? 2 + unknown.data().length() : 2;
        };
    }
}
