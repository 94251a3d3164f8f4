package org.tcpspec.linux;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a setting as Linux writes it. */
final class SettingValue {

    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s)");

    /** Its value counts milliseconds; other times count seconds. */
    private static final String IN_MILLISECONDS = "net.ipv4.tcp_tw_reuse_delay";

    private SettingValue() {}

    /**
     * {@code on}, {@code off} and {@code loopback-only} are the numbers of {@code tcp_tw_reuse}; a range is two numbers;
     * a time a number of the setting's unit. What is none of them is taken as it is.
     *
     * @param name the stack's own name of the setting
     */
    static String of(String name, String value) {
        Matcher range = RANGE.matcher(value);
        Matcher time = TIME.matcher(value);
        if (range.matches()) {
            return range.group(1) + " " + range.group(2);
        } else if (time.matches()) {
            long millis = Long.parseLong(time.group(1)) * (time.group(2).equals("s") ? 1000 : 1);
            return Long.toString(name.equals(IN_MILLISECONDS) ? millis : millis / 1000);
        }
        return switch (value) {
            case "off" -> "0";
            case "on" -> "1";
            case "loopback-only" -> "2";
            default -> value;
        };
    }
}
