package org.tcpspec.reports.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the word nearest to one that is not known. */
public final class Nearest {
    private Nearest() {}

    /** {@code " (did you mean 'x'?)"}, or nothing if no word of {@code known} is near. */
    public static String question(String word, Collection<String> known) {
        return to(word, known).map(near -> " (did you mean '" + near + "'?)").orElse("");
    }

    /** The word of {@code known} that takes the fewest changes, a third of its letters at most. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(one -> changes(word, one) <= Math.max(1, Math.max(word.length(), one.length()) / 3))
                .min(Comparator.comparingInt((String one) -> changes(word, one)).thenComparing(one -> one));
    }

    /** The letters to be put in, taken out or replaced. */
    private static int changes(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
