package org.tcpspec.steps.play;

import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected.Cause;
import org.tcpspec.steps.observe.Sequence;

/** What the RFC's variables stand for in one connection. SEG is the peer's latest segment. */
record Variables(Conversation c, Cause cause) implements Sequence.Values {

    @Override
    public long of(Sequence.Variable variable) {
        return switch (variable) {
            case SND_UNA -> c.shadow().sndUna().unsigned();
            case SND_NXT -> c.iutNext().unsigned();
            case SND_WND -> c.shadow().sndWnd();
            case MAX_SND_WND -> c.shadow().maxSndWnd();
            case ISS -> c.figures().iutBase().unsigned();
            case RCV_NXT -> c.peerNext().unsigned();
            case RCV_WND -> c.shadow().rcvWnd();
            case IRS -> c.figures().peerBase().unsigned();
            case FIN -> c.shadow().fin().orElse(c.iutNext()).unsigned();
            case SEG_SEQ -> segment().seq().unsigned();
            case SEG_ACK -> segment().ack().unsigned();
            case SEG_LEN -> segment().length();
            case SEG_TSVAL ->
                segment()
                        .option(TcpOption.Timestamps.class)
                        .map(TcpOption.Timestamps::value)
                        .orElseThrow(() -> missing("SEG.TSval", "the peer's latest segment has no timestamps option"));
            case TS_RECENT ->
                c.shadow()
                        .tsRecent()
                        .map(SequenceNumber::unsigned)
                        .orElseThrow(() -> missing("TS.Recent", "the peer has sent no timestamp"));
            case SND_TSCLOCK ->
                c.shadow()
                        .iutTsClock()
                        .map(SequenceNumber::unsigned)
                        .orElseThrow(() -> missing("Snd.TSclock", "the IUT has sent no timestamp"));
        };
    }

    private static Stopped.Inconclusive missing(String variable, String why) {
        return Verdicts.inconclusive("The scenario speaks of " + variable + ", but " + why + ".");
    }

    private Segment segment() {
        if (cause instanceof Cause.Peer peer) {
            return peer.segment();
        }
        return c.lastFromPeer()
                .orElseThrow(() -> Verdicts.inconclusive("The scenario speaks of SEG before the peer sent one."));
    }
}
