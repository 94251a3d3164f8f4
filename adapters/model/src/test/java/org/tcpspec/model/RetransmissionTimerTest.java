package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RFC 6298 section 4: what the wire cannot show of RTO. */
class RetransmissionTimerTest {

    private static final Duration G = Duration.ofMillis(100);
    private static final long ROUND_TRIP = Duration.ofSeconds(2).toNanos();

    private final RetransmissionTimer timer = new RetransmissionTimer(new Profile(
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofMillis(200),
            Duration.ofSeconds(100),
            Duration.ofSeconds(180),
            G,
            Set.of()));

    @Test
    void aVariationThatFadesAwayCountsAsOneTick() {
        for (int i = 0; i < 200; i++) {
            timer.sample(ROUND_TRIP, 1);
        }
        assertThat(timer.rto()).isEqualTo(ROUND_TRIP + G.toNanos());
    }

    @Test
    void aVariationOfLessThanATickCountsAsOne() {
        timer.sample(G.toNanos() / 10, 1);
        assertThat(timer.rto())
                .as("one second at least")
                .isEqualTo(Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < 15; i++) {
            timer.sample(ROUND_TRIP, 1);
        }
        assertThat(timer.rto()).isGreaterThanOrEqualTo(ROUND_TRIP);
    }
}
