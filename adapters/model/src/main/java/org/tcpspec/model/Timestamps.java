package org.tcpspec.model;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** The Timestamps option, round-trip measurement and PAWS: RFC 7323 sections 3 to 5. */
class Timestamps {

    /** What the option takes of every segment, with the padding of {@link #layOut}. */
    static final int OCTETS = 12;

    /** TS.Recent older than this proves nothing (5.5). */
    private static final long OUTDATED = Duration.ofDays(24).toNanos();

    final Host host;

    Timestamps(Host host) {
        this.host = host;
    }

    // ---- 3.2: the option

    /** Our SYN offers timestamps; our SYN,ACK has them if the peer's SYN did. */
    boolean goOnSyn(Tcb tcb, boolean withAck) {
        return withAck ? tcb.ts.ok : host.profile().has(Option.TIMESTAMPS);
    }

    /** The peer's SYN decides whether timestamps are used: Snd.TS.OK. */
    void learnFromSyn(Tcb tcb, Segment syn) {
        tcb.ts.ok = false;
        if (host.profile().has(Option.TIMESTAMPS)) {
            syn.option(TcpOption.Timestamps.class).ifPresent(option -> {
                tcb.ts.ok = true;
                save(tcb, option);
            });
        }
    }

    /** TSval is Snd.TSclock; TSecr is TS.Recent, or zero without ACK. */
    TcpOption.Timestamps option(Tcb tcb, boolean withAck) {
        return new TcpOption.Timestamps(clock(tcb), withAck ? tcb.ts.recent : 0);
    }

    /** Of an RST that answers {@code seg}: TSval is zero and TSecr what came (5.2). */
    List<TcpOption> ofRefusal(Segment seg) {
        if (!host.profile().has(Option.TIMESTAMPS)) {
            return List.of();
        }
        return seg.option(TcpOption.Timestamps.class)
                .map(option -> layOut(new TcpOption.Timestamps(0, option.value())))
                .orElse(List.of());
    }

    /** The layout of appendix A. */
    static List<TcpOption> layOut(TcpOption.Timestamps option) {
        return List.of(new TcpOption.NoOperation(), new TcpOption.NoOperation(), option);
    }

    /** Snd.TSclock. */
    int clock(Tcb tcb) {
        return tcb.ts.offset + host.timestampClock().ticks(host.now());
    }

    // ---- 4.1: RTTM

    /**
     * The round trip that TSecr of {@code seg} tells, if it acknowledges something new; empty without an echo of ours.
     */
    OptionalLong roundTrip(Tcb tcb, Segment seg) {
        if (!tcb.ts.ok || !seg.has(Flag.ACK)) {
            return OptionalLong.empty();
        }
        int age =
                host.timestampClock().ticks(host.now()) - host.timestampClock().ticks(tcb.ts.since);
        return seg.option(TcpOption.Timestamps.class).stream()
                .mapToInt(option -> clock(tcb) - (int) option.echoReply())
                .filter(ticks -> 0 <= ticks && ticks <= age)
                .mapToLong(host.timestampClock()::nanos)
                .findFirst();
    }

    // ---- 5: PAWS

    /** A segment without the option that was agreed on is dropped silently, unless it is a RST (3.2). */
    boolean isMissing(Tcb tcb, Segment seg) {
        return tcb.ts.ok
                && !seg.has(Flag.RST)
                && seg.option(TcpOption.Timestamps.class).isEmpty();
    }

    /** R1 of 5.3: SEG.TSval < TS.Recent, TS.Recent is valid, and it is no RST. */
    boolean isOld(Tcb tcb, Segment seg) {
        if (!tcb.ts.ok || seg.has(Flag.RST)) {
            return false;
        }
        return seg.option(TcpOption.Timestamps.class)
                .filter(option -> age(tcb, option) < 0)
                .filter(option -> !isOutdated(tcb))
                .isPresent();
    }

    boolean isOutdated(Tcb tcb) {
        return host.now() - tcb.ts.recentAt > OUTDATED;
    }

    /** R3 of 5.3, of a segment that passed R1 and R2: TS.Recent takes SEG.TSval if SEG.SEQ =< Last.ACK.sent (4.3). */
    void remember(Tcb tcb, Segment seg) {
        if (!tcb.ts.ok || seg.has(Flag.RST)) {
            return;
        }
        seg.option(TcpOption.Timestamps.class)
                .filter(option -> age(tcb, option) >= 0 || isOutdated(tcb))
                .filter(option -> seg.seq().isAtMost(tcb.ts.lastAckSent))
                .ifPresent(option -> save(tcb, option));
    }

    void save(Tcb tcb, TcpOption.Timestamps option) {
        tcb.ts.recent = (int) option.value();
        tcb.ts.recentAt = host.now();
    }

    /** How far TSval lies ahead of TS.Recent, modulo 2^32 (5.2). */
    static int age(Tcb tcb, TcpOption.Timestamps option) {
        return (int) option.value() - tcb.ts.recent;
    }
}
