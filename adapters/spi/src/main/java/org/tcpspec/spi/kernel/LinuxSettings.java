package org.tcpspec.spi.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings (sysctls) of a Linux kernel under test. */
public final class LinuxSettings {

    /**
     * What is changed in every namespace before it is tested, by the kernel's own names, and why it must:
     *
     * <ul>
     *   <li>{@code tcp_invalid_ratelimit}: a second challenge or duplicate ACK within 500 ms would stay out.
     *   <li>{@code tcp_syncookies}: with them a full backlog is answered from no state at all.
     *   <li>{@code tcp_no_metrics_save}: a connection would inherit RTT and thresholds from the one before it.
     *   <li>{@code tcp_congestion_control}: what the machine has chosen (BBR paces its text, say) would be judged by RFC
     *       5681. Reno is that RFC's algorithm, and the only one that any namespace may choose.
     * </ul>
     */
    public static final Map<String, String> CHANGED = changed();

    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s)");

    /** Its value counts milliseconds; other times count seconds. */
    private static final String IN_MILLISECONDS = "net.ipv4.tcp_tw_reuse_delay";

    private LinuxSettings() {}

    private static Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("net.ipv4.tcp_invalid_ratelimit", "0");
        changed.put("net.ipv4.tcp_syncookies", "0");
        changed.put("net.ipv4.tcp_no_metrics_save", "1");
        changed.put("net.ipv4.tcp_congestion_control", "reno");
        return Collections.unmodifiableMap(changed);
    }

    /**
     * The value of a setting as the kernel reads it: {@code on}, {@code off} and {@code loopback-only} are the numbers of {@code tcp_tw_reuse}; a range is two numbers;
     * a time a number of the setting's unit. What is none of them is taken as it is.
     *
     * @param name the stack's own name of the setting
     */
    public static String value(String name, String value) {
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
