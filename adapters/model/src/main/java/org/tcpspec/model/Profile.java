package org.tcpspec.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/**
 * What this TCP chose where the RFCs leave a choice: times from the IXIT, options from the ICS.
 *
 * @param delayedAck how long an ACK may wait for company; zero switches delaying off; kept below 500 ms (MUST-40)
 * @param tick the granularity G of RFC 6298
 * @param options what it implements of what is optional
 * @param settings what the host is set to besides
 */
public record Profile(
        Duration msl,
        Duration rtoInitial,
        Duration rtoMin,
        Duration rtoMax,
        Duration delayedAck,
        Duration r2,
        Duration synR2,
        Duration tick,
        Set<Option> options,
        HostSettings settings) {

    /** The speaking name of the setting that switches {@link Option#RFC1337}. */
    public static final String IGNORE_RST = "ignore RST in TIME-WAIT";

    /** The speaking name of the setting that switches {@link Option#RFC6191}. */
    public static final String REOPEN_BY_TIMESTAMPS = "reopen TIME-WAIT by timestamps";

    /** The settings that switch an option {@code on} or {@code off}, in the order in which they are listed. */
    private static final Map<String, Option> SWITCHES = switches();

    private static final int MTU = 1500;
    private static final int RECEIVE_BUFFER = 65_535;
    private static final int SCALED_RECEIVE_BUFFER = 1 << 18;
    private static final int SEND_BUFFER = 1 << 20;
    private static final Duration MOST_DELAYED = Duration.ofMillis(490);

    public Profile {
        delayedAck = delayedAck.compareTo(MOST_DELAYED) > 0 ? MOST_DELAYED : delayedAck;
        EnumSet<Option> ordered = EnumSet.noneOf(Option.class);
        ordered.addAll(options);
        options = Collections.unmodifiableSet(ordered);
    }

    /** A host with the default settings. */
    public Profile(
            Duration msl,
            Duration rtoInitial,
            Duration rtoMin,
            Duration rtoMax,
            Duration delayedAck,
            Duration r2,
            Duration synR2,
            Duration tick,
            Set<Option> options) {
        this(msl, rtoInitial, rtoMin, rtoMax, delayedAck, r2, synR2, tick, options, HostSettings.DEFAULT);
    }

    private static Map<String, Option> switches() {
        Map<String, Option> settings = new LinkedHashMap<>();
        settings.put(IGNORE_RST, Option.RFC1337);
        settings.put(REOPEN_BY_TIMESTAMPS, Option.RFC6191);
        settings.put("timestamps", Option.TIMESTAMPS);
        return settings;
    }

    /** What {@code statement} claims; an option on which it is silent is off. */
    public static Profile of(Statement statement) {
        Ixit ixit = statement.ixit();
        return new Profile(
                ixit.msl(),
                ixit.rtoInitial(),
                ixit.rtoMin(),
                ixit.rtoMax(),
                ixit.delayedAck(),
                ixit.r2(),
                ixit.synR2(),
                ixit.tick(),
                Arrays.stream(Option.values())
                        .filter(option -> statement.support(option.toString()) == Support.CLAIMED)
                        .collect(Collectors.toSet()));
    }

    /** Whether this TCP implements {@code option}. */
    public boolean has(Option option) {
        return options.contains(option);
    }

    /**
     * With settings changed by their speaking names.
     *
     * @throws LabException for a setting that this TCP does not have, or a value that it does not know
     */
    public Profile with(Map<String, String> settings) {
        Profile changed = this;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            changed = changed.with(setting.getKey(), setting.getValue());
        }
        return changed;
    }

    private Profile with(String name, String value) {
        Option option = SWITCHES.get(name);
        if (option != null) {
            return with(option, onOrOff(name, value));
        }
        if (!HostSettings.NAMES.contains(name)) {
            throw new LabException("the model has no setting \"" + name + "\"; it has \""
                    + String.join("\", \"", SWITCHES.keySet()) + "\", \"" + String.join("\", \"", HostSettings.NAMES)
                    + "\"");
        }
        return new Profile(
                msl, rtoInitial, rtoMin, rtoMax, delayedAck, r2, synR2, tick, options, settings.with(name, value));
    }

    static boolean onOrOff(String setting, String value) {
        if (!value.equals("on") && !value.equals("off")) {
            throw new LabException("\"" + setting + "\" is on or off, not \"" + value + "\"");
        }
        return value.equals("on");
    }

    /** With {@code option} switched. */
    public Profile with(Option option, boolean on) {
        EnumSet<Option> changed = EnumSet.noneOf(Option.class);
        changed.addAll(options);
        if (on) {
            changed.add(option);
        } else {
            changed.remove(option);
        }
        return new Profile(msl, rtoInitial, rtoMin, rtoMax, delayedAck, r2, synR2, tick, changed, settings);
    }

    /** Octets of an IP packet that the link takes. */
    public int mtu() {
        return MTU;
    }

    /** RCV.BUFF in octets: the largest window that needs no scaling. */
    public int receiveBuffer() {
        return RECEIVE_BUFFER;
    }

    /** RCV.BUFF in octets where both sides scale their windows. */
    public int scaledReceiveBuffer() {
        return SCALED_RECEIVE_BUFFER;
    }

    /** How much unsent text a SEND may leave queued, in octets. */
    public int sendBuffer() {
        return SEND_BUFFER;
    }
}
