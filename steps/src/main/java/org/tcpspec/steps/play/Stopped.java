package org.tcpspec.steps.play;

import org.tcpspec.spi.iut.Verdict;

/** What stops a scenario: it carries the verdict, which is what counts. */
public sealed interface Stopped {

    Verdict verdict();

    /** A Then, or the background checker, found the IUT wrong. */
    final class Failure extends AssertionError implements Stopped {
        private static final long serialVersionUID = 1;
        private final transient Verdict verdict;
        private final boolean byChecker;

        /** @param byChecker the background checker says so: it may fail a scenario during Given and When, too */
        public Failure(Verdict verdict, boolean byChecker) {
            super(verdict.reason());
            this.verdict = verdict;
            this.byChecker = byChecker;
        }

        @Override
        public Verdict verdict() {
            return verdict;
        }

        public boolean byChecker() {
            return byChecker;
        }
    }

    /** Nothing can be said of the IUT. */
    final class Inconclusive extends RuntimeException implements Stopped {
        private static final long serialVersionUID = 1;
        private final transient Verdict verdict;

        public Inconclusive(Verdict verdict) {
            super(verdict.reason());
            this.verdict = verdict;
        }

        @Override
        public Verdict verdict() {
            return verdict;
        }
    }
}
