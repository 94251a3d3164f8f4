package org.tcpspec.steps.cover;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/** Which rows of the transition table the ICS selects: column {@code variant}, and guards that name an option. */
public final class Options {

    private static final Map<String, String> BY_GUARD = Map.of(
            "SYN, MAY-2 used, new ISS above all SEQ used before", "may-2",
            "MAY-2 used: new ISS above all SEQ used before", "may-2");

    /** What a setting of the IUT, by its speaking name, switches. */
    private static final Map<String, String> BY_SETTING =
            Map.of("ignore RST in TIME-WAIT", "rfc1337", "reopen TIME-WAIT by timestamps", "rfc6191");

    private Options() {}

    /** The ICS of a scenario that changes settings. */
    public static Statement inForce(Statement statement, Map<String, String> settings) {
        Map<String, Support> options = new HashMap<>(statement.options());
        settings.forEach((name, value) -> Optional.ofNullable(BY_SETTING.get(name))
                .ifPresent(o -> options.put(o, value.equals("on") ? Support.CLAIMED : Support.DENIED)));
        return new Statement(
                statement.name(),
                statement.capabilities(),
                options,
                statement.ixit(),
                statement.settings(),
                statement.deviations());
    }

    /** True if the rows of that ICS are to be judged by {@code row}; where the ICS is silent both kinds are. */
    public static boolean select(Row row, Statement statement) {
        Support support = statement.support(option(row).orElse(""));
        return switch (row.variant()) {
            case "mls" -> false;
            case "rfc5961", "rfc6191", "rfc1337" -> support != Support.DENIED;
            case "rfc793-legacy" -> support != Support.CLAIMED;
            default -> isBaseRow(row, statement);
        };
    }

    private static boolean isBaseRow(Row row, Statement statement) {
        if (row.guard().equals("otherwise") && row.event().isSegment()) {
            return statement.support("rfc5961-ack") != Support.CLAIMED;
        }
        return Optional.ofNullable(BY_GUARD.get(row.guard()))
                .map(o -> statement.support(o) != Support.DENIED)
                .orElse(true);
    }

    /** The option, in the words of the ICS, that {@code row} is about; empty for a row of every stack. */
    public static Optional<String> option(Row row) {
        return switch (row.variant()) {
            case "rfc5961", "rfc793-legacy" -> Optional.of(rfc5961(row.event()));
            case "rfc6191", "rfc1337" -> Optional.of(row.variant());
            default -> Optional.ofNullable(BY_GUARD.get(row.guard()));
        };
    }

    private static String rfc5961(EventKind event) {
        return switch (event) {
            case SEG_SYN, SEG_SYN_ACK -> "rfc5961-syn";
            case SEG_ACK_FUTURE, SEG_ACK_TOO_OLD -> "rfc5961-ack";
            default -> "rfc5961-rst";
        };
    }
}
