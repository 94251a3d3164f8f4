package org.tcpspec.reports.cli;

import java.util.Collection;
import java.util.stream.Stream;

/** How the command ends. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int INCONCLUSIVE = 2;
    static final int ERROR = 3;
    static final int USAGE = 64;

    private ExitCode() {}

    /** Of several runs: an error before a fail, a fail before what is inconclusive. */
    static int worst(Collection<Integer> codes) {
        return Stream.of(ERROR, FAILED, INCONCLUSIVE)
                .filter(codes::contains)
                .findFirst()
                .orElse(OK);
    }
}
