package org.tcpspec.model;

/** Mistakes in the pace of the timestamp clock. */
class TimestampClockFaults extends TimestampClock {

    /** With these ticks 2^32 of them are over in less than two minutes. */
    private static final long HASTY = 20;

    private static final long SLUGGISH = 4_000_000_000L;

    private final Seeds seeds;

    TimestampClockFaults(long seed, Seeds seeds) {
        super(seed);
        this.seeds = seeds;
    }

    @Override
    int ticks(long now) {
        if (seeds.bites("GAP-CLOCK-MAX")) {
            return (int) (now / HASTY);
        }
        return seeds.bites("SHD-CLOCK-RANGE") ? (int) (now / SLUGGISH) : super.ticks(now);
    }

    @Override
    long nanos(int ticks) {
        if (seeds.bites("GAP-CLOCK-MAX")) {
            return ticks * HASTY;
        }
        return seeds.bites("SHD-CLOCK-RANGE") ? ticks * SLUGGISH : super.nanos(ticks);
    }
}
