package org.tcpspec.reports.cli;

import java.util.Collection;
import java.util.stream.Stream;

/** How the command ends. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int INCONCLUSIVE = 2;
    static final int ERROR = 3;
    /** A rule of a gate is broken. */
    static final int GATE = 4;
    /** What was recorded, or written of it, is not what it was. */
    static final int DIFFERS = 5;

    static final int USAGE = 64;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** Of several runs: an error before a broken gate and a fail, a fail before what is inconclusive. */
    static int worst(Collection<Integer> codes) {
        return Stream.of(ERROR, GATE, FAILED, INCONCLUSIVE)
                .filter(codes::contains)
                .findFirst()
                .orElse(OK);
    }
}
