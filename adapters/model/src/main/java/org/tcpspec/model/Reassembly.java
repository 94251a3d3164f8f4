package org.tcpspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * Text and FIN that lie in the receive window but not yet at RCV.NXT, held for later (SHLD-31). Pieces do not overlap;
 * of octets that come twice the first are kept.
 */
class Reassembly {

    private record Piece(SequenceNumber seq, Bytes text) {
        SequenceNumber end() {
            return seq.plus(text.length());
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    Optional<SequenceNumber> fin = Optional.empty();

    boolean isEmpty() {
        return pieces.isEmpty() && fin.isEmpty();
    }

    /** First and one past the last number of each piece. */
    List<SequenceNumber> edges() {
        return pieces.stream().flatMap(p -> Stream.of(p.seq(), p.end())).toList();
    }

    Optional<SequenceNumber> fin() {
        return fin;
    }

    /** Holds {@code text} whose first octet is {@code seq}, less what is already there. */
    void hold(SequenceNumber seq, Bytes text) {
        int at = 0;
        while (!text.isEmpty() && at < pieces.size()) {
            Piece held = pieces.get(at);
            if (seq.isBefore(held.seq())) {
                int gap = Math.min(text.length(), held.seq().minus(seq));
                pieces.add(at++, new Piece(seq, text.slice(0, gap)));
                seq = seq.plus(gap);
                text = text.from(gap);
            }
            int covered = Math.min(text.length(), Math.max(0, held.end().minus(seq)));
            seq = seq.plus(covered);
            text = text.from(covered);
            at++;
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece(seq, text));
        }
    }

    /** Remembers that a FIN occupies {@code number}. Of two the lower counts: segments are processed in sequence. */
    void holdFin(SequenceNumber number) {
        if (fin.filter(number::isAtLeast).isEmpty()) {
            fin = Optional.of(number);
        }
    }

    /** Removes the text that now follows without a gap from {@code rcvNxt} on, up to the FIN: none follows that. */
    Bytes take(SequenceNumber rcvNxt) {
        Bytes text = Bytes.EMPTY;
        while (!pieces.isEmpty() && pieces.get(0).seq().equals(rcvNxt.plus(text.length()))) {
            text = text.plus(pieces.remove(0).text());
        }
        int taken = text.length();
        return fin.map(f -> f.minus(rcvNxt))
                        .filter(most -> most >= 0 && most < taken)
                        .isPresent()
                ? text.slice(0, fin.get().minus(rcvNxt))
                : text;
    }

    /** Removes the FIN if it is next. */
    boolean takeFin(SequenceNumber rcvNxt) {
        boolean next = fin.filter(rcvNxt::equals).isPresent();
        if (next) {
            clear();
        }
        return next;
    }

    void clear() {
        pieces.clear();
        fin = Optional.empty();
    }
}
