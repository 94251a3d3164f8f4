package org.tcpspec.steps.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.SequenceNumber;

/** One segment of the sweep: its kind, and the classes of its numbers. */
public record Row(SegmentKind kind, SeqClass seq, AckClass ack) {

    /** SEG.SEQ and SEG.ACK of a row. */
    public record Numbers(SequenceNumber seq, SequenceNumber ack) {}

    /** Every combination, whether or not a state has such a segment. */
    public static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (SegmentKind kind : SegmentKind.values()) {
            for (SeqClass seq : SeqClass.values()) {
                for (AckClass ack : AckClass.values()) {
                    rows.add(new Row(kind, seq, ack));
                }
            }
        }
        return List.copyOf(rows);
    }

    /** The numbers that make the row in a connection as it stands; empty if there are none. */
    public Optional<Numbers> in(Before v) {
        return seq.of(v, kind.length())
                .flatMap(s -> ack.of(v, kind.flags().has(Flag.ACK)).map(a -> new Numbers(s, a)));
    }

    @Override
    public String toString() {
        return kind
                + (seq == SeqClass.ANY ? "" : ", " + seq)
                + (ack == AckClass.NONE || ack == AckClass.ANY ? "" : ", " + ack);
    }
}
