package org.tcpspec.model;

import java.time.Duration;

/** RTO of one connection, computed as RFC 6298 says. Times are nanoseconds. */
class RetransmissionTimer {

    private static final long RTO_AFTER_SYN_TIMEOUT = Duration.ofSeconds(3).toNanos();

    private final Profile profile;
    private long rto;
    long srtt;
    long rttvar;
    private boolean sampled;
    boolean synTimedOut;

    RetransmissionTimer(Profile profile) {
        this.profile = profile;
        this.rto = profile.rtoInitial().toNanos();
    }

    long rto() {
        return rto;
    }

    /**
     * A round trip took {@code r}: sections 2.2 to 2.5.
     *
     * @param expectedSamples how many samples one round trip brings; each weighs as much less (RFC 7323 appendix G)
     */
    void sample(long r, int expectedSamples) {
        if (sampled) {
            smooth(r, expectedSamples);
        } else {
            srtt = r;
            rttvar = r / 2;
            sampled = true;
        }
        long g = profile.tick().toNanos();
        rto = bounded(srtt + Math.max(g, k() * rttvar));
    }

    /** How many times the variation counts: K of section 2. */
    int k() {
        return 4;
    }

    /** Section 2.3: RTTVAR goes before SRTT, with beta of 1/4 and alpha of 1/8. */
    void smooth(long r, int expectedSamples) {
        rttvar += (Math.abs(srtt - r) - rttvar) / (4L * expectedSamples);
        srtt += (r - srtt) / (8L * expectedSamples);
    }

    private long bounded(long value) {
        return Math.min(roundedUp(value), profile.rtoMax().toNanos());
    }

    /** Section 2.4. */
    long roundedUp(long value) {
        return Math.max(value, profile.rtoMin().toNanos());
    }

    /** Section 5.5. */
    void backOff() {
        rto = bounded(2 * rto);
    }

    void synTimedOut() {
        synTimedOut = true;
    }

    /** Data transmission begins: section 5.7. */
    void established() {
        if (synTimedOut && profile.rtoInitial().toNanos() < RTO_AFTER_SYN_TIMEOUT) {
            rto = RTO_AFTER_SYN_TIMEOUT;
        }
    }
}
