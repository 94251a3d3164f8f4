package org.tcpspec.spi.iut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;

/** The part of {@link IutContract} on time. */
public interface TimeContract extends ContractBase {

    /** How far a capture's time and a clock's reading may disagree where both are real. */
    long SLACK = Duration.ofMillis(20).toNanos();

    /** What a packet or a call may take of virtual time. */
    long AN_ACT = Duration.ofMillis(1).toNanos();

    /** What "at once" may take on a loaded machine. */
    long AT_ONCE = Duration.ofSeconds(2).toNanos();

    @Test
    default void aDeadlineInThePastAsksOnlyForWhatHasHappened() {
        try (Bench bench = bench()) {
            long before = bench.clock().nanos();
            assertThat(bench.next(before - 1)).isEmpty();
            assertThat(bench.next(before)).isEmpty();
            assertThat(bench.next(0)).isEmpty();
            long spent = bench.clock().nanos() - before;
            assertThat(spent).isBetween(0L, bench.clock().isVirtual() ? 0L : AT_ONCE);
        }
    }

    @Test
    default void anEmptyNextEndsAtItsDeadline() {
        try (Bench bench = bench()) {
            long deadline = bench.clock().in(Duration.ofMillis(50));
            assertThat(bench.next(deadline)).isEmpty();
            assertThat(bench.clock().nanos() - deadline)
                    .as("the clock after an empty next, from its deadline on")
                    .isBetween(0L, bench.clock().isVirtual() ? 0L : AT_ONCE);
        }
    }

    @Test
    default void virtualTimeStandsStillWhenNothingIsWaitedFor() {
        try (Bench bench = bench()) {
            assumeTrue(bench.clock().isVirtual(), "real time");
            long before = bench.clock().nanos();
            ContractPeer peer = new ContractPeer(bench, 0);
            peer.send(Flag.SYN);
            peer.segment("a reset", s -> s.has(Flag.RST));
            assertThat(bench.next(bench.clock().nanos())).isEmpty();
            long after = bench.clock().nanos();
            assertThat(after - before).as("virtual time that an exchange takes").isBetween(0L, AN_ACT);
            assertThat(bench.next(bench.clock().in(Duration.ofHours(3)))).isEmpty();
            assertThat(bench.clock().nanos())
                    .isEqualTo(after + Duration.ofHours(3).toNanos());
        }
    }

    @Test
    default void timesOfPacketsNeverGoBackAndAreNotInTheFuture() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            peer.accepted(OpenOptions.DEFAULT);
            peer.send(Bytes.ascii("hello"), Flag.ACK, Flag.PSH);
            peer.acknowledged();
            long last = Long.MIN_VALUE;
            for (Observed observed : peer.record) {
                assertThat(observed.nanos()).isLessThanOrEqualTo(bench.clock().nanos() + SLACK);
                if (observed instanceof Observed.Frame frame) {
                    assertThat(frame.nanos())
                            .as("time of packet %s", frame.number())
                            .isGreaterThanOrEqualTo(last);
                    last = frame.nanos();
                } else if (observed instanceof Observed.Signal signal) {
                    assertThat(signal.earliest()).isLessThanOrEqualTo(signal.nanos());
                }
            }
        }
    }

    @Test
    default void whatACallOrAPacketDrawsIsNotEarlierThanIt() {
        need(Capability.PASSIVE_OPEN, Capability.SEND);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            long beforeSyn = bench.clock().nanos();
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            assertThat(peer.record.get(0).nanos()).isGreaterThanOrEqualTo(beforeSyn - SLACK);
            long beforeSend = bench.clock().nanos();
            bench.user().send(connection, Bytes.ascii("hello"));
            peer.text(5);
            Observed last = peer.record.get(peer.record.size() - 1);
            assertThat(last.nanos()).isGreaterThanOrEqualTo(beforeSend - SLACK);
        }
    }
}
