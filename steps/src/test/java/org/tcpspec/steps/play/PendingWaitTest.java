package org.tcpspec.steps.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Ixit;

class PendingWaitTest {

    /** MSL is two minutes, a tick is 10 ms. */
    private static final Ixit IXIT = Ixit.DEFAULT;

    private static final long FROM = 7;

    private static Duration gone(Duration time) {
        return Duration.ofNanos(new PendingWait(FROM, time).gone(IXIT) - FROM);
    }

    @Test
    void whatShouldLastIsLookedAtOneTickBeforeTheEnd() {
        PendingWait wait = new PendingWait(FROM, Duration.ofMinutes(4));
        assertThat(wait.stillThere(IXIT))
                .isEqualTo(FROM + Duration.ofMinutes(4).minusMillis(10).toNanos());
    }

    @Test
    void whatShouldEndIsLookedAtFivePercentAfterTheEnd() {
        assertThat(gone(Duration.ofMinutes(4))).isEqualTo(Duration.ofSeconds(252));
        assertThat(gone(Duration.ofMinutes(40))).isEqualTo(Duration.ofMinutes(42));
    }

    @Test
    void theRestOfTwoMslHasTheMarginOfTwoMsl() {
        assertThat(gone(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(132));
    }

    @Test
    void aShortTimeHasAtLeastTwoTicks() {
        assertThat(gone(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(120));
    }
}
