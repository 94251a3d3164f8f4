package org.tcpspec.steps.sweep;

import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;

/** Where a segment begins, by what the receiver expects. */
public enum SeqClass {
    /** No receive window yet: any number is as good as another. */
    ANY("any SEQ"),
    OLD("SEQ long past"),
    JUST_OLD("SEQ just before RCV.NXT"),
    PARTLY_OLD("SEQ partly before RCV.NXT"),
    RCV_NXT("SEQ=RCV.NXT"),
    INSIDE("SEQ inside the window"),
    RIGHT_EDGE("SEQ the last of the window"),
    BEYOND("SEQ just beyond the window");

    private static final int LONG = 5000;
    private static final int AHEAD = 40;

    private final String words;

    SeqClass(String words) {
        this.words = words;
    }

    /**
     * SEG.SEQ of a segment of this class.
     *
     * @param length SEG.LEN
     * @return empty if no such segment exists
     */
    public Optional<SequenceNumber> of(Before v, int length) {
        if (v.hasReceiveWindow() == (this == ANY)) {
            return Optional.empty();
        }
        SequenceNumber next = v.rcvNxt();
        return switch (this) {
            case ANY, RCV_NXT -> Optional.of(next);
            case OLD -> Optional.of(next.minus(LONG));
            case JUST_OLD -> Optional.of(next.minus(Math.max(1, length)));
            case PARTLY_OLD -> length < 2 ? Optional.empty() : Optional.of(next.minus(length / 2));
            case INSIDE -> Optional.of(next.plus(AHEAD));
            case RIGHT_EDGE -> Optional.of(next.plus(v.rcvWnd() - 1L));
            case BEYOND -> Optional.of(next.plus(v.rcvWnd()));
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
