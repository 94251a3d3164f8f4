package org.tcpspec.model;

import java.time.Duration;

/** Mistakes in computing RTO. */
class RtoFaults extends RetransmissionTimer {

    private static final long FLOOR = Duration.ofMillis(20).toNanos();

    private final Seeds seeds;
    private final long initial;
    private boolean measured;
    private boolean backedOff;
    private long least;

    RtoFaults(Profile profile, Seeds seeds) {
        super(profile);
        this.seeds = seeds;
        this.initial = profile.rtoInitial().toNanos();
    }

    @Override
    long rto() {
        if (!measured && seeds.bites("RTX-02")) {
            return super.rto() * 3 / 10;
        }
        return Math.max(least, super.rto());
    }

    @Override
    void sample(long r, int expectedSamples) {
        measured = true;
        long before = super.rto();
        boolean learns = 3 * r > initial;
        if (seeds.bites("RTX-20", learns)) {
            return;
        }
        super.sample(r, expectedSamples);
        if (seeds.bites("RTX-07", backedOff && super.rto() < before)) {
            least = before;
        }
        backedOff = false;
    }

    @Override
    void backOff() {
        if (seeds.bites("RTX-01") || seeds.bites("RTX-X4", backedOff)) {
            return;
        }
        super.backOff();
        backedOff = true;
    }

    @Override
    int k() {
        if (seeds.bites("RTX-12")) {
            return 16;
        }
        return seeds.bites("RTX-X5") ? 1 : super.k();
    }

    @Override
    long roundedUp(long value) {
        long right = super.roundedUp(value);
        return seeds.bites("RTX-19", value < right) ? Math.max(value, FLOOR) : right;
    }

    @Override
    void established() {
        if (!seeds.bites("RTX-X6", synTimedOut)) {
            super.established();
        }
    }
}
