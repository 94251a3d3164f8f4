package org.tcpspec.reports.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tcpspec.reports.coverage.Fate;
import org.tcpspec.reports.coverage.Fates;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;

/** The arrows of Figure 5 of RFC 9293, and the one that its note 2 adds, each with its row of the transition table. */
public enum Edge {
    PASSIVE_OPEN("T-CLOSED-OPEN-passive-5"),
    LISTEN_CLOSE("T-LISTEN-CLOSE-1"),
    ACTIVE_OPEN("T-CLOSED-OPEN-active-1"),
    SYN_SENT_CLOSE("T-SYN-SENT-CLOSE-1"),
    LISTEN_SYN("T-LISTEN-SEG-SYN-1"),
    SYN_RECEIVED_RST("T-SYN-RECEIVED-SEG-RST-EXACT-1"),
    LISTEN_SEND("T-LISTEN-SEND-1"),
    SYN_SENT_SYN("T-SYN-SENT-SEG-SYN-1"),
    SYN_RECEIVED_ACK("T-SYN-RECEIVED-SEG-ACK-NEW-1"),
    SYN_SENT_SYN_ACK("T-SYN-SENT-SEG-SYN-ACK-2"),
    SYN_RECEIVED_CLOSE("T-SYN-RECEIVED-CLOSE-1"),
    ESTABLISHED_CLOSE("T-ESTABLISHED-CLOSE-1"),
    ESTABLISHED_FIN("T-ESTABLISHED-SEG-FIN-1"),
    FIN_WAIT_1_ACK("T-FIN-WAIT-1-SEG-ACK-FIN-1"),
    FIN_WAIT_1_FIN("T-FIN-WAIT-1-SEG-FIN-1"),
    FIN_WAIT_1_FIN_ACK("T-FIN-WAIT-1-SEG-FIN-ACKFIN-1"),
    FIN_WAIT_2_FIN("T-FIN-WAIT-2-SEG-FIN-1", "T-FIN-WAIT-2-SEG-FIN-ACKFIN-1"),
    CLOSING_ACK("T-CLOSING-SEG-ACK-FIN-1"),
    CLOSE_WAIT_CLOSE("T-CLOSE-WAIT-CLOSE-1"),
    LAST_ACK_ACK("T-LAST-ACK-SEG-ACK-FIN-1"),
    TIME_WAIT_TIMEOUT("T-TIME-WAIT-TIMEWAIT-TIMEOUT-1");

    private final List<Row> rows;

    Edge(String... ids) {
        this.rows = Arrays.stream(ids)
                .map(id -> TransitionTable.bundled()
                        .row(id)
                        .orElseThrow(() -> new IllegalStateException("the transition table has no row " + id)))
                .toList();
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * An arrow with its verdict.
     *
     * @param anchor of the cell that its first row belongs to
     * @param words the transition and what became of it, for those who do not see the arrow
     */
    public record Judged(String key, String anchor, String words) {}

    /** All arrows by name, judged by one run. */
    static Map<String, Judged> all(Fates fates) {
        Map<String, Judged> all = new LinkedHashMap<>();
        for (Edge edge : values()) {
            List<String> ids = edge.rows.stream().map(Row::id).toList();
            Fate fate = fates.worst(ids);
            Row first = edge.rows.get(0);
            int n = fates.scenarios(ids).size();
            int against = fates.against(ids);
            String events = edge.rows.stream().map(r -> r.event().toString()).collect(Collectors.joining(" or "));
            all.put(
                    edge.name(),
                    new Judged(
                            fate.key(),
                            first.state() + "-" + first.event(),
                            first.state() + " to " + first.next() + " on " + events + ": " + fate + "; " + n
                                    + (n == 1 ? " scenario" : " scenarios")
                                    + (against == 0 ? "" : ", " + against + " against it")));
        }
        return all;
    }
}
