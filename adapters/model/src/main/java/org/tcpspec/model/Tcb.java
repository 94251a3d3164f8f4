package org.tcpspec.model;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** The transmission control block: the variables of one connection (RFC 9293 section 3.3.1), under the RFC's names. */
final class Tcb {

    /** The send sequence variables (Table 2), and what waits to be sent. */
    static final class Snd {
        SequenceNumber iss = SequenceNumber.ZERO;
        SequenceNumber una = SequenceNumber.ZERO;
        SequenceNumber nxt = SequenceNumber.ZERO;
        long wnd;
        SequenceNumber wl1 = SequenceNumber.ZERO;
        SequenceNumber wl2 = SequenceNumber.ZERO;
        /** MAX.SND.WND: the largest window that the peer ever offered. */
        long maxWnd;
        /** Eff.snd.MSS (3.7.1): octets of text in a segment, beside the options that every segment carries. */
        int mss;
        /** SND.UP, which counts while {@link #urgent}. */
        SequenceNumber up = SequenceNumber.ZERO;

        boolean urgent;
        /** Snd.Wind.Shift (RFC 7323 section 2.3). */
        int shift;

        /** What the path is known to take, as an MSS. */
        int pathMss = Integer.MAX_VALUE;

        final ByteQueue unsent = new ByteQueue();
        final RetransmissionQueue retransmissions;
        /** CLOSE was called: a FIN follows the last octet of {@link #unsent}. */
        boolean finQueued;

        boolean finSent;
        /** Segments last sent by then are taken for lost. */
        long lostBefore = Long.MIN_VALUE;
        /** When the retransmission timer last expired. */
        long timedOutAt = Long.MIN_VALUE;
        /** SND.NXT when the retransmission timer last expired. */
        SequenceNumber recover = SequenceNumber.ZERO;
        /** Probes sent since the window closed. */
        int probes;

        Snd(RetransmissionQueue retransmissions) {
            this.retransmissions = retransmissions;
        }

        /** The usable window U (3.8.6.2.1); negative if the peer shrank its window (MUST-34). */
        long usableWindow() {
            return una.plus(wnd).minus(nxt);
        }

        /** Something that was in flight when the timer expired is not yet acknowledged. */
        boolean isRecovering() {
            return una.isBefore(recover);
        }

        boolean finAcked() {
            return finSent && una.equals(nxt);
        }

        boolean hasPending() {
            return !unsent.isEmpty() || finQueued && !finSent;
        }
    }

    /** The receive sequence variables (Table 3), and what waits to be read. */
    static final class Rcv {
        SequenceNumber irs = SequenceNumber.ZERO;
        SequenceNumber nxt = SequenceNumber.ZERO;
        int wnd;
        /** RCV.BUFF (3.8.6.2.2). */
        int buff;
        /** RCV.UP, which counts while {@link #urgent}. */
        SequenceNumber up = SequenceNumber.ZERO;

        boolean urgent;
        /** Rcv.Wind.Shift (RFC 7323 section 2.3). */
        int shift;

        final ByteQueue unread = new ByteQueue();
        final Reassembly early;
        /** The acknowledgment is owed at once. */
        boolean ackNow;
        /** Segments with text since the last ACK was sent. */
        int unacknowledged;

        Rcv(int buff, Reassembly early) {
            this.early = early;
            this.buff = buff;
            this.wnd = buff;
        }

        SequenceNumber rightEdge() {
            return nxt.plus(wnd);
        }

        boolean isInWindow(SequenceNumber number) {
            return number.isWithin(nxt, wnd);
        }
    }

    /** The variables of the Timestamps option (RFC 7323 appendix C). */
    static final class Ts {
        /** Snd.TS.OK: both SYNs carried the option. */
        boolean ok;
        /** Snd.TSoffset. */
        final int offset;
        /** When the connection came to be: no echo can be older. */
        final long since;
        /** TS.Recent. */
        int recent;
        /** When TS.Recent was last set. */
        long recentAt;
        /** Last.ACK.sent. */
        SequenceNumber lastAckSent = SequenceNumber.ZERO;

        Ts(int offset, long since) {
            this.offset = offset;
            this.since = since;
        }
    }

    /** The variables of RFC 5681. */
    static final class Congestion {
        long cwnd;
        long ssthresh = Long.MAX_VALUE;
        /** Octets acknowledged in congestion avoidance since cwnd last grew. */
        long acknowledged;
        /** Duplicate ACKs in a row. */
        int duplicates;
        /** FlightSize when the first of them came: without limited transmit. */
        long flight;
        /** In fast recovery. */
        boolean recovering;
        /** SND.NXT at the last loss: cwnd is reduced once for what was in flight then. */
        SequenceNumber recover = SequenceNumber.ZERO;
        /** When text last left. */
        long sentAt;
        /** A SYN or SYN,ACK had to be sent again. */
        boolean synLost;
    }

    /** What RFC 3168 section 6.1 keeps. */
    static final class Ecn {
        /** Our SYN asked for it. */
        boolean asked;
        /** Both sides agreed on it. */
        boolean ok;
        /** CE came, and no CWR since: each ACK carries ECE. */
        boolean echo;
        /** cwnd was reduced, and the next new text says so by CWR. */
        boolean reduced;
        /** SND.NXT when ECE last reduced cwnd: that is done once for what was in flight then. */
        SequenceNumber recover = SequenceNumber.ZERO;
    }

    /** What keep-alives need (3.8.4). */
    static final class Idle {
        boolean on;
        Duration interval = KeepAlive.INTERVAL;
        /** When the last segment came. */
        long heardAt;
        /** Probes since then. */
        int unanswered;
    }

    /** Challenge ACKs of late (RFC 5961 section 7). */
    static final class Challenges {
        /** When the second began in which they are counted. */
        long since = Long.MIN_VALUE / 2;

        int sent;
    }

    final ConnectionId id;
    final Endpoint local;
    final Endpoint remote;
    /** The listener whose passive OPEN initiated this connection; empty after an active OPEN (MUST-11). */
    final Optional<Listener> listener;

    final Snd snd;
    final Rcv rcv;
    final Ts ts;
    final Idle keepAlive = new Idle();
    final Challenges challenges = new Challenges();
    final Congestion congestion = new Congestion();
    final Ecn ecn = new Ecn();
    final Timers timers = new Timers();
    final RetransmissionTimer rto;

    /** What the user chose of the lower layer, and of error reports. */
    final Map<ConnectionOption, Long> chosen = new EnumMap<>(ConnectionOption.class);

    State state = State.CLOSED;
    boolean nagle;
    /** Both SYNs carried the Window Scale option. */
    boolean scaled;

    boolean reading;
    /** The user holds a handle of this connection and is told what becomes of it. */
    boolean known;
    /** The user has said that it will not read any more: POSIX {@code close()}. */
    boolean closedBothWays;
    /** The peer's FIN was processed and the user not yet told, because text before it is unread. */
    boolean finUntold;
    /** The user timeout that the user asked for, instead of R2. */
    Optional<Duration> userTimeout = Optional.empty();
    /** When TIME-WAIT was entered. */
    long timeWaitSince;
    /** When the wait began that the user timeout bounds. */
    long waitingSince;
    /** The connection in TIME-WAIT that this one reopens, until its SYN proves new (3.6.1). */
    Optional<Tcb> reopened = Optional.empty();

    Tcb(
            ConnectionId id,
            Endpoint local,
            Endpoint remote,
            Optional<Listener> listener,
            OpenOptions options,
            Ts ts,
            Parts parts,
            Profile profile) {
        this.id = id;
        this.local = local;
        this.remote = remote;
        this.listener = listener;
        this.snd = new Snd(parts.retransmissionQueue());
        this.rcv = new Rcv(profile.receiveBuffer(), parts.reassembly());
        this.ts = ts;
        this.rto = parts.retransmissionTimer(profile);
        this.nagle = options.nagle();
        this.reading = options.reading();
        this.chosen.putAll(options.chosen());
    }

    FourTuple ends() {
        return new FourTuple(local, remote);
    }

    boolean wasPassive() {
        return listener.isPresent();
    }
}
