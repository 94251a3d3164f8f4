package org.tcpspec.reports.play;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What a seed draws where a run leaves it open: the version of IP, the options of an IUT that can have or not have
 * them, and how the open points of the RFCs are read.
 *
 * @param options by name
 * @param otherReadings the interpretations that are read in the other way
 */
record Draw(IpVersion ip, Map<String, Support> options, Set<String> otherReadings) {
    private static final String PART_OF_5961 = "rfc5961-";

    /** One in so many interpretations is read in the other way. */
    private static final int OTHERWISE = 4;

    /**
     * Draws from {@code seed}.
     *
     * @param choosable the options that the IUT can have or not have
     */
    static Draw of(long seed, Collection<String> choosable, Collection<String> interpretations) {
        SplittableRandom random = new SplittableRandom(seed);
        IpVersion ip = random.nextBoolean() ? IpVersion.IPV4 : IpVersion.IPV6;
        Map<String, Support> options = new LinkedHashMap<>();
        new TreeSet<>(choosable)
                .forEach(name -> options.put(name, random.nextBoolean() ? Support.CLAIMED : Support.DENIED));
        Set<String> others = new LinkedHashSet<>();
        new TreeSet<>(interpretations)
                .stream().filter(name -> random.nextInt(OTHERWISE) == 0).forEach(others::add);
        return new Draw(ip, named(options), others);
    }

    /** RFC 5961 as a whole is claimed with all of its parts; MAY-12 is another name of its section 5. */
    private static Map<String, Support> named(Map<String, Support> options) {
        boolean all = options.entrySet().stream()
                .filter(e -> e.getKey().startsWith(PART_OF_5961))
                .allMatch(e -> e.getValue() == Support.CLAIMED);
        if (options.containsKey("rfc5961-ack")) {
            options.put("rfc5961", all ? Support.CLAIMED : Support.DENIED);
            options.put("may-12", options.get("rfc5961-ack"));
        }
        return options;
    }

    Statement applied(Statement claims) {
        Map<String, Support> merged = new LinkedHashMap<>(claims.options());
        merged.putAll(options);
        return claims.with(merged);
    }
}
