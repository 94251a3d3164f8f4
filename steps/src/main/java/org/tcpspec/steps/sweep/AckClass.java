package org.tcpspec.steps.sweep;

import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;

/** What a segment acknowledges, by what the receiver has sent. */
public enum AckClass {
    NONE("no ACK"),
    /** Nothing was sent: any number is as good as another. */
    ANY("any ACK"),
    OLD("ACK=SND.UNA-1"),
    SND_UNA("ACK=SND.UNA"),
    /** All but the last number sent: the text and not the FIN, where one is under way. */
    BETWEEN("ACK=SND.NXT-1"),
    SND_NXT("ACK=SND.NXT"),
    ABOVE("ACK=SND.NXT+1");

    private final String words;

    AckClass(String words) {
        this.words = words;
    }

    /**
     * SEG.ACK of a segment of this class.
     *
     * @param kind with the ACK flag or without
     * @return empty if no such segment exists, or if another class says the same
     */
    public Optional<SequenceNumber> of(Before v, boolean hasAck) {
        boolean nothing = this == NONE;
        boolean unsent = this == ANY;
        if (nothing == hasAck || hasAck && unsent == v.hasSent()) {
            return Optional.empty();
        }
        return switch (this) {
            case NONE -> Optional.of(SequenceNumber.ZERO);
            case ANY, SND_NXT -> Optional.of(v.nxt());
            case OLD -> Optional.of(v.una().minus(1));
            case SND_UNA -> v.una().equals(v.nxt()) ? Optional.empty() : Optional.of(v.una());
            case BETWEEN ->
                v.nxt().minus(v.una()) < 2
                        ? Optional.empty()
                        : Optional.of(v.nxt().minus(1));
            case ABOVE -> Optional.of(v.nxt().plus(1));
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
