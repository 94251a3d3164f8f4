package org.tcpspec.spi.iut;

/** The four grades of a verdict, in the order in which they get worse, and the one that is decided beforehand. */
public enum Grade {
    NOT_APPLICABLE("not applicable"),
    PASS("pass"),
    INCONCLUSIVE("inconclusive"),
    FAIL("fail"),
    ERROR("error");

    private final String words;

    Grade(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
