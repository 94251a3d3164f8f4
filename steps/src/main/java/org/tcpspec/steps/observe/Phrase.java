package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment as a scenario writes it: flags, and after them what is not as usual.
 *
 * <pre>
 * FIN,ACK
 * RST with SEQ=RCV.NXT+1
 * ACK with SEQ=RCV.NXT and 10 octets of text
 * FIN,ACK without acknowledging the IUT's FIN
 * </pre>
 *
 * @param flags the words between commas, such as {@code FIN,ACK}
 * @param clauses what follows, such as {@code with SEQ=RCV.NXT+1}
 */
public record Phrase(String flags, List<String> clauses) {

    private static final String FLAG = "(?:SYN|FIN|RST|ACK|PSH|URG|ECE|CWR)";
    /** What can follow the flags, one alternative a line. */
    private static final String CLAUSE = "(?:SEQ=" + Sequence.REGEXP
            + "|ACK=" + Sequence.REGEXP
            + "|ACK"
            + "|\\d+ octets? of (?:new |repeated )?text"
            + "|window \\d+"
            + "|MSS \\d+"
            + "|TSval=" + Sequence.REGEXP
            + "|TSecr=" + Sequence.REGEXP
            + "|a timestamps option"
            + "|window scale \\d+"
            + "|a window scale option"
            + "|an MSS option"
            + "|an option of kind \\d+"
            + "|no options"
            + "|" + RawOptions.REGEXP
            + "|options"
            + "|" + Mistakes.REGEXP
            + "|a changed first octet"
            + "|reserved bits(?: \\d+)?"
            + "|urgent pointer \\d+"
            + "|ECE|CWR|ECT|CE"
            + "|acknowledging the IUT's (?:SYN|FIN|text)"
            + "|acknowledges the IUT's (?:SYN|FIN|text)"
            + "|without ACK)";

    private static final String WORD = "(?:with|and|without|and without|with or without)";

    /** What a segment looks like, for step expressions. It never reaches past its own last clause. */
    public static final String REGEXP = "(?:no flags|text|" + FLAG + "(?:," + FLAG
            + ")*(?: of (?:SYN|FIN|text))?)(?:,? " + WORD + " " + CLAUSE + ")*";

    private static final Pattern HEAD =
            Pattern.compile("(no flags|text|" + FLAG + "(?:," + FLAG + ")*)(?: of (SYN|FIN|text))?(.*)");
    private static final Pattern TAIL =
            Pattern.compile(",? (with or without|with|without|and without|and) (" + CLAUSE + ")");

    public Phrase {
        clauses = List.copyOf(clauses);
        clauses.stream().filter(Phrase::isSequence).forEach(c -> Sequence.parse(c.substring(c.indexOf('=') + 1)));
        clauses.stream().filter(RawOptions::isList).forEach(RawOptions::parse);
    }

    private static boolean isSequence(String clause) {
        return clause.matches("(?:SEQ|ACK|TSval|TSecr)=.*");
    }

    /** @throws IllegalArgumentException if {@code text} does not read as a segment */
    public static Phrase parse(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not read as a segment");
        }
        List<String> clauses = new ArrayList<>();
        if (head.group(2) != null) {
            clauses.add("acknowledging the IUT's " + head.group(2));
        }
        String rest = head.group(3);
        Matcher tail = TAIL.matcher(rest);
        int at = 0;
        while (tail.find() && tail.start() == at) {
            String clause = tail.group(2).replace("acknowledges", "acknowledging");
            String word = tail.group(1).replace("and without", "without");
            clauses.add(word.contains("without") ? word + " " + clause : clause);
            at = tail.end();
        }
        if (at != rest.length()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not read as a segment from \"" + rest.substring(at) + "\" on");
        }
        return new Phrase(head.group(1), clauses);
    }

    /** The window stands in the phrase. */
    public boolean namesWindow() {
        return clauses.stream().anyMatch(c -> c.startsWith("window "));
    }

    public boolean says(String clause) {
        return clauses.contains(clause);
    }

    /** The value of the clause {@code NAME=value}. */
    public Optional<Sequence> sequence(String name) {
        return clauses.stream()
                .filter(c -> c.startsWith(name + "="))
                .map(c -> Sequence.parse(c.substring(name.length() + 1)))
                .findFirst();
    }

    /** The number in the clause that {@code pattern} matches as its first group. */
    public OptionalInt number(Pattern pattern) {
        return clauses.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .findFirst();
    }
}
