package org.tcpspec.spi.iut;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an IUT claims of itself: ICS (what it chose to implement), IXIT (the facts needed to test it), what its user's
 * half can do, and its listed deviations. A plain value; reading it from a file is not the adapter's business.
 *
 * @param name the stack and its version, for people
 * @param capabilities what the IUT and the way it is driven can do
 * @param options by the names of the catalogue's column {@code if}, such as {@code rfc5961-rst}; one that is missing
 *     is {@link Support#SILENT}
 * @param settings the speaking names of settings that reach beyond one connection, each with the stack's own name for
 *     it, such as {@code ignore RST in TIME-WAIT} and {@code net.ipv4.tcp_rfc1337}
 * @param unreachable rows of the transition table that no user of this IUT can bring about, each with the reason
 */
public record Statement(
        String name,
        Set<Capability> capabilities,
        Map<String, Support> options,
        Ixit ixit,
        Map<String, String> settings,
        List<Deviation> deviations,
        Map<String, String> unreachable) {

    public Statement {
        // in a fixed order, so that two runs tell them alike
        EnumSet<Capability> ordered = EnumSet.noneOf(Capability.class);
        ordered.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(ordered);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        deviations = List.copyOf(deviations);
        unreachable = Collections.unmodifiableMap(new LinkedHashMap<>(unreachable));
    }

    /** Of an IUT whose user can bring everything about that its capabilities allow. */
    public Statement(
            String name,
            Set<Capability> capabilities,
            Map<String, Support> options,
            Ixit ixit,
            Map<String, String> settings,
            List<Deviation> deviations) {
        this(name, capabilities, options, ixit, settings, deviations, Map.of());
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    public Support support(String option) {
        return options.getOrDefault(option, Support.SILENT);
    }

    /** With other options. */
    public Statement with(Map<String, Support> others) {
        return new Statement(name, capabilities, others, ixit, settings, deviations, unreachable);
    }

    /** With other deviations. */
    public Statement withDeviations(List<Deviation> others) {
        return new Statement(name, capabilities, options, ixit, settings, others, unreachable);
    }

    /** With the deviations that have not expired on {@code day}. */
    public Statement on(LocalDate day) {
        return withDeviations(deviations.stream().filter(d -> !d.isExpired(day)).toList());
    }

    public Statement without(Capability capability) {
        Set<Capability> rest = new HashSet<>(capabilities);
        rest.remove(capability);
        return new Statement(name, rest, options, ixit, settings, deviations, unreachable);
    }
}
