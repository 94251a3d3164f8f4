package org.tcpspec.steps.play;

import org.tcpspec.spi.wire.Segment;
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
        };
    }

    private Segment segment() {
        if (cause instanceof Cause.Peer peer) {
            return peer.segment();
        }
        return c.lastFromPeer()
                .orElseThrow(() -> Verdicts.inconclusive("The scenario speaks of SEG before the peer sent one."));
    }
}
