package org.tcpspec.steps.observe;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * The numbers of the RFC's figures: the IUT's ISS is called 100 and the peer's 300, so that a ladder reads the same
 * whatever was drawn.
 *
 * @param iutBase the IUT's ISS, or what the peer took for it
 * @param peerBase the peer's ISS
 */
public record Figures(SequenceNumber iutBase, SequenceNumber peerBase) {

    private static final long IUT = 100;
    private static final long PEER = 300;

    public String iut(SequenceNumber number) {
        return relative(number, iutBase, IUT);
    }

    public String peer(SequenceNumber number) {
        return relative(number, peerBase, PEER);
    }

    private static String relative(SequenceNumber number, SequenceNumber base, long name) {
        return Long.toString(number.minus(base) + name);
    }

    /** The segment in the RFC's notation, with the figures' numbers. */
    public String show(Segment segment, boolean fromIut) {
        StringBuilder s =
                new StringBuilder("<SEQ=").append(seq(segment, fromIut)).append('>');
        if (segment.has(Flag.ACK)) {
            s.append("<ACK=")
                    .append(fromIut ? peer(segment.ack()) : iut(segment.ack()))
                    .append('>');
        }
        s.append("<CTL=").append(segment.flags()).append('>');
        if (!segment.text().isEmpty()) {
            s.append("<DATA=").append(segment.text().length()).append('>');
        }
        return s.toString();
    }

    /** A reset that answers a segment without ACK has SEQ 0 (3.5.2): zero itself, no number of the connection. */
    private String seq(Segment segment, boolean fromIut) {
        if (segment.has(Flag.RST) && segment.has(Flag.ACK) && segment.seq().equals(SequenceNumber.ZERO)) {
            return "0";
        }
        return fromIut ? iut(segment.seq()) : peer(segment.seq());
    }
}
