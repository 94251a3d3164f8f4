package org.tcpspec.spi.iut;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a user asks for when it opens.
 *
 * @param backlog passive OPEN: connections to hold before they are accepted, at least 1
 * @param reading the user keeps a RECEIVE outstanding, so that text and end of stream reach it by themselves; without
 *     it nothing is read until {@link User#receive} is called, and the receive window fills
 * @param nagle Nagle's algorithm (RFC 9293 section 3.7.4) may hold small segments back
 * @param chosen what else the user chooses; what is not among them is as the stack has it
 */
public record OpenOptions(int backlog, boolean reading, boolean nagle, Map<ConnectionOption, Long> chosen) {

    public static final OpenOptions DEFAULT = new OpenOptions(8, true, false, Map.of());

    public OpenOptions {
        // in the order of the enum, so that two runs tell them alike
        EnumMap<ConnectionOption, Long> ordered = new EnumMap<>(ConnectionOption.class);
        ordered.putAll(chosen);
        chosen = Collections.unmodifiableMap(ordered);
    }

    public OpenOptions withBacklog(int backlog) {
        return new OpenOptions(backlog, reading, nagle, chosen);
    }

    public OpenOptions notReading() {
        return new OpenOptions(backlog, false, nagle, chosen);
    }

    public OpenOptions withNagle() {
        return new OpenOptions(backlog, reading, true, chosen);
    }

    public OpenOptions with(ConnectionOption option, long value) {
        Map<ConnectionOption, Long> more = new EnumMap<>(ConnectionOption.class);
        more.putAll(chosen);
        more.put(option, value);
        return new OpenOptions(backlog, reading, nagle, more);
    }
}
