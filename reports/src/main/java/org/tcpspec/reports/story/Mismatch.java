package org.tcpspec.reports.story;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what the IUT differed from what was demanded, as far as a verdict's reason tells. */
public enum Mismatch {
    /** It died, or answers nothing any more. */
    DIED("^The IUT died|it has stopped\\.$"),
    UNTOLD(
            "to be told (?!nothing|of no).*(but it was told nothing|but it was not|of none)|report to the user, but there was none"),
    WRONG_SIGNAL("to be told |error report, but the user got one|^Expected the call"),
    WRONG_STATE("^Expected the IUT in "),
    WRONG_TEXT("the user (to receive|was handed)|text is not what|goes on past"),
    TOO_EARLY("before the RTO|before the least RTO|waited only"),
    TOO_LATE("more than twice the RTO|waited [^,]* again"),
    SILENT("the IUT sent (nothing|none)|did not (retransmit|send)|but none came|has sent nothing|went unacknowledged"),
    TOO_MUCH("no segment of more than|octets in flight|exceeds"),
    WRONG_ACK("stopped at ACK=|acknowledges (less|what the peer never)"),
    STOPPED("the IUT stopped at|but it stopped at"),
    UNASKED("^Expected nothing|does not belong to that state|between ends that nobody uses"),
    WRONG_SEQ(""),
    WRONG_LENGTH(""),
    WRONG_FLAGS(""),
    /** A segment that no segment may be. */
    MALFORMED("");

    private static final Pattern SENT = Pattern.compile("Expected (<[^ ]+>).*the IUT sent (<[^ ]+>)");
    private static final Pattern FIELD = Pattern.compile("<([A-Z]+)=([^>]*)>");

    private final Optional<Pattern> said;

    Mismatch(String said) {
        this.said = said.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(said));
    }

    /** What {@code reason} tells of. */
    public static Mismatch of(String reason) {
        Matcher sent = SENT.matcher(reason);
        return Arrays.stream(values())
                .filter(m -> m.said.filter(p -> p.matcher(reason).find()).isPresent())
                .findFirst()
                .orElseGet(() -> sent.find()
                        ? between(sent.group(1), sent.group(2))
                        : reason.contains("the IUT sent <") ? WRONG_FLAGS : MALFORMED);
    }

    /** The first of flags, SEQ, ACK and text that differs, in the order in which a stack goes wrong. */
    private static Mismatch between(String expected, String sent) {
        Map<String, String> want = fields(expected);
        Map<String, String> have = fields(sent);
        if (differ("CTL", want, have)) {
            return WRONG_FLAGS;
        }
        if (differ("SEQ", want, have)) {
            return WRONG_SEQ;
        }
        return differ("ACK", want, have) ? WRONG_ACK : WRONG_LENGTH;
    }

    private static boolean differ(String field, Map<String, String> one, Map<String, String> other) {
        return !one.getOrDefault(field, "").equals(other.getOrDefault(field, ""));
    }

    private static Map<String, String> fields(String segment) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(segment);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    /** As the table of causes spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
