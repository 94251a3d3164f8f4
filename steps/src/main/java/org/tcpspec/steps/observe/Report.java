package org.tcpspec.steps.observe;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/**
 * An ICMP error message as a scenario writes it: what it reports, and after that what is not as usual.
 *
 * <pre>
 * host unreachable
 * port unreachable quoting SEQ=SND.NXT+1
 * fragmentation needed with MTU 1300
 * </pre>
 *
 * @param error what it reports
 * @param clauses what follows, such as {@code quoting SEQ=SND.NXT+1}
 */
public record Report(IcmpError error, List<String> clauses) {

    /** The names of {@link IcmpError} in small letters. */
    private static final String NAMES = "net unreachable|host unreachable|protocol unreachable|port unreachable"
            + "|fragmentation needed|source route failed|source quench|hop limit exceeded|reassembly time exceeded"
            + "|parameter problem|prohibited|unrecognized option";

    /** What can follow the name, one alternative a line. */
    private static final String CLAUSE = "(?:quoting SEQ=" + Sequence.REGEXP
            + "|quoting another port of the IUT"
            + "|quoting another port of the peer"
            + "|quoting another protocol"
            + "|quoting \\d+ octets? of the segment"
            + "|quoting the whole segment"
            + "|with MTU \\d+"
            + "|with a wrong checksum)";

    /** What a report looks like, for step expressions. */
    public static final String REGEXP = "(?:" + NAMES + ")(?:(?: and)? " + CLAUSE + ")*";

    private static final Pattern HEAD = Pattern.compile("(" + NAMES + ")(.*)");
    private static final Pattern TAIL = Pattern.compile("(?: and)? (" + CLAUSE + ")");
    private static final Pattern OCTETS = Pattern.compile("quoting (\\d+) octets? of the segment");
    private static final Pattern MTU = Pattern.compile("with MTU (\\d+)");

    /** Where the protocol, or the next header, stands in a quoted IP header. */
    private static final int PROTOCOL_FIELD_4 = 9;

    private static final int PROTOCOL_FIELD_6 = 6;
    private static final byte UDP = 17;

    public Report {
        clauses = List.copyOf(clauses);
    }

    private static String name(IcmpError error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @throws IllegalArgumentException if {@code text} does not read as a report */
    public static Report parse(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not read as an ICMP error");
        }
        IcmpError error = Arrays.stream(IcmpError.values())
                .filter(e -> name(e).equals(head.group(1)))
                .findFirst()
                .orElseThrow();
        List<String> clauses = new ArrayList<>();
        Matcher tail = TAIL.matcher(head.group(2));
        while (tail.find()) {
            clauses.add(tail.group(1));
        }
        return new Report(error, clauses);
    }

    /**
     * The IP packet that tells it.
     *
     * @param source who reports
     * @param segment the IUT's segment that drew it
     * @throws IllegalArgumentException if the IP version has no such error
     */
    public Bytes packet(InetAddress source, Segment segment, Sequence.Values values) {
        Segment quoted = quoted(segment, values);
        IcmpMessage message = IcmpMessage.about(quoted, source, error);
        message = number(MTU).map(message::withMtu).orElse(message);
        Bytes octets = IcmpCodec.encode(message.withQuoted(cut(quoted, message.quoted())));
        return clauses.contains("with a wrong checksum") ? spoilt(octets) : octets;
    }

    private Segment quoted(Segment segment, Sequence.Values values) {
        Ip ip = segment.ip();
        // A router has forwarded it before: the time to live is not what the IUT sent.
        Segment quoted = segment.withIp(
                new Ip(ip.timeToLive() - 1, ip.trafficClass(), ip.identification(), ip.dontFragment(), ip.options()));
        if (clauses.contains("quoting another port of the IUT")) {
            quoted = quoted.withSource(
                    new Endpoint(quoted.source().address(), quoted.source().port() ^ 1));
        }
        if (clauses.contains("quoting another port of the peer")) {
            quoted = quoted.withDestination(new Endpoint(
                    quoted.destination().address(), quoted.destination().port() ^ 1));
        }
        Segment chosen = quoted;
        return clauses.stream()
                .filter(c -> c.startsWith("quoting SEQ="))
                .map(c -> Sequence.parse(c.substring("quoting SEQ=".length())).in(values))
                .map(chosen::withSeq)
                .findFirst()
                .orElse(quoted);
    }

    private Bytes cut(Segment segment, Bytes usual) {
        Bytes whole = SegmentCodec.encode(segment);
        if (clauses.contains("quoting another protocol")) {
            boolean four = IpVersion.of(segment.source().address()) == IpVersion.IPV4;
            int field = four ? PROTOCOL_FIELD_4 : PROTOCOL_FIELD_6;
            return usual.slice(0, field).plus(Bytes.of(UDP)).plus(usual.from(field + 1));
        }
        if (clauses.contains("quoting the whole segment")) {
            return whole;
        }
        int header = IpVersion.of(segment.source().address()).headerLength()
                + segment.ip().options().length();
        return number(OCTETS).map(n -> whole.slice(0, header + n)).orElse(usual);
    }

    /** Flips bits in the last octet: the checksum covers it. */
    private static Bytes spoilt(Bytes octets) {
        int last = octets.length() - 1;
        return octets.slice(0, last).plus(Bytes.of((byte) ~octets.at(last)));
    }

    private Optional<Integer> number(Pattern pattern) {
        return clauses.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.parseInt(m.group(1)))
                .findFirst();
    }

    /** {@code <ICMP host unreachable>} */
    public String show() {
        return "<ICMP " + name(error) + (clauses.isEmpty() ? "" : " " + String.join(" ", clauses)) + ">";
    }

    /** What an ICMP message of the peer's side reports, in the notation of a ladder; empty if {@code octets} is none. */
    public static Optional<String> show(Bytes octets) {
        return IcmpCodec.decode(octets)
                .flatMap(m -> IcmpError.of(IpVersion.of(m.source()), m.type(), m.code()))
                .map(error -> "<ICMP " + name(error) + ">");
    }
}
