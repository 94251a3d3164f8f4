package org.tcpspec.model;

import java.time.Duration;
import java.util.OptionalLong;
import org.tcpspec.model.RetransmissionQueue.Sent;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** The sending side: segmentation, Nagle, silly-window avoidance, retransmission, probes (RFC 9293 3.7 and 3.8). */
class Sender {

    /** Between 0.1 and 1 second (3.8.6.2.1). */
    private static final long OVERRIDE = Duration.ofMillis(500).toNanos();

    final Host host;

    Sender(Host host) {
        this.host = host;
    }

    /** Sends SYN for the first time: SND.UNA is ISS, SND.NXT is ISS+1. */
    void open(Tcb tcb, SequenceNumber iss) {
        tcb.snd.iss = iss;
        tcb.snd.una = iss;
        tcb.snd.recover = iss;
        tcb.congestion.recover = iss;
        tcb.ecn.recover = iss;
        tcb.snd.nxt = iss.plus(1);
        host.output().syn(tcb);
        remember(tcb, new Sent(iss, true, Bytes.EMPTY, false, false, host.now(), false));
    }

    /** A SYN crossed ours: SYN,ACK says so, and stands for our SYN in the retransmission queue from now on. */
    void answerCrossingSyn(Tcb tcb) {
        host.output().syn(tcb);
        tcb.snd.retransmissions.replaceFront(tcb.snd.retransmissions.front().sentAgain(host.now()));
        startRetransmissionTimer(tcb);
    }

    /** The peer's SYN tells its MSS; without the option it is the default (MUST-15, MUST-16). */
    void learnMss(Tcb tcb, Segment syn) {
        int whole = Math.min(
                announcedMss(tcb, syn), Math.min(tcb.snd.pathMss, host.output().localMss(tcb.local)));
        tcb.snd.mss = effectiveMss(tcb, whole);
    }

    int announcedMss(Tcb tcb, Segment syn) {
        return syn.option(TcpOption.Mss.class)
                .map(TcpOption.Mss::octets)
                .filter(mss -> mss > 0)
                .orElse(IpVersion.of(tcb.local.address()).defaultMss());
    }

    /** Eff.snd.MSS: what options leave of a segment of {@code whole} octets, but never nothing (3.7.1). */
    int effectiveMss(Tcb tcb, int whole) {
        return Math.max(1, whole - (tcb.ts.ok ? Timestamps.OCTETS : 0));
    }

    /** The path takes packets of only {@code mtu} octets: what was bigger is cut anew, and sent again at once. */
    void pathMtu(Tcb tcb, int mtu) {
        int headers = IpVersion.of(tcb.local.address()).headerLength() + Output.TCP_HEADER;
        int fits = mtu - headers - (tcb.ts.ok ? Timestamps.OCTETS : 0);
        tcb.snd.pathMss = Math.min(tcb.snd.pathMss, mtu - headers);
        tcb.snd.mss = Math.min(tcb.snd.mss, fits);
        if (tcb.snd.retransmissions.cut(fits)) {
            tcb.snd.lostBefore = host.now();
            tcb.snd.recover = tcb.snd.nxt;
            retransmitFront(tcb);
            retransmitLost(tcb);
            startRetransmissionTimer(tcb);
        }
    }

    /** SND.WND, SND.WL1 and SND.WL2 from {@code seg}. */
    void learnWindow(Tcb tcb, Segment seg) {
        long before = tcb.snd.wnd;
        tcb.snd.wnd = host.windowScale().window(tcb, seg);
        tcb.snd.wl1 = seg.seq();
        tcb.snd.wl2 = seg.ack();
        tcb.snd.maxWnd = Math.max(tcb.snd.maxWnd, tcb.snd.wnd);
        if (tcb.snd.wnd > 0) {
            tcb.snd.probes = 0;
        }
        if (before == 0 && tcb.snd.wnd > 0) {
            windowOpened(tcb);
        }
    }

    /** Sends what may be sent now (3.8.6.2.1). */
    void send(Tcb tcb) {
        if (!maySendText(tcb) || tcb.snd.isRecovering()) {
            return;
        }
        host.congestion().beforeSending(tcb);
        while (!tcb.snd.unsent.isEmpty() && mayGo(tcb) && cwndAllows(tcb)) {
            transmit(tcb, tcb.snd.usableWindow(), false);
        }
        if (finMayGoAlone(tcb)) {
            transmit(tcb, tcb.snd.usableWindow(), false);
        }
        schedulePersist(tcb);
    }

    /** cwnd takes the next segment whole: it must not make segments silly either. */
    boolean cwndAllows(Tcb tcb) {
        long next = Math.min(Math.min(tcb.snd.unsent.length(), tcb.snd.usableWindow()), tcb.snd.mss);
        return host.congestion().room(tcb) >= next;
    }

    boolean maySendText(Tcb tcb) {
        return switch (tcb.state) {
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_1, CLOSING, LAST_ACK -> true;
            default -> false;
        };
    }

    /** All text has left, and nothing but the window can hold the FIN back. */
    boolean finMayGoAlone(Tcb tcb) {
        return tcb.snd.unsent.isEmpty() && tcb.snd.hasPending() && tcb.snd.usableWindow() > 0;
    }

    /** Rules (1) to (3) of 3.8.6.2.1; every SEND is pushed. D is what waits, U the usable window. */
    boolean mayGo(Tcb tcb) {
        int d = tcb.snd.unsent.length();
        long u = tcb.snd.usableWindow();
        if (Math.min(d, u) >= tcb.snd.mss) {
            return true;
        }
        boolean nagleAllows = !tcb.nagle || tcb.snd.finQueued || tcb.snd.nxt.equals(tcb.snd.una);
        return nagleAllows && u > 0 && (d <= u || u >= tcb.snd.maxWnd / 2);
    }

    /** Cuts the next segment, of at most {@code room} octets of sequence space, sends and remembers it. */
    void transmit(Tcb tcb, long room, boolean probe) {
        Tcb.Snd snd = tcb.snd;
        Bytes text = snd.unsent.take((int) Math.min(room, longest(tcb)));
        boolean fin = finGoesWith(tcb, text, room);
        Sent sent = new Sent(snd.nxt, false, text, fin, probe, host.now(), false);
        snd.nxt = sent.end();
        if (fin) {
            finLeaves(tcb);
        }
        host.output().text(tcb, sent, snd.unsent.isEmpty() && !text.isEmpty());
        host.congestion().sent(tcb);
        remember(tcb, sent);
    }

    /** The FIN stands behind the last octet (3.10.4). */
    boolean finGoesWith(Tcb tcb, Bytes text, long room) {
        return tcb.snd.finQueued && !tcb.snd.finSent && tcb.snd.unsent.isEmpty() && text.length() < room;
    }

    /** Octets of text that one segment may carry. */
    int longest(Tcb tcb) {
        return tcb.snd.mss;
    }

    void finLeaves(Tcb tcb) {
        tcb.snd.finSent = true;
        if (tcb.state == State.CLOSE_WAIT) {
            tcb.state = State.LAST_ACK;
        }
    }

    void remember(Tcb tcb, Sent sent) {
        boolean first = tcb.snd.retransmissions.isEmpty();
        tcb.snd.retransmissions.append(sent);
        if (first) {
            startRetransmissionTimer(tcb);
            startUserTimer(tcb);
        }
    }

    void startRetransmissionTimer(Tcb tcb) {
        boolean probing = tcb.snd.retransmissions.front().probe();
        tcb.timers.start(Timeout.RETRANSMISSION, host.now() + (probing ? probeInterval(tcb) : tcb.rto.rto()));
    }

    void startUserTimer(Tcb tcb) {
        tcb.waitingSince = host.now();
        tcb.timers.start(Timeout.USER, tcb.waitingSince + giveUpAfter(tcb).toNanos());
    }

    /** R2 (3.8.3), for SYN another than for data (MUST-23), unless the user chose one (MUST-21). */
    Duration giveUpAfter(Tcb tcb) {
        Duration r2 = tcb.snd.retransmissions.front().syn()
                ? host.profile().synR2()
                : host.profile().r2();
        return tcb.userTimeout.orElse(r2);
    }

    /** SEG.ACK acknowledges something new: SND.UNA advances, the timers go by RFC 6298 section 5.2 and 5.3. */
    void acknowledged(Tcb tcb, Segment seg) {
        sampleRoundTrip(tcb, seg);
        int n = seg.ack().minus(tcb.snd.una);
        tcb.snd.una = seg.ack();
        boolean grows = !host.ecn().isEcho(tcb, seg);
        boolean fillHole = tcb.state.isSynchronized() && host.congestion().acknowledged(tcb, n, grows);
        host.urgent().acknowledged(tcb);
        tcb.timers.stop(Timeout.RETRANSMISSION);
        tcb.timers.stop(Timeout.USER);
        if (!tcb.snd.retransmissions.isEmpty()) {
            long waited = host.now() - host.profile().rtoMin().toNanos();
            tcb.snd.lostBefore = Math.max(tcb.snd.lostBefore, Math.min(tcb.snd.timedOutAt, waited));
            if (fillHole || tcb.snd.retransmissions.front().at() <= tcb.snd.lostBefore) {
                retransmitFront(tcb);
            }
            retransmitLost(tcb);
            startRetransmissionTimer(tcb);
            startUserTimer(tcb);
        }
    }

    /** By the echo of a timestamp (RFC 7323 section 4), else of what was sent only once (RFC 6298 section 3). */
    void sampleRoundTrip(Tcb tcb, Segment seg) {
        int flight = tcb.snd.nxt.minus(tcb.snd.una);
        OptionalLong sent = tcb.snd.retransmissions.acknowledge(seg.ack());
        if (!tcb.ts.ok) {
            sent.ifPresent(at -> tcb.rto.sample(host.now() - at, 1));
            return;
        }
        int expected = Math.max(1, (flight + 2 * tcb.snd.mss - 1) / (2 * tcb.snd.mss));
        host.timestamps().roundTrip(tcb, seg).ifPresent(r -> tcb.rto.sample(r, expected));
    }

    /**
     * The retransmission timer expired: RFC 6298 section 5.4 to 5.6. What was sent before is taken for lost, once it has
     * waited for the least RTO, and follows as cwnd allows, each only once, and nothing new before it (RFC 5681 section
     * 3.1).
     */
    void retransmissionTimeout(Tcb tcb) {
        if (tcb.snd.retransmissions.front().probe()) {
            tcb.snd.probes++;
            retransmitFront(tcb);
        } else {
            if (!tcb.snd.retransmissions.front().syn()) {
                host.congestion().timeout(tcb, !tcb.snd.retransmissions.hasTimedOut());
            }
            tcb.snd.timedOutAt = host.now();
            tcb.snd.recover = tcb.snd.nxt;
            retransmitFront(tcb);
            tcb.rto.backOff();
        }
        startRetransmissionTimer(tcb);
    }

    /** The peer answers, but its window is shut: it must not be given up (MUST-37, SHLD-17). */
    void alive(Tcb tcb) {
        if (tcb.snd.wnd == 0 && tcb.timers.isRunning(Timeout.USER)) {
            tcb.snd.retransmissions.answered();
            startUserTimer(tcb);
        }
    }

    /** Sends the front of the retransmission queue again, no more of its text than the window takes (SHLD-16). */
    void retransmitFront(Tcb tcb) {
        Sent front = tcb.snd.retransmissions.front();
        if (front.syn()) {
            host.output().syn(tcb);
        } else {
            retransmitText(tcb, front);
        }
        tcb.snd.retransmissions.replaceFront(front.sentAgain(host.now()));
    }

    /** Sends again what is taken for lost behind the front, as far as cwnd and the window reach. */
    void retransmitLost(Tcb tcb) {
        long reach = Math.min(tcb.congestion.cwnd, tcb.snd.wnd);
        for (Sent sent : tcb.snd.retransmissions.sentBy(tcb.snd.lostBefore, tcb.snd.una.plus(reach))) {
            boolean push = sent.end().equals(tcb.snd.nxt) && !sent.text().isEmpty();
            host.output().text(tcb, sent.sentAgain(host.now()), push);
            tcb.snd.retransmissions.replace(sent, sent.sentAgain(host.now()));
        }
    }

    void retransmitText(Tcb tcb, Sent front) {
        int length = (int) Math.min(
                front.text().length(),
                Math.max(1, tcb.snd.wnd + host.windowScale().slack(tcb)));
        boolean whole = length == front.text().length();
        Bytes text = front.text().slice(0, length);
        Sent part = new Sent(front.seq(), false, text, whole && front.fin(), front.probe(), front.at(), true);
        host.output().text(tcb, part, whole && length > 0 && part.end().equals(tcb.snd.nxt));
    }

    /** A window that was shut opened. A probe that the peer did not take is packaged anew with what follows it. */
    void windowOpened(Tcb tcb) {
        Tcb.Snd snd = tcb.snd;
        if (snd.retransmissions.isEmpty() || !snd.retransmissions.front().probe()) {
            return;
        }
        Sent probe = snd.retransmissions.front();
        int room = (int) Math.min(snd.mss, snd.wnd) - probe.text().length();
        Bytes more = probe.fin() ? Bytes.EMPTY : snd.unsent.take(room);
        boolean fin = probe.fin() || finGoesWith(tcb, more, room);
        Sent whole = new Sent(probe.seq(), false, probe.text().plus(more), fin, false, host.now(), true);
        snd.retransmissions.replaceFront(whole);
        snd.nxt = SequenceNumber.max(snd.nxt, whole.end());
        if (fin) {
            finLeaves(tcb);
        }
        host.output().text(tcb, whole, snd.unsent.isEmpty() && !whole.text().isEmpty());
        startRetransmissionTimer(tcb);
        startUserTimer(tcb);
    }

    /** Text waits and nothing in flight will bring news: probe (3.8.6.1) or override (3.8.6.2.1) in due time. */
    void schedulePersist(Tcb tcb) {
        if (!tcb.snd.hasPending() || !tcb.snd.retransmissions.isEmpty()) {
            tcb.timers.stop(Timeout.PERSIST);
            return;
        }
        long wait = tcb.snd.usableWindow() > 0 ? OVERRIDE : probeInterval(tcb);
        long due = host.now() + wait;
        tcb.timers.start(Timeout.PERSIST, Math.min(due, tcb.timers.expiry(Timeout.PERSIST)));
    }

    /** One RTO before the first probe, then twice as long each time (SHLD-29, SHLD-30). */
    long probeInterval(Tcb tcb) {
        long longest = host.profile().rtoMax().toNanos();
        return Math.min(longest, tcb.rto.rto() << Math.min(tcb.snd.probes, 16));
    }

    /** The persist timer expired: one octet into a closed window, or what little an open one takes. */
    void persistTimeout(Tcb tcb) {
        long u = tcb.snd.usableWindow();
        if (u > 0) {
            transmit(tcb, u, false);
        } else {
            tcb.snd.probes++;
            transmit(tcb, 1, true);
        }
    }
}
