package org.tcpspec.model;

/** Mistakes in computing RTO. */
class RetransmissionTimerFaults extends RtoFaults {

    private static final long CAP = 16_000_000_000L;

    private final Seeds seeds;
    private boolean sampled;
    private boolean lostSyn;
    private int samples;

    RetransmissionTimerFaults(Profile profile, Seeds seeds) {
        super(profile, seeds);
        this.seeds = seeds;
    }

    @Override
    void sample(long r, int expectedSamples) {
        boolean another = samples++ > 1;
        if (!seeds.bites("GAP-RTT-UPDATE", sampled) && !seeds.bites("SIB-RTT-TWO", another)) {
            super.sample(r, expectedSamples);
        }
        sampled = true;
    }

    @Override
    void smooth(long r, int expectedSamples) {
        if (seeds.bites("SHD-RTT-ORDER", Math.abs(srtt - r) > 1)) {
            srtt += (r - srtt) / (8L * expectedSamples);
            rttvar += (Math.abs(srtt - r) - rttvar) / (4L * expectedSamples);
        } else if (seeds.bites("SHD-RTT-GAINS", Math.abs(srtt - r) != rttvar)) {
            rttvar += (Math.abs(srtt - r) - rttvar) / 2;
            srtt += (r - srtt) / 2;
        } else {
            super.smooth(r, expectedSamples);
        }
    }

    @Override
    void synTimedOut() {
        lostSyn = true;
        super.synTimedOut();
    }

    @Override
    void established() {
        if (!seeds.bites("GAP-SYN-3S", lostSyn)) {
            super.established();
        }
    }

    @Override
    long rto() {
        return seeds.bites("SIB-RTO-CAP", super.rto() > CAP) ? CAP : super.rto();
    }
}
