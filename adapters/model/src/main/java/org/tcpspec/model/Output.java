package org.tcpspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** Forms the segments that this TCP sends, each after the pattern that RFC 9293 gives for it. */
class Output {

    static final int TCP_HEADER = 20;
    /** The Diffserv codepoint stands above the bits of ECN (RFC 2474 section 3). */
    private static final int ECN_BITS = 2;

    final Host host;

    Output(Host host) {
        this.host = host;
    }

    /** The MSS to announce and not to exceed: what fits the local link (3.7.1, MUST-67). */
    int localMss(Endpoint local) {
        return host.profile().mtu() - IpVersion.of(local.address()).headerLength() - TCP_HEADER;
    }

    /** {@code <SEQ=ISS><CTL=SYN>}, or {@code <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>} once the peer's SYN is known. */
    void syn(Tcb tcb) {
        Flags flags = tcb.state == State.SYN_SENT ? Flags.of(Flag.SYN) : Flags.of(Flag.SYN, Flag.ACK);
        Segment syn = from(tcb, tcb.snd.iss, flags).withOptions(synOptions(tcb, flags.has(Flag.ACK)));
        host.send(syn.withFlags(host.ecn().onSyn(tcb, flags)));
    }

    List<TcpOption> synOptions(Tcb tcb, boolean withAck) {
        List<TcpOption> options = new ArrayList<>();
        options.add(new TcpOption.Mss(localMss(tcb.local)));
        host.windowScale().option(tcb, withAck).ifPresent(scale -> {
            options.add(new TcpOption.NoOperation());
            options.add(scale);
        });
        if (host.timestamps().goOnSyn(tcb, withAck)) {
            options.addAll(Timestamps.layOut(host.timestamps().option(tcb, withAck)));
        }
        return options;
    }

    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}. */
    void ack(Tcb tcb) {
        host.send(host.urgent().mark(tcb, from(tcb, tcb.snd.nxt, Flags.of(Flag.ACK))));
    }

    /** {@code <SEQ=SND.NXT-1><ACK=RCV.NXT><CTL=ACK>}, without text (3.8.4, SHLD-12). */
    void keepAlive(Tcb tcb) {
        host.send(from(tcb, tcb.snd.nxt.minus(1), Flags.of(Flag.ACK)));
    }

    /** A segment of the retransmission queue, with the acknowledgment and window of now. */
    void text(Tcb tcb, RetransmissionQueue.Sent sent, boolean push) {
        Segment segment = from(tcb, sent.seq(), flags(sent, push)).withText(sent.text());
        host.send(host.ecn().mark(tcb, host.urgent().mark(tcb, segment), sent));
    }

    /** ACK is always there once the connection is open (3.1). */
    Flags flags(RetransmissionQueue.Sent sent, boolean push) {
        Flags flags = Flags.of(Flag.ACK);
        flags = push ? flags.with(Flag.PSH) : flags;
        return sent.fin() ? flags.with(Flag.FIN) : flags;
    }

    /** {@code <SEQ=SND.NXT><CTL=RST>} (3.10.5). */
    void reset(Tcb tcb) {
        host.send(abortion(tcb));
    }

    Segment abortion(Tcb tcb) {
        Segment reset = bare(tcb).withSeq(tcb.snd.nxt).withFlags(Flags.of(Flag.RST));
        return reset.withOptions(agreedOptions(tcb, false));
    }

    /** Refuses {@code seg}: {@code <SEQ=SEG.ACK><CTL=RST>}, or without ACK {@code <SEQ=0><ACK=SEG.SEQ+SEG.LEN>}. */
    void refuse(Segment seg) {
        host.send(refusal(seg));
    }

    Segment refusal(Segment seg) {
        Segment reset = Segment.between(seg.destination(), seg.source())
                .withOptions(host.timestamps().ofRefusal(seg));
        return seg.has(Flag.ACK)
                ? reset.withSeq(seg.ack()).withFlags(Flags.of(Flag.RST))
                : reset.withAck(seg.end()).withFlags(Flags.of(Flag.RST, Flag.ACK));
    }

    /** Every segment with an ACK pays what acknowledgment is owed. */
    Segment from(Tcb tcb, SequenceNumber seq, Flags flags) {
        Segment segment = bare(tcb)
                .withSeq(seq)
                .withFlags(host.ecn().onAck(tcb, flags))
                .withWindow(host.windowScale().field(tcb, flags.has(Flag.SYN)));
        if (!flags.has(Flag.ACK)) {
            return segment;
        }
        tcb.ts.lastAckSent = tcb.rcv.nxt;
        tcb.rcv.ackNow = false;
        tcb.rcv.unacknowledged = 0;
        tcb.timers.stop(Timeout.DELAYED_ACK);
        return segment.withAck(tcb.rcv.nxt).withOptions(agreedOptions(tcb, true));
    }

    /** What every segment but a SYN carries once both sides agreed on it. */
    List<TcpOption> agreedOptions(Tcb tcb, boolean withAck) {
        return tcb.ts.ok ? Timestamps.layOut(host.timestamps().option(tcb, withAck)) : List.of();
    }

    private Segment bare(Tcb tcb) {
        return Segment.between(tcb.local, tcb.remote).withIp(header(tcb));
    }

    /** As it goes over the wire, checksum and all (3.1). */
    Packet packet(Segment segment) {
        return new Packet(SegmentCodec.encode(segment), Optional.of(segment), Set.of());
    }

    /** What TCP asks of IP for a segment of that connection: 3.9.1.9 and 3.9.2. */
    Ip header(Tcb tcb) {
        Ip usual = Ip.DEFAULT;
        long codepoint = tcb.chosen.getOrDefault(ConnectionOption.DIFFSERV, (long) usual.trafficClass() >> ECN_BITS);
        long timeToLive = tcb.chosen.getOrDefault(ConnectionOption.TIME_TO_LIVE, (long) usual.timeToLive());
        return new Ip(
                (int) timeToLive,
                (int) codepoint << ECN_BITS,
                usual.identification(),
                usual.dontFragment(),
                usual.options());
    }
}
