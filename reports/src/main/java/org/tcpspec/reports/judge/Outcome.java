package org.tcpspec.reports.judge;

/** What a scenario counts as in the totals: its grade, with a listed fail told apart from the others. */
public enum Outcome {
    PASS("pass", "pass"),
    FAIL("fail", "fail"),
    LISTED("listed", "listed"),
    INCONCLUSIVE("inconclusive", "inconclusive"),
    NOT_APPLICABLE("notApplicable", "not applicable"),
    ERROR("error", "error");

    private final String key;
    private final String words;

    Outcome(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in {@code conformance.json}. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return words;
    }
}
