package org.tcpspec.steps.observe;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.TcpOption;

/**
 * The option list of a segment, octet by octet, as a scenario writes it, so that also a malformed one can be built
 * (RFC 9293 section 3.1):
 *
 * <pre>
 * [NOP, 3 NOP, MSS 500, kind 200 length 6, END]
 * [NOP, NOP, kind 253 length 40 with 0 octets]
 * [kind 8, octets 02 03 01]
 * </pre>
 *
 * <p>{@code kind K length L} has the L-2 octets behind it that its length announces, or none if L is below 2; {@code
 * with N octets} has N whatever the length says; {@code kind K} alone has no length octet. The list is padded with
 * zero octets to whole words.
 */
final class RawOptions {

    /** What the list looks like in a phrase. */
    static final String REGEXP = "options \\[[^\\]]*\\]";

    /** The octets of an option whose content nobody knows: none of them reads as an option of its own. */
    private static final int CONTENT = 0xa5;

    private static final Pattern LIST = Pattern.compile("options \\[([^\\]]*)\\]");
    private static final Pattern NOPS = Pattern.compile("(?:(\\d+) )?NOP");
    private static final Pattern MSS = Pattern.compile("MSS (\\d+)");
    private static final Pattern KIND = Pattern.compile("kind (\\d+)(?: length (\\d+)(?: with (\\d+) octets?)?)?");
    private static final Pattern OCTETS = Pattern.compile("octets((?: [0-9a-f]{2})+)");

    private RawOptions() {}

    static boolean isList(String clause) {
        return LIST.matcher(clause).matches();
    }

    /** @throws IllegalArgumentException naming the item that does not read as an option */
    static List<TcpOption> parse(String clause) {
        Matcher list = LIST.matcher(clause);
        if (!list.matches()) {
            throw new IllegalArgumentException("\"" + clause + "\" is no list of options");
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Arrays.stream(list.group(1).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .forEach(item -> put(octets, item));
        return octets.size() == 0 ? List.of() : List.of(new TcpOption.Malformed(Bytes.of(octets.toByteArray())));
    }

    private static void put(ByteArrayOutputStream octets, String item) {
        Matcher nops = NOPS.matcher(item);
        Matcher mss = MSS.matcher(item);
        Matcher kind = KIND.matcher(item);
        Matcher raw = OCTETS.matcher(item);
        if (item.equals("END")) {
            octets.write(TcpOption.KIND_END_OF_LIST);
        } else if (nops.matches()) {
            repeat(octets, TcpOption.KIND_NO_OPERATION, number(nops, 1, 1));
        } else if (mss.matches()) {
            int value = number(mss, 1, 0);
            octets.writeBytes(new byte[] {TcpOption.KIND_MSS, 4, (byte) (value >> 8), (byte) value});
        } else if (kind.matches()) {
            putKind(octets, kind);
        } else if (raw.matches()) {
            Arrays.stream(raw.group(1).strip().split(" ")).forEach(o -> octets.write(Integer.parseInt(o, 16)));
        } else {
            throw new IllegalArgumentException("\"" + item + "\" does not read as an option; there are NOP, END,"
                    + " MSS 500, kind 200 length 6, kind 200 length 6 with 1 octet, kind 200, octets 02 04");
        }
    }

    private static void putKind(ByteArrayOutputStream octets, Matcher kind) {
        octets.write(number(kind, 1, 0));
        if (kind.group(2) != null) {
            int length = number(kind, 2, 0);
            octets.write(length);
            repeat(octets, CONTENT, number(kind, 3, Math.max(0, length - 2)));
        }
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
    }

    private static void repeat(ByteArrayOutputStream octets, int octet, int times) {
        for (int i = 0; i < times; i++) {
            octets.write(octet);
        }
    }
}
