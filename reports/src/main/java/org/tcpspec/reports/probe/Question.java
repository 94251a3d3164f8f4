package org.tcpspec.reports.probe;

import java.util.List;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;

/**
 * One thing that is asked of an IUT.
 *
 * @param title what it is about, in a few words
 * @param keys what it tells of, at least
 * @param needs what the IUT and its user must be able to do
 */
record Question(String title, List<String> keys, Set<Capability> needs, Asking asking) {
    Question {
        keys = List.copyOf(keys);
        needs = Set.copyOf(needs);
    }

    /** Asks it. */
    @FunctionalInterface
    interface Asking {
        /** One answer for each key that could be told; what is missing was not told. */
        List<Answer> of(Means means);
    }

    static Question of(String title, String key, Set<Capability> needs, Asking asking) {
        return new Question(title, List.of(key), needs, asking);
    }
}
