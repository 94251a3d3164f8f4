package org.tcpspec.steps.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** One connection of a scenario: its ends, its shadow, and the IUT's segments that no Then has claimed yet. */
public final class Conversation {

    private FourTuple ends;
    private final SequenceNumber peerIss;
    private final SequenceNumber imaginedIss;
    private final Explainer explainer;
    private final Deque<Arrival> unclaimed = new ArrayDeque<>();

    private Shadow shadow;
    private Optional<Shadow> formerIncarnation = Optional.empty();
    private Optional<ListenerId> listener = Optional.empty();
    private Optional<ConnectionId> connection = Optional.empty();
    private Optional<Segment> lastFromPeer = Optional.empty();
    private SequenceNumber peerHighest;
    private boolean over;
    private boolean finSpared;
    private PeerClock peerClock;

    /**
     * @param peerIss the initial sequence number that the peer uses
     * @param imaginedIss what the peer takes for the IUT's, where there is none
     */
    public Conversation(FourTuple ends, SequenceNumber peerIss, SequenceNumber imaginedIss, Statement statement) {
        this.ends = ends;
        this.peerIss = peerIss;
        this.imaginedIss = imaginedIss;
        this.shadow = new Shadow(statement);
        this.explainer = new Explainer(statement.ixit());
        this.peerHighest = peerIss;
        this.peerClock = PeerClock.drawnFrom(peerIss);
    }

    /** What comes of it from now on is cleaning up: on record, and not judged. */
    public void end() {
        over = true;
        unclaimed.clear();
    }

    public boolean isOver() {
        return over;
    }

    public FourTuple ends() {
        return ends;
    }

    /** The IUT has chosen its own end. */
    public void ends(FourTuple chosen) {
        ends = chosen;
    }

    public SequenceNumber peerIss() {
        return peerIss;
    }

    public Shadow shadow() {
        return shadow;
    }

    public Explainer explainer() {
        return explainer;
    }

    /** The IUT's user took text out of the receive buffer. */
    public void userHasRead() {
        shadow.irs().ifPresent(irs -> explainer.userHasRead(shadow.rcvNxt()));
    }

    /** This connection has taken the place of {@code former}, of the same ends, in TIME-WAIT. */
    public void continues(Shadow former) {
        formerIncarnation = Optional.of(former);
        shadow.takesThePlaceOf(former);
        // The clock of a correct peer goes on (RFC 6191 section 3).
        former.tsRecent().ifPresent(recent -> peerClockIs(recent.plus(1)));
    }

    /** The incarnation that a SYN reopened from TIME-WAIT, unless that SYN proved old. */
    public Optional<Shadow> formerIncarnation() {
        return formerIncarnation;
    }

    public Optional<ListenerId> listener() {
        return listener;
    }

    public void listener(Optional<ListenerId> handle) {
        listener = handle;
    }

    public Optional<ConnectionId> connection() {
        return connection;
    }

    public void connection(Optional<ConnectionId> handle) {
        connection = handle;
    }

    /** The peer's latest segment that was not broken on purpose. */
    public Optional<Segment> lastFromPeer() {
        return lastFromPeer;
    }

    /** The IUT's segments that were neither claimed nor yet looked at, oldest first. */
    public Deque<Arrival> unclaimed() {
        return unclaimed;
    }

    /** From now on the peer acknowledges the IUT's FIN only where a scenario says so. */
    public void spareFin() {
        finSpared = true;
    }

    /** What the peer acknowledges when nothing else is said. */
    SequenceNumber peerAck() {
        return finSpared ? shadow.fin().orElse(iutNext()) : iutNext();
    }

    /** What the peer takes for the IUT's next number. */
    public SequenceNumber iutNext() {
        return shadow.iss().isPresent() ? shadow.sndNxt() : imaginedIss;
    }

    /** The number that a correct peer sends next. */
    public SequenceNumber peerNext() {
        return shadow.irs().isPresent() ? shadow.rcvNxt() : peerIss;
    }

    /** TSval of the segment that a correct peer sends next. */
    public SequenceNumber peerTsval() {
        return peerClock.notBelow(shadow.tsRecent());
    }

    /** The peer's timestamps begin so many ticks before they wrap. */
    public void peerClockWrapsIn(int ticks) {
        peerClock = PeerClock.at(SequenceNumber.of(-ticks));
    }

    /** The peer's timestamps begin there. */
    public void peerClockIs(SequenceNumber timestamp) {
        peerClock = PeerClock.at(timestamp);
    }

    /** Where the connection stands now. */
    public Arrival.Standing standing() {
        return new Arrival.Standing(iutNext(), shadow.sndUna(), peerNext());
    }

    public Figures figures() {
        return new Figures(shadow.iss().orElse(imaginedIss), shadow.irs().orElse(peerIss));
    }

    /** Takes a packet of the peer, as the capture saw it at that moment. */
    public void fromPeer(Packet packet, long nanos) {
        if (packet.segment().isEmpty() || packet.isDamaged()) {
            return;
        }
        Segment segment = packet.segment().get();
        lastFromPeer = Optional.of(segment);
        explainer.heard(nanos);
        peerClock.sent(nanos);
        if (segment.end().isAfter(peerHighest)) {
            peerHighest = segment.end();
        }
        if (shadow.isReopenedBy(segment)) {
            formerIncarnation = Optional.of(shadow);
            shadow = shadow.nextIncarnation();
        }
        shadow.arrives(segment, nanos);
        if (shadow.state() == State.LISTEN && formerIncarnation.isPresent()) {
            // The SYN was an old duplicate: back to TIME-WAIT (3.6.1).
            shadow = formerIncarnation.get();
            formerIncarnation = Optional.empty();
        }
    }

    /**
     * Takes a segment of the IUT.
     *
     * @return what is wrong with it whatever the scenario, if anything
     */
    public Optional<Violation> fromIut(Observed.Frame frame, Segment segment) {
        Optional<Violation> violation = Checker.octets(frame.packet())
                .or(() -> Checker.inConnection(segment, shadow, peerHighest))
                .or(() -> OptionRules.check(segment, frame.nanos(), shadow));
        Arrival.Standing before = standing();
        Optional<Explanation> explanation = explainer.explain(segment, frame.nanos(), shadow);
        shadow.sent(segment, frame.nanos());
        unclaimed.add(new Arrival(frame, segment, before, explanation));
        return violation;
    }

    /** The octets that the IUT's user sends, from the {@code offset}th on. */
    public Bytes userStream(long offset, int length) {
        return Bytes.pattern(~peerIss.unsigned(), offset, length);
    }

    /**
     * What is wrong with the text of a segment of the IUT, if anything.
     *
     * @param taken the octets that SEND took so far
     */
    public Optional<Violation> checkText(Segment segment, long taken) {
        if (segment.text().isEmpty() || shadow.iss().isEmpty() || segment.has(Flag.RST)) {
            return Optional.empty();
        }
        long offset = segment.textStart().minus(shadow.iss().get()) - 1L;
        int known = (int) Math.max(0, Math.min(segment.text().length(), taken - offset));
        boolean garbage = segment.text().length() == 1 && segment.end().isAtMost(shadow.sndUna());
        if (offset < 0 || garbage) {
            // A keep-alive may repeat an octet that the peer has, and it need not be the right one (3.8.4, MAY-6).
            return Optional.empty();
        }
        boolean beyond = known < segment.text().length();
        // A probe of a closed window may carry an octet of garbage past what was sent (3.8.4, MAY-6).
        boolean probe = segment.text().length() == 1 && shadow.sndWnd() == 0;
        if (beyond && !probe) {
            return wrongText("The text goes on past what the user sent.");
        }
        return userStream(offset, known).equals(segment.text().slice(0, known))
                ? Optional.empty()
                : wrongText("The text is not what the user sent at that place of the stream.");
    }

    private static Optional<Violation> wrongText(String sentence) {
        return Optional.of(new Violation("RFC9293-3.4-OCTETS", "RFC 9293 3.4", sentence));
    }
}
