package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * A number of 32 bits as a scenario writes it: the RFC's variables of the IUT and their sums, such as
 * {@code RCV.NXT+RCV.WND-1} or {@code TS.Recent+1}. Evaluated when the step is played.
 */
public record Sequence(String text, List<Term> terms) {

    /** The variables that a scenario may name, always those of the IUT. */
    public enum Variable {
        SND_UNA,
        SND_NXT,
        SND_WND,
        MAX_SND_WND,
        ISS,
        RCV_NXT,
        RCV_WND,
        IRS,
        /** The number of the IUT's FIN. */
        FIN,
        SEG_SEQ,
        SEG_ACK,
        SEG_LEN,
        /** TSval of the peer's latest segment (RFC 7323 appendix C). */
        SEG_TSVAL("SEG.TSval"),
        /** TS.Recent of a correct IUT (RFC 7323 section 4.3). */
        TS_RECENT("TS.Recent"),
        /** TSval of the IUT's latest segment (RFC 7323 appendix C). */
        SND_TSCLOCK("Snd.TSclock");

        private final String word;

        Variable() {
            word = name().replace('_', '.');
        }

        Variable(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** One summand: {@code sign} times a variable, or times {@code number} if there is none. */
    public record Term(int sign, Optional<Variable> variable, long number) {
        long in(Values values) {
            return sign * variable.map(values::of).orElse(number);
        }
    }

    /** What a variable stands for now. */
    @FunctionalInterface
    public interface Values {
        long of(Variable variable);
    }

    private static final String SUMMAND =
            "(?:\\d+|MAX\\.SND\\.WND|SEG\\.TSval|TS\\.Recent|Snd\\.TSclock|[A-Z]{3}(?:\\.[A-Z]{3})?)";

    /** What a sequence expression looks like, for step expressions. */
    public static final String REGEXP = SUMMAND + "(?:[+-]" + SUMMAND + ")*";

    private static final Pattern TERM = Pattern.compile("([+-]?)(\\d+|[A-Za-z.]+)");

    public Sequence {
        terms = List.copyOf(terms);
    }

    /** @throws IllegalArgumentException naming the word that is no variable */
    public static Sequence parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher m = TERM.matcher(text);
        int at = 0;
        while (m.find() && m.start() == at) {
            int sign = m.group(1).equals("-") ? -1 : 1;
            String word = m.group(2);
            terms.add(
                    Character.isDigit(word.charAt(0))
                            ? new Term(sign, Optional.empty(), Long.parseLong(word))
                            : new Term(sign, Optional.of(variable(word, text)), 0));
            at = m.end();
        }
        if (at != text.length() || terms.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a sum of the RFC's variables and numbers");
        }
        return new Sequence(text, terms);
    }

    private static Variable variable(String word, String text) {
        return Arrays.stream(Variable.values())
                .filter(v -> v.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" in \"" + text
                        + "\" is not a variable; there are " + List.of(Variable.values())));
    }

    public SequenceNumber in(Values values) {
        return SequenceNumber.of(terms.stream().mapToLong(t -> t.in(values)).sum());
    }

    @Override
    public String toString() {
        return text;
    }
}
