package org.tcpspec.reports.cli;

/** How the command ends. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int INCONCLUSIVE = 2;
    static final int ERROR = 3;
    static final int USAGE = 64;

    private ExitCode() {}
}
