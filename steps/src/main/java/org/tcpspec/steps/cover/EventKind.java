package org.tcpspec.steps.cover;

import java.util.Arrays;
import java.util.Optional;

/** The events of the transition table, in its spelling; {@code events.csv} says in words when each of them holds. */
public enum EventKind {
    OPEN_ACTIVE("OPEN-active"),
    OPEN_PASSIVE("OPEN-passive"),
    SEND("SEND"),
    RECEIVE("RECEIVE"),
    CLOSE("CLOSE"),
    ABORT("ABORT"),
    STATUS("STATUS"),
    SEG_UNACCEPTABLE("SEG-UNACCEPTABLE"),
    SEG_RST_OUTSIDE("SEG-RST-OUTSIDE"),
    SEG_RST_EXACT("SEG-RST-EXACT"),
    SEG_RST_INWINDOW("SEG-RST-INWINDOW"),
    SEG_SECURITY("SEG-SECURITY"),
    SEG_SYN("SEG-SYN"),
    SEG_SYN_ACK("SEG-SYN-ACK"),
    SEG_NOACK("SEG-NOACK"),
    SEG_ACK_NEW("SEG-ACK-NEW"),
    SEG_ACK_FIN("SEG-ACK-FIN"),
    SEG_ACK_DUP("SEG-ACK-DUP"),
    SEG_ACK_FUTURE("SEG-ACK-FUTURE"),
    SEG_ACK_TOO_OLD("SEG-ACK-TOO-OLD"),
    SEG_URG("SEG-URG"),
    SEG_DATA_INORDER("SEG-DATA-INORDER"),
    SEG_DATA_EARLY("SEG-DATA-EARLY"),
    SEG_DATA_OVERLAP("SEG-DATA-OVERLAP"),
    SEG_DATA_ZEROWND("SEG-DATA-ZEROWND"),
    SEG_FIN("SEG-FIN"),
    SEG_FIN_ACKFIN("SEG-FIN-ACKFIN"),
    USER_TIMEOUT("USER-TIMEOUT"),
    RTX_TIMEOUT("RTX-TIMEOUT"),
    TIMEWAIT_TIMEOUT("TIMEWAIT-TIMEOUT");

    private final String tableName;

    EventKind(String tableName) {
        this.tableName = tableName;
    }

    /** A segment of the peer, not a call or a timer. */
    public boolean isSegment() {
        return compareTo(SEG_UNACCEPTABLE) >= 0 && compareTo(SEG_FIN_ACKFIN) <= 0;
    }

    /** A call of the user. */
    public boolean isCall() {
        return compareTo(STATUS) <= 0;
    }

    /** The event that the table calls so. */
    public static Optional<EventKind> named(String tableName) {
        return Arrays.stream(values())
                .filter(e -> e.tableName.equals(tableName))
                .findFirst();
    }

    @Override
    public String toString() {
        return tableName;
    }
}
