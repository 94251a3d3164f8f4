package org.tcpspec.steps.run;

import java.util.regex.Pattern;

/**
 * Whether two verdicts give the same reason. Numbers that differ from one play to the next without meaning anything are
 * left out: those and the octets of packets, of measured times, of timestamps, of ports and addresses, and sequence numbers that lie far off. Other
 * sequence numbers, flags and states stay.
 */
public final class Reasons {
    private static final Pattern PACKET = Pattern.compile("\\b(packets?|number) \\d+\\b");
    private static final Pattern TIME = Pattern.compile("\\b\\d+([.,]\\d+)? ?(ns|us|µs|ms|s|min|h)\\b");
    private static final Pattern TIMESTAMP = Pattern.compile("\\b(TS(?:val|ecr)=\\S+ was due, and it is) [+-]?\\d+");
    /** A number of another connection, seen from this one's. */
    private static final Pattern FAR = Pattern.compile("\\b(SEQ|ACK)=-?\\d{7,}\\b");

    /** The octets of a packet: its identification, its checksums and its numbers are others each time. */
    private static final Pattern OCTETS = Pattern.compile("\\b[0-9a-f]{40,}\\b");

    private static final Pattern PORT = Pattern.compile("(\\bport |:)\\d+\\b");
    private static final Pattern ADDRESS =
            Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b|\\b[0-9a-f]*:[0-9a-f:]+\\b");

    private static final Pattern GAP = Pattern.compile("...", Pattern.LITERAL);

    private Reasons() {}

    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** The words of {@code part} stand in {@code reason}; "..." in them stands for any others. */
    public static boolean contains(String reason, String part) {
        return inOrder(reason, part) || inOrder(plain(reason), plain(part));
    }

    private static boolean inOrder(String reason, String part) {
        int from = 0;
        for (String words : GAP.split(part)) {
            int at = reason.indexOf(words, from);
            if (at < 0) {
                return false;
            }
            from = at + words.length();
        }
        return true;
    }

    static String plain(String reason) {
        String s = PACKET.matcher(reason).replaceAll("$1 #");
        s = TIME.matcher(s).replaceAll("# $2");
        s = TIMESTAMP.matcher(s).replaceAll("$1 #");
        s = FAR.matcher(s).replaceAll("$1=#");
        s = OCTETS.matcher(s).replaceAll("#");
        s = ADDRESS.matcher(s).replaceAll("#");
        s = PORT.matcher(s).replaceAll("$1#");
        return s.strip();
    }
}
