package org.tcpspec.netty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;

/**
 * The lines of protocol 1, as {@code docs/protocol.md} describes them: words in ASCII separated by single spaces, one
 * line each. Pure functions; both ends use them.
 */
public final class Protocol {

    public static final int VERSION = 1;

    private Protocol() {}

    /** {@code <number> <verb> <argument>...} */
    public record Request(long number, String verb, List<String> arguments) {
        public Request {
            arguments = List.copyOf(arguments);
        }

        /** @throws IllegalArgumentException if it is no request */
        public static Request parse(String line) {
            List<String> words = words(line);
            if (words.size() < 2) {
                throw new IllegalArgumentException("no request: " + line);
            }
            return new Request(parseNumber(words.get(0)), words.get(1), words.subList(2, words.size()));
        }

        public String format() {
            return number + " " + verb + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
        }
    }

    /** What an agent says: a {@link Reply} or an {@link Event}. */
    public sealed interface Said {

        /** CLOCK_REALTIME in nanoseconds, read just before the call into the stack. */
        long before();

        /** The same, read just after it. */
        long after();

        String format();

        /** @throws IllegalArgumentException if it is neither */
        static Said parse(String line) {
            List<String> words = words(line);
            if (words.get(0).equals("event")) {
                return Event.parse(words, line);
            }
            return Reply.parse(words, line);
        }
    }

    /**
     * {@code <number> ok <before> <after> <name>=<value>...} or
     * {@code <number> refused <before> <after> <reason> <the stack's words>...}
     *
     * @param refusal present if the call was refused
     * @param fields the values of an {@code ok}
     * @param words the stack's own words of a {@code refused}
     */
    public record Reply(
            long number, long before, long after, Optional<Refusal> refusal, Map<String, String> fields, String words)
            implements Said {

        public static Reply ok(long number, long before, long after, Map<String, String> fields) {
            return new Reply(number, before, after, Optional.empty(), fields, "");
        }

        public static Reply refused(long number, long before, long after, Refusal refusal, String words) {
            return new Reply(number, before, after, Optional.of(refusal), Map.of(), words);
        }

        private static Reply parse(List<String> words, String line) {
            if (words.size() < 4) {
                throw new IllegalArgumentException("no reply: " + line);
            }
            long number = parseNumber(words.get(0));
            long before = parseNumber(words.get(2));
            long after = parseNumber(words.get(3));
            List<String> rest = words.subList(4, words.size());
            if (words.get(1).equals("ok")) {
                return ok(number, before, after, parseFields(rest));
            }
            if (!words.get(1).equals("refused") || rest.isEmpty()) {
                throw new IllegalArgumentException("no reply: " + line);
            }
            Refusal refusal = Refusal.named(spaced(rest.get(0))).orElse(Refusal.OTHER);
            return refused(number, before, after, refusal, String.join(" ", rest.subList(1, rest.size())));
        }

        @Override
        public String format() {
            String head = number + (refusal.isPresent() ? " refused " : " ok ") + before + " " + after;
            return refusal.map(r -> head + " " + hyphened(r.words()) + (words.isEmpty() ? "" : " " + words))
                    .orElseGet(() -> head + joined(fields));
        }
    }

    /**
     * {@code event <kind> <before> <after> <connection> <name>=<value>...}
     *
     * @param kind the words of a {@link SignalKind}; "open completed" with a field {@code listener} is a passive one's
     */
    public record Event(SignalKind kind, long before, long after, long connection, Map<String, String> fields)
            implements Said {

        private static Event parse(List<String> words, String line) {
            if (words.size() < 5) {
                throw new IllegalArgumentException("no event: " + line);
            }
            Map<String, String> fields = parseFields(words.subList(5, words.size()));
            return new Event(
                    kind(words.get(1), fields.containsKey("listener")),
                    parseNumber(words.get(2)),
                    parseNumber(words.get(3)),
                    parseNumber(words.get(4)),
                    fields);
        }

        private static SignalKind kind(String word, boolean passive) {
            if (spaced(word).equals(SignalKind.OPENED.words())) {
                return passive ? SignalKind.ACCEPTED : SignalKind.OPENED;
            }
            return Arrays.stream(SignalKind.values())
                    .filter(k -> k.words().equals(spaced(word)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such event: " + word));
        }

        @Override
        public String format() {
            return "event " + hyphened(kind.words()) + " " + before + " " + after + " " + connection + joined(fields);
        }
    }

    /** {@code <address> <port>}, two words. */
    public static List<String> endpoint(Endpoint endpoint) {
        return List.of(endpoint.address().getHostAddress(), Integer.toString(endpoint.port()));
    }

    /** The words of {@code send}; {@code more} of the same SEND follows. */
    static List<String> sending(long connection, Bytes text, boolean more) {
        List<String> words = new ArrayList<>(List.of(Long.toString(connection), text.toHex()));
        if (more) {
            words.add("more");
        }
        return words;
    }

    /** {@code <option>=<value>}, a word each. */
    public static List<String> chosen(Map<ConnectionOption, Long> chosen) {
        List<String> words = new ArrayList<>();
        chosen.forEach((option, value) -> words.add(option(option) + "=" + value));
        return words;
    }

    /** The word for {@code option}. */
    public static String option(ConnectionOption option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The option that {@code word} names; empty if it is none. */
    public static Optional<ConnectionOption> option(String word) {
        return Arrays.stream(ConnectionOption.values())
                .filter(o -> option(o).equals(word))
                .findFirst();
    }

    public static String flag(boolean on) {
        return on ? "1" : "0";
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private static long parseNumber(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number: " + word, e);
        }
    }

    private static Map<String, String> parseFields(List<String> words) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no field: " + word);
            }
            fields.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return fields;
    }

    private static String joined(Map<String, String> fields) {
        StringBuilder joined = new StringBuilder();
        fields.forEach(
                (name, value) -> joined.append(' ').append(name).append('=').append(value.replace(' ', '_')));
        return joined.toString();
    }

    private static String spaced(String word) {
        return word.replace('-', ' ');
    }

    private static String hyphened(String words) {
        return words.replace(' ', '-');
    }
}
