package org.tcpspec.steps.cover;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Compares what the IUT sent with what a row's column {@code emits} says. */
final class Emission {

    private final Row row;
    private final Observation o;
    private final List<Segment> sent;

    private Emission(Row row, Observation o) {
        this.row = row;
        this.o = o;
        this.sent = o.reaction().sent();
    }

    /** What is wrong with what was sent; empty if nothing. */
    static Optional<String> miss(Row row, Observation o) {
        return new Emission(row, o).isAsSaid()
                ? Optional.empty()
                : Optional.of("emits " + row.emits() + ", but the IUT sent "
                        + (o.reaction().sent().isEmpty()
                                ? "nothing"
                                : o.reaction().sent().toString()));
    }

    private boolean isAsSaid() {
        return switch (row.emits()) {
            case "none" -> sent.stream().allMatch(this::mayRideAlong);
            case "<SEQ=ISS><CTL=SYN>" -> first(s -> isSyn(s) && !s.has(Flag.ACK));
            case "<SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>", "<SEQ=new ISS><ACK=SEG.SEQ+1><CTL=SYN,ACK>" ->
                first(s ->
                        isSyn(s) && s.has(Flag.ACK) && s.ack().equals(o.then().rcvNxt()));
            case "<SEQ=SEG.ACK><CTL=RST>" ->
                only(s -> isRst(s) && s.seq().equals(o.segment().orElseThrow().ack()));
            case "<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>" -> only(this::isRstForNoAck);
            case "<SEQ=SND.NXT><CTL=RST>" ->
                only(s -> isRst(s) && s.seq().equals(o.variables().sndNxt()));
            case "RST" -> only(Emission::isRst);
            case "<SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK>" ->
                waits() || !sent.isEmpty() && last().has(Flag.FIN) && acknowledges(last());
            case "<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK[,PSH][,URG]><DATA>" ->
                first(s -> !s.text().isEmpty() && s.seq().equals(o.variables().sndNxt()) && acknowledges(s));
            case "oldest data segment", "oldest data segment or FIN" -> first(this::isOldest);
            default -> isAck();
        };
    }

    private boolean isAck() {
        if (!row.emits().startsWith("<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>")) {
            throw new IllegalArgumentException("nobody says what emits \"" + row.emits() + "\" means");
        }
        boolean free = row.emits().contains("allowed")
                || row.emits().contains("if the window")
                || row.emits().contains("delayed");
        // Where the SYN,ACK completes the open, an ACK of the SYN alone may come first, and text may follow.
        Optional<Segment> answer = (o.before() == State.SYN_SENT
                        ? sent.stream()
                        : sent.stream().limit(1))
                .filter(s -> acknowledges(s) && isPlain(s))
                .findFirst();
        boolean right = answer.isPresent();
        boolean window = !row.emits().contains("with window 0")
                || answer.filter(s -> s.window() == 0).isPresent();
        return right && window || free && sent.isEmpty();
    }

    /** The FIN follows text that may not go yet, or waits for the window itself. */
    private boolean waits() {
        long inFlight = o.variables().sndNxt().minus(o.variables().sndUna());
        boolean full = o.circumstances().sndWnd() <= inFlight;
        return (full || o.circumstances().unsent() > 0)
                && sent.stream().noneMatch(s -> s.has(Flag.RST) || s.has(Flag.SYN));
    }

    private boolean isPlain(Segment s) {
        return !s.has(Flag.SYN)
                && !s.has(Flag.RST)
                && s.seq().equals(o.variables().sndNxt());
    }

    private boolean acknowledges(Segment s) {
        return s.has(Flag.ACK) && s.ack().equals(o.then().rcvNxt());
    }

    /** What an ACK sets free, and the acknowledgment of what came aboard, are no reaction of their own. */
    private boolean mayRideAlong(Segment s) {
        boolean released = s.length() > 0 && !s.has(Flag.SYN) && !s.has(Flag.RST);
        boolean aboard = o.event() == EventKind.SEG_ACK_FIN
                || o.event() == EventKind.SEG_URG
                || o.event() == EventKind.SEG_ACK_TOO_OLD;
        boolean owed = aboard
                && o.segment().filter(cause -> cause.length() > 0).isPresent()
                && s.flags().control().equals(Flags.of(Flag.ACK))
                && acknowledges(s);
        return released && o.before().compareTo(State.SYN_RECEIVED) >= 0 || owed;
    }

    private boolean isSyn(Segment s) {
        return s.has(Flag.SYN)
                && !s.has(Flag.RST)
                && o.then().iss().filter(s.seq()::equals).isPresent();
    }

    private static boolean isRst(Segment s) {
        return s.has(Flag.RST);
    }

    private boolean isRstForNoAck(Segment s) {
        Segment cause = o.segment().orElseThrow();
        return isRst(s)
                && s.has(Flag.ACK)
                && s.seq().equals(SequenceNumber.ZERO)
                && s.ack().equals(cause.end());
    }

    private boolean isOldest(Segment s) {
        SequenceNumber una = o.variables().sndUna();
        return s.seq().isAtMost(una) && s.end().isAfter(una);
    }

    private boolean first(Predicate<Segment> predicate) {
        return !sent.isEmpty() && predicate.test(sent.get(0));
    }

    private boolean only(Predicate<Segment> predicate) {
        return sent.size() == 1 && predicate.test(sent.get(0));
    }

    private Segment last() {
        return sent.get(sent.size() - 1);
    }
}
