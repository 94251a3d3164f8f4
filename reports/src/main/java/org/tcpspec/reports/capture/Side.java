package org.tcpspec.reports.capture;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/**
 * What one end has sent so far. Places in its stream are counted from its SYN, which stands at 0, and do not wrap.
 */
final class Side {
    /** How much text is kept to compare what is sent again with it, in octets. */
    private static final long KEPT = 4L << 20;

    private Optional<SequenceNumber> iss = Optional.empty();
    private Optional<TcpOption.WindowScale> scale = Optional.empty();
    private Optional<TcpOption.Mss> mss = Optional.empty();
    private boolean timestampsOffered;
    private boolean timestampsUsed;
    private long highest;
    private long reached;
    private final NavigableMap<Long, Long> ahead = new TreeMap<>();
    private final NavigableMap<Long, Bytes> texts = new TreeMap<>();
    private OptionalLong fin = OptionalLong.empty();
    private final Onward onward = new Onward();

    Optional<SequenceNumber> iss() {
        return iss;
    }

    Optional<TcpOption.WindowScale> scale() {
        return scale;
    }

    Optional<TcpOption.Mss> mss() {
        return mss;
    }

    boolean timestampsOffered() {
        return timestampsOffered;
    }

    /** It has sent the option on a segment that is no SYN. */
    boolean timestampsUsed() {
        return timestampsUsed;
    }

    /** The place after the last that it sent. */
    long highest() {
        return highest;
    }

    /** The place up to which everything it sent was captured. */
    long reached() {
        return reached;
    }

    /** Where its FIN stands. */
    OptionalLong fin() {
        return fin;
    }

    /** Its acknowledgments, windows and timestamps. */
    Onward onward() {
        return onward;
    }

    /** The place of a number, near the last that was sent. */
    long place(SequenceNumber number) {
        return highest + number.minus(iss.orElseThrow().plus(highest));
    }

    /** Takes note of a SYN. */
    void syn(Segment segment) {
        iss = Optional.of(segment.seq());
        scale = segment.option(TcpOption.WindowScale.class).or(() -> scale);
        mss = segment.option(TcpOption.Mss.class).or(() -> mss);
        timestampsOffered |= segment.option(TcpOption.Timestamps.class).isPresent();
    }

    /** The text has other octets than were sent at its place before; of a single octet nothing is said (MAY-6). */
    boolean differs(Segment segment) {
        long start = place(segment.textStart());
        Bytes text = segment.text();
        if (text.length() < 2) {
            return false;
        }
        Long from = texts.floorKey(start);
        for (Map.Entry<Long, Bytes> known : texts.subMap(
                        from == null ? start : from, true, start + text.length(), false)
                .entrySet()) {
            long low = Math.max(start, known.getKey());
            long high = Math.min(
                    start + text.length(), known.getKey() + known.getValue().length());
            if (low < high
                    && !text.slice((int) (low - start), (int) (high - start))
                            .equals(known.getValue()
                                    .slice((int) (low - known.getKey()), (int) (high - known.getKey())))) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of a segment that is no RST. */
    void sent(Segment segment) {
        long start = place(segment.seq());
        long text = place(segment.textStart());
        long end = start + segment.length();
        timestampsUsed |= !segment.has(Flag.SYN)
                && segment.option(TcpOption.Timestamps.class).isPresent();
        if (segment.text().length() > 1) {
            keep(text, segment.text());
        }
        if (segment.has(Flag.FIN) && fin.isEmpty()) {
            fin = OptionalLong.of(end - 1);
        }
        if (end > start) {
            ahead.merge(start, end, Math::max);
        }
        highest = Math.max(highest, end);
        while (!ahead.isEmpty() && ahead.firstKey() <= reached) {
            reached = Math.max(reached, ahead.pollFirstEntry().getValue());
        }
    }

    /** What is kept has no place twice. */
    private void keep(long start, Bytes text) {
        long at = start;
        long end = start + text.length();
        while (at < end) {
            Map.Entry<Long, Bytes> before = texts.floorEntry(at);
            long known =
                    before == null ? at : before.getKey() + before.getValue().length();
            if (known > at) {
                at = known;
                continue;
            }
            Long next = texts.higherKey(at);
            long until = next == null ? end : Math.min(end, next);
            texts.put(at, text.slice((int) (at - start), (int) (until - start)));
            at = until;
        }
        texts.headMap(highest - KEPT).clear();
    }
}
