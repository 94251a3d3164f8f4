package org.tcpspec.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.SequenceNumber;

/** What was sent and is not yet acknowledged, oldest first (RFC 9293 section 3.4: the retransmission queue). */
class RetransmissionQueue {

    /**
     * A segment that was sent.
     *
     * @param probe sent although the window was closed
     * @param at when it was last sent
     * @param again it was sent more than once
     */
    record Sent(SequenceNumber seq, boolean syn, Bytes text, boolean fin, boolean probe, long at, boolean again) {

        SequenceNumber end() {
            return seq.plus(text.length() + (syn ? 1 : 0) + (fin ? 1 : 0));
        }

        Sent sentAgain(long nanos) {
            return new Sent(seq, syn, text, fin, probe, nanos, true);
        }

        /** The part from {@code ack} on. */
        Sent after(SequenceNumber ack) {
            int octets = ack.minus(seq) - (syn ? 1 : 0);
            return new Sent(ack, false, text.from(octets), fin, probe, at, again);
        }
    }

    private final Deque<Sent> queue = new ArrayDeque<>();
    private int retransmissions;

    boolean isEmpty() {
        return queue.isEmpty();
    }

    Sent front() {
        return queue.element();
    }

    void append(Sent sent) {
        queue.add(sent);
    }

    /**
     * Removes what {@code ack} covers; of a segment that it covers in part the rest stays.
     *
     * @return when the newest segment that is now acknowledged was sent, for a sample of the round trip; empty if one
     *     of them was sent more than once (Karn's rule, RFC 6298 section 3)
     */
    OptionalLong acknowledge(SequenceNumber ack) {
        OptionalLong newest = OptionalLong.empty();
        boolean ambiguous = false;
        while (!queue.isEmpty() && queue.element().seq().isBefore(ack)) {
            Sent front = queue.remove();
            retransmissions = 0;
            ambiguous |= front.again();
            if (front.end().isAfter(ack)) {
                queue.addFirst(front.after(ack));
            } else {
                newest = OptionalLong.of(front.at());
            }
        }
        return ambiguous ? OptionalLong.empty() : newest;
    }

    /**
     * Cuts the text of every segment into pieces of at most {@code most} octets.
     *
     * @return true if one of them was longer
     */
    boolean cut(int most) {
        List<Sent> whole = List.copyOf(queue);
        queue.clear();
        for (Sent sent : whole) {
            Sent rest = sent;
            while (rest.text().length() > most) {
                queue.add(new Sent(
                        rest.seq(), false, rest.text().slice(0, most), false, rest.probe(), rest.at(), rest.again()));
                rest = rest.after(rest.seq().plus(most));
            }
            queue.add(rest);
        }
        return queue.size() > whole.size();
    }

    /** Replaces the front by what was sent instead of it, perhaps repackaged (3.8.6), from the same number on. */
    void replaceFront(Sent sent) {
        queue.remove();
        queue.addFirst(sent);
    }

    /** True if the front has been retransmitted by the timer. */
    boolean hasTimedOut() {
        return retransmissions > 0;
    }

    /** Those behind the front that were last sent by {@code nanos} and end at most at {@code edge}. */
    List<Sent> sentBy(long nanos, SequenceNumber edge) {
        return queue.stream()
                .skip(1)
                .filter(sent -> sent.at() <= nanos && sent.end().isAtMost(edge))
                .toList();
    }

    /** Replaces {@code sent} by what was sent again. */
    void replace(Sent sent, Sent again) {
        List<Sent> whole = List.copyOf(queue);
        queue.clear();
        whole.forEach(s -> queue.add(s == sent ? again : s));
    }

    /** Counts one more retransmission of the front and returns how many there were. */
    int countRetransmission() {
        return ++retransmissions;
    }

    /** The peer answered, if only to say that its window is shut: the count starts over. */
    void answered() {
        retransmissions = 0;
    }
}
