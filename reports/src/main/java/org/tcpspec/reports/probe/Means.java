package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.play.Scene;

/**
 * What a question is asked with.
 *
 * @param claims the description in force; only its bounds on the kit itself and the grain of its timers are believed
 * @param horizon how long one series may be watched
 */
record Means(Iut iut, Statement claims, IpVersion ip, long seed, Duration horizon, boolean virtualTime) {
    private static final Duration LEAST_REACTION = Duration.ofMillis(250);
    private static final Duration MOST_TICK = Duration.ofMillis(500);
    private static final Duration LEAST_SLACK = Duration.ofMillis(5);

    /** A fresh conversation, to be closed. */
    Talk talk(String name) {
        long own = seed ^ (long) name.hashCode() << 17;
        Statement neutral = neutral();
        return new Talk(
                new Scene(iut.bench(new BenchRequest("probe/" + name, ip, own, Map.of())), neutral, own),
                ip,
                reaction());
    }

    /** How long an answer that is not delayed may take. */
    private Duration reaction() {
        Duration claimed = claims.ixit().reaction();
        return claimed.compareTo(LEAST_REACTION) > 0 ? claimed : LEAST_REACTION;
    }

    /** By how much a time may differ for the grain of the stack's timers. */
    Duration slack() {
        Duration tick = claims.ixit().tick();
        Duration grain = (tick.compareTo(MOST_TICK) > 0 ? MOST_TICK : tick).multipliedBy(2);
        return grain.compareTo(LEAST_SLACK) > 0 ? grain : LEAST_SLACK;
    }

    /** Claims nothing, so that no claim decides what is taken for an answer. */
    private Statement neutral() {
        Ixit lenient = new Ixit(
                Ixit.DEFAULT.msl(),
                Ixit.DEFAULT.rtoInitial(),
                Duration.ofMillis(1),
                Duration.ofMinutes(10),
                Ixit.DEFAULT.delayedAck(),
                Ixit.DEFAULT.r2(),
                Ixit.DEFAULT.synR2(),
                reaction(),
                Duration.ZERO,
                claims.ixit().tick(),
                claims.ixit().connections(),
                claims.ixit().parallel(),
                Map.of());
        return new Statement(claims.name(), claims.capabilities(), Map.of(), lenient, Map.of(), List.of());
    }
}
