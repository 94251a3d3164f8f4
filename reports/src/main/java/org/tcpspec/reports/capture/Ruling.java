package org.tcpspec.reports.capture;

import java.util.List;
import java.util.Optional;

/**
 * What is said of a connection.
 *
 * @param unjudged why it cannot be judged; then there are no findings
 * @param findings what an end did wrong, in the order of the file
 */
public record Ruling(Connection connection, Optional<String> unjudged, List<Finding> findings) {
    public Ruling {
        findings = List.copyOf(findings);
    }

    /** An end broke a MUST. */
    public boolean isAccused() {
        return findings.stream().anyMatch(Finding::must);
    }
}
