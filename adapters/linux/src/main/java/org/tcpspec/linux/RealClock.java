package org.tcpspec.linux;

import java.time.Instant;
import org.tcpspec.spi.iut.Clock;

/** CLOCK_REALTIME: what the capture and the agent stamp with. */
final class RealClock implements Clock {

    static final RealClock INSTANCE = new RealClock();

    private RealClock() {}

    @Override
    public long nanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isVirtual() {
        return false;
    }
}
