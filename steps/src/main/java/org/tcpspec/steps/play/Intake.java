package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;

/** Sends the IUT much text, and judges how it takes it: acknowledgments and the window (RFC 9293 section 3.8.6). */
public final class Intake {

    /** A receive buffer that takes more than this is taken for bottomless. */
    private static final int BOTTOMLESS = 1 << 24;

    private static final int MOST_ATTEMPTS = 20;
    /** What the Timestamps option takes of a segment, whether or not it is there. */
    private static final int TIMESTAMPS = 12;

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    /** In virtual time a nanosecond passes with every segment. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Scene scene;
    private final Judge judge;
    private int early;
    private SequenceNumber acknowledged = SequenceNumber.of(0);
    private int advancesBefore;
    private int mostUnacknowledged;
    private long longestDelay;

    public Intake(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
    }

    /** Sends {@code octets} of the peer's stream from {@code seq} on. */
    @FunctionalInterface
    public interface Peer {
        void sends(SequenceNumber seq, int octets);
    }

    // ---- what the peer sends

    /** RMSS: the MSS that the IUT announced, or the default (3.7.1). */
    public int fullSegment(Conversation c) {
        int assumed = IpVersion.of(c.ends().iut().address()).defaultMss();
        return scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .flatMap(o -> ((Observed.Frame) o).packet().segment().stream())
                .filter(s -> c.ends().isFromIut(s) && s.has(Flag.SYN))
                .flatMap(s -> s.option(TcpOption.Mss.class).stream())
                .mapToInt(TcpOption.Mss::octets)
                .findFirst()
                .orElse(assumed);
    }

    /** The peer sends full segments until {@code rest} octets of the window are left, however it moves meanwhile. */
    public void fill(Conversation c, int rest, Peer peer) {
        int full = fullSegment(c) - TIMESTAMPS;
        int sent = 0;
        int attempts = 0;
        while (c.shadow().rcvWnd() > rest) {
            int octets = Math.min(full, c.shadow().rcvWnd() - rest);
            peer.sends(c.peerNext(), octets);
            sent += octets;
            if (sent > BOTTOMLESS) {
                throw Verdicts.inconclusive("The window was still open after " + sent + " octets of text.");
            }
            scene.catchUp();
            if (c.shadow().rcvWnd() <= rest) {
                if (++attempts > MOST_ATTEMPTS) {
                    throw Verdicts.inconclusive("The window opens again and again though nobody reads.");
                }
                awaitAck(c, judge.patience());
            }
        }
        advancesBefore = c.shadow().windowAdvances().size();
    }

    /** Pieces of {@code size} octets, numbered from 1 as they follow each other, sent in {@code order}. */
    public void pieces(Conversation c, int size, List<Integer> order, Peer peer) {
        SequenceNumber from = c.peerNext();
        early = 0;
        acknowledged = c.shadow().lastAck();
        int next = 1;
        Set<Integer> sent = new HashSet<>();
        for (int number : order) {
            peer.sends(from.plus((long) (number - 1) * size), size);
            early += number > next ? 1 : 0;
            sent.add(number);
            while (sent.contains(next)) {
                next++;
            }
            scene.catchUp();
        }
    }

    /** Segments of {@code size} octets in order, in twos: so long that an ACK that is not delayed comes meanwhile. */
    public void stream(Conversation c, int segments, int size, Peer peer) {
        mostUnacknowledged = 0;
        Duration pause = scene.statement().ixit().tick();
        for (int i = 1; i <= segments; i++) {
            peer.sends(c.peerNext(), size);
            mostUnacknowledged =
                    Math.max(mostUnacknowledged, c.peerNext().minus(c.shadow().lastAck()));
            awaitAck(c, i % 2 == 0 ? pause.multipliedBy(2) : Duration.ZERO);
        }
    }

    /** Small segments in order, each after the ACK of the one before. */
    public void singles(Conversation c, int segments, int size, Peer peer) {
        longestDelay = 0;
        for (int i = 0; i < segments; i++) {
            peer.sends(c.peerNext(), size);
            long sent = scene.causeNanos();
            awaitAck(c, judge.patience().plus(HALF_A_SECOND));
            longestDelay = Math.max(longestDelay, scene.lastPacketNanos() - sent);
        }
    }

    /** Lets time pass until the IUT has acknowledged everything, or {@code longest} is over. */
    private void awaitAck(Conversation c, Duration longest) {
        long deadline = scene.bench().clock().in(longest);
        boolean more = true;
        while (more && !c.shadow().lastAck().equals(c.peerNext())) {
            more = scene.pump(deadline);
        }
    }

    // ---- what the IUT acknowledges

    /** The IUT acknowledges everything that lies in its window, with nothing but ACKs of RCV.NXT. */
    public void expectAllAcknowledged(Conversation c) {
        long deadline = scene.bench().clock().in(judge.patience());
        do {
            while (!c.unclaimed().isEmpty()) {
                Arrival arrival = c.unclaimed().poll();
                if (arrival.explanation().isEmpty() && !isAnswerToEarlyText(arrival)) {
                    throw Verdicts.unexpected(c, arrival, "nothing but acknowledgments");
                }
                acknowledged = arrival.segment().ack();
            }
            if (c.shadow().lastAck().equals(c.peerNext())) {
                return;
            }
        } while (scene.pump(deadline));
        throw judge.silentIut("Expected ACK=" + c.figures().peer(c.peerNext()) + ", but the IUT stopped at ACK="
                + c.figures().peer(c.shadow().lastAck()) + ".");
    }

    /**
     * Above a gap each segment may be answered at once (MAY-13). In real time its answer may be captured after the
     * segment that fills the gap: it then repeats the last acknowledgment, once for each segment that came early.
     */
    private boolean isAnswerToEarlyText(Arrival arrival) {
        Segment segment = arrival.segment();
        boolean late = !segment.ack().equals(arrival.before().rcvNxt());
        if (early == 0
                || segment.length() > 0
                || !segment.flags().control().equals(Flags.of(Flag.ACK))
                || !segment.seq().equals(arrival.before().sndNxt())
                || late && (scene.bench().clock().isVirtual() || !segment.ack().equals(acknowledged))) {
            return false;
        }
        early -= late ? 1 : 0;
        return true;
    }
    /** While the peer streamed, no more than two full segments' worth of text ever waited for an ACK (SHLD-19). */
    public void expectEverySecondAcknowledged(Conversation c) {
        int allowed = 2 * fullSegment(c);
        if (mostUnacknowledged > allowed) {
            throw Verdicts.fail(
                    "Text went unacknowledged though more than two full segments, " + allowed + " octets, had come.",
                    scene.causePacket());
        }
    }

    /** Some ACK waited for company (SHLD-18). */
    public void expectDelay() {
        if (longestDelay <= mostAtOnce().toNanos()) {
            throw Verdicts.fail("Every ACK was sent at once.", scene.causePacket());
        }
    }

    /** In real time a tick may pass; but a stack whose ticks are no shorter than its delay shows that delay. */
    private Duration mostAtOnce() {
        Ixit ixit = scene.statement().ixit();
        if (scene.bench().clock().isVirtual()) {
            return AT_ONCE;
        }
        Duration half = ixit.delayedAck().dividedBy(2);
        return half.isZero() || half.compareTo(ixit.tick()) > 0 ? ixit.tick() : half;
    }

    /** No ACK took half a second or longer (MUST-40). */
    public void expectTimelyAcks(Conversation c) {
        if (longestDelay >= HALF_A_SECOND.toNanos() || !c.shadow().lastAck().equals(c.peerNext())) {
            throw judge.silentIut("An ACK did not come within half a second.");
        }
    }

    /** The user has been handed every octet that the IUT acknowledged. */
    public void expectAllReceived(Conversation c) {
        scene.pumpAll(judge.quiet());
        SequenceNumber first = c.shadow().irs().orElseThrow().plus(1);
        int acknowledged = c.shadow().lastAck().minus(first);
        long received = scene.view(c).receivedOctets();
        if (received != acknowledged) {
            throw Verdicts.fail(
                    "The IUT acknowledged " + acknowledged + " octets of text, but the user received " + received + ".",
                    scene.causePacket());
        }
    }

    // ---- the window

    /** The IUT offers a window of 0. */
    public void expectClosedWindow(Conversation c) {
        if (c.shadow().rcvWnd() > 0) {
            throw Verdicts.fail("The IUT offers a window of " + c.shadow().rcvWnd() + ".", scene.causePacket());
        }
    }

    /**
     * Since the window was filled its right edge moved by min(RCV.BUFF/2, Eff.snd.MSS) or more at once, or not at all
     * (3.8.6.2.2). What the window took until it was full stands for RCV.BUFF.
     *
     * @param peerMss the MSS that the peer announced
     */
    public void expectWorthwhileMoves(Conversation c, int peerMss) {
        scene.pumpAll(judge.quiet());
        int buffer = c.peerNext().minus(c.shadow().irs().orElseThrow()) - 1;
        int least = Math.min(buffer / 2, Math.min(peerMss, fullSegment(c)));
        List<Integer> advances = c.shadow().windowAdvances();
        Optional<Integer> silly = advances.subList(Math.min(advancesBefore, advances.size()), advances.size()).stream()
                .filter(step -> step < least)
                .findFirst();
        if (silly.isPresent()) {
            throw Verdicts.fail(
                    "The right edge of the window moved by " + silly.get() + " octets, less than " + least + ".",
                    scene.causePacket());
        }
    }

    /** The octet of a probe that met a shut window may have been taken or not. */
    private static boolean isAckOfAtLeast(Arrival arrival, SequenceNumber number) {
        Segment segment = arrival.segment();
        return segment.text().isEmpty()
                && segment.flags().control().equals(Flags.of(Flag.ACK))
                && segment.seq().equals(arrival.before().sndNxt())
                && segment.ack().isAtLeast(number);
    }

    /** The window opens: an ACK moves its right edge. */
    public void expectOpening(Conversation c) {
        long deadline = scene.bench().clock().in(judge.patience());
        judge.await(
                        c,
                        deadline,
                        a -> isAckOfAtLeast(a, a.before().rcvNxt())
                                && a.segment().window() > 0,
                        a -> Verdicts.unexpected(c, a, "an ACK that opens the window"))
                .orElseThrow(() -> judge.silentIut("Expected an ACK that opens the window, but none came."));
    }
}
