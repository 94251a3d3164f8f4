package org.tcpspec.spi.iut;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** The part of {@link IutContract} on the user's calls and signals. */
public interface UserContract extends ContractBase {

    ConnectionId NO_CONNECTION = new ConnectionId(987_654_321);
    ListenerId NO_LISTENER = new ListenerId(987_654_321);

    @Test
    default void passiveOpenIsAcceptedWithItsEnds() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            peer.accepted(OpenOptions.DEFAULT);
        }
    }

    @Test
    default void everyCallIsToldOnceWithItsOutcome() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            User user = bench.user();
            ContractPeer peer = new ContractPeer(bench, 0);
            Outcome opened = user.openPassive(peer.ends.iut(), OpenOptions.DEFAULT);
            Outcome closed = user.closeListener(opened.listener().orElseThrow());
            Outcome refused = user.closeListener(NO_LISTENER);
            List<Observed.Call> calls = new ArrayList<>();
            while (calls.size() < 3 && peer.pump(bench.clock().in(Duration.ofSeconds(10)))) {
                if (peer.record.get(peer.record.size() - 1) instanceof Observed.Call call) {
                    calls.add(call);
                }
            }
            assertThat(calls).extracting(Observed.Call::outcome).containsExactly(opened, closed, refused);
            assertThat(calls).allSatisfy(c -> assertThat(c.before()).isLessThanOrEqualTo(c.nanos()));
            assertThat(bench.next(bench.clock().nanos()))
                    .as("nothing is told twice")
                    .isEmpty();
        }
    }

    @Test
    default void statusFollowsTheHandshake() {
        need(Capability.PASSIVE_OPEN, Capability.STATUS);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            assertThat(peer.status()).isEqualTo(State.CLOSED);
            ListenerId listener = peer.listen(OpenOptions.DEFAULT);
            assertThat(peer.status()).isEqualTo(State.LISTEN);
            peer.syn();
            peer.becomes(State.SYN_RECEIVED);
            peer.send(Flag.ACK);
            peer.signal(SignalKind.ACCEPTED);
            peer.becomes(State.ESTABLISHED);
            assertThat(bench.user().closeListener(listener).isRefused()).isFalse();
            peer.becomes(State.ESTABLISHED);
            peer.send(Flag.RST);
            peer.becomes(State.CLOSED);
        }
    }

    @Test
    default void aClosedListenerListensNoMore() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ListenerId listener = peer.listen(OpenOptions.DEFAULT);
            assertThat(bench.user().closeListener(listener).isRefused()).isFalse();
            peer.send(Flag.SYN);
            peer.segment("the reset of a closed port", s -> s.has(Flag.RST));
        }
    }

    @Test
    default void textGoesBothWays() {
        need(Capability.PASSIVE_OPEN, Capability.SEND);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            Bytes there = Bytes.pattern(1, 0, 333);
            peer.send(there, Flag.ACK, Flag.PSH);
            assertThat(peer.handedOver(333)).isEqualTo(there);
            peer.acknowledged();
            Bytes back = Bytes.pattern(2, 0, 555);
            assertThat(bench.user().send(connection, back).count())
                    .as("octets taken by SEND")
                    .isEqualTo(555);
            assertThat(peer.text(555)).isEqualTo(back);
        }
    }

    @Test
    default void unreadTextWaitsForReceive() {
        need(Capability.PASSIVE_OPEN, Capability.RECEIVE_ON_DEMAND);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT.notReading());
            assertThat(bench.user().receive(connection, 10).text()).isEqualTo(Bytes.EMPTY);
            peer.send(Bytes.ascii("unread"), Flag.ACK, Flag.PSH);
            peer.acknowledged();
            assertThat(peer.record).as("nobody read").noneMatch(UserContract::isData);
            assertThat(bench.user().receive(connection, 2).text()).isEqualTo(Bytes.ascii("un"));
            assertThat(bench.user().receive(connection, 100).text()).isEqualTo(Bytes.ascii("read"));
            assertThat(bench.user().startReading(connection).isRefused()).isFalse();
            peer.send(Bytes.ascii("more"), Flag.ACK, Flag.PSH);
            assertThat(peer.handedOver(4)).isEqualTo(Bytes.ascii("more"));
        }
    }

    @Test
    default void closeSendsFinAndLeavesTheHandleReadable() {
        need(Capability.PASSIVE_OPEN, Capability.CLOSE);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            assertThat(bench.user().close(connection).isRefused()).isFalse();
            peer.segment("a FIN", s -> s.has(Flag.FIN));
            peer.send(Flag.ACK);
            peer.send(Bytes.ascii("still read"), Flag.ACK, Flag.PSH);
            Observed.Signal data = peer.signal(SignalKind.DATA);
            assertThat(data.connection()).isEqualTo(connection);
            assertThat(data.detail().text()).isEqualTo(Bytes.ascii("still read"));
            if (iut().statement().can(Capability.STATUS)) {
                peer.becomes(State.FIN_WAIT_2);
            }
            peer.send(Flag.FIN, Flag.ACK);
            assertThat(peer.signal(SignalKind.CLOSING).connection()).isEqualTo(connection);
            peer.acknowledged();
        }
    }

    @Test
    default void closeBothWaysSendsFinAndTakesTheHandle() {
        need(Capability.PASSIVE_OPEN, Capability.CLOSE_BOTH_WAYS);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            assertThat(bench.user().closeBothWays(connection).isRefused()).isFalse();
            peer.segment("a FIN", s -> s.has(Flag.FIN));
            peer.send(Flag.FIN, Flag.ACK);
            peer.acknowledged();
            assertThat(bench.user().closeBothWays(connection).refusal()).contains(Refusal.DOES_NOT_EXIST);
            assertThat(peer.record)
                    .as("no signal for a handle that is gone")
                    .noneMatch(o -> o instanceof Observed.Signal s && s.kind() == SignalKind.CLOSING);
            if (iut().statement().can(Capability.STATUS)) {
                peer.becomes(State.TIME_WAIT);
            }
        }
    }

    @Test
    default void abortSendsResetAndTakesTheHandle() {
        need(Capability.PASSIVE_OPEN, Capability.ABORT);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            assertThat(bench.user().abort(connection).isRefused()).isFalse();
            Segment reset = peer.segment("a reset", s -> s.has(Flag.RST));
            assertThat(reset.seq()).isEqualTo(peer.rcvNxt());
            assertThat(bench.user().abort(connection).refusal()).contains(Refusal.DOES_NOT_EXIST);
        }
    }

    @Test
    default void aFinOfThePeerIsTold() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            peer.send(Bytes.ascii("last words"), Flag.FIN, Flag.ACK);
            assertThat(peer.handedOver(10)).isEqualTo(Bytes.ascii("last words"));
            assertThat(peer.signal(SignalKind.CLOSING).connection()).isEqualTo(connection);
        }
    }

    @Test
    default void aResetOfThePeerIsTold() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            peer.send(Flag.RST);
            assertThat(peer.signal(SignalKind.RESET).connection()).isEqualTo(connection);
        }
    }

    @Test
    default void activeOpenFromAChosenPort() {
        need(Capability.ACTIVE_OPEN, Capability.CHOOSE_LOCAL_PORT);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 1);
            ConnectionId connection = peer.openActive();
            peer.answerSyn();
            Observed.Signal opened = peer.signal(SignalKind.OPENED);
            assertThat(opened.connection()).isEqualTo(connection);
            assertThat(opened.detail().connection()).contains(peer.ends);
        }
    }

    @Test
    default void activeOpenWhereTheIutChoosesThePort() {
        need(Capability.ACTIVE_OPEN);
        try (Bench bench = bench()) {
            Endpoint remote = new Endpoint(bench.peer().address(), 4000);
            Outcome outcome = bench.user().openActive(new Endpoint(bench.iutAddress(), 0), remote, OpenOptions.DEFAULT);
            assertThat(outcome.connection()).isPresent();
            Segment syn = new ContractPeer(bench, 0).anySegment("a SYN from any port");
            assertThat(syn.flags().control()).isEqualTo(Flags.of(Flag.SYN));
            assertThat(syn.source().port()).isNotZero();
            assertThat(syn.destination()).isEqualTo(remote);
        }
    }

    @Test
    default void aRefusedActiveOpenIsTold() {
        need(Capability.ACTIVE_OPEN, Capability.CHOOSE_LOCAL_PORT);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 1);
            ConnectionId connection = peer.openActive();
            peer.segment("a SYN", s -> s.flags().control().equals(Flags.of(Flag.SYN)));
            peer.send(Flag.RST, Flag.ACK);
            assertThat(peer.signal(SignalKind.REFUSED, SignalKind.RESET).connection())
                    .isEqualTo(connection);
            if (iut().statement().can(Capability.STATUS)) {
                peer.becomes(State.CLOSED);
            }
        }
    }

    @Test
    default void handlesThatNobodyGaveOutAreRefused() {
        try (Bench bench = bench()) {
            calls(bench).forEach((capability, call) -> {
                boolean byHandle = capability != Capability.PASSIVE_OPEN
                        && capability != Capability.ACTIVE_OPEN
                        && capability != Capability.STATUS;
                if (byHandle && iut().statement().can(capability)) {
                    assertThat(call.get().refusal()).as("%s", capability).contains(Refusal.DOES_NOT_EXIST);
                }
            });
            if (iut().statement().can(Capability.PASSIVE_OPEN)) {
                assertThat(bench.user().closeListener(NO_LISTENER).refusal()).contains(Refusal.DOES_NOT_EXIST);
            }
        }
    }

    @Test
    default void whatIsNotOfferedIsRefusedAsSuch() {
        try (Bench bench = bench()) {
            calls(bench).forEach((capability, call) -> {
                if (!iut().statement().can(capability)) {
                    assertThat(call.get().refusal()).as("%s", capability).contains(Refusal.NOT_OFFERED);
                }
            });
        }
    }

    /** A call for each capability that is one, on handles that do not exist. */
    private static Map<Capability, Supplier<Outcome>> calls(Bench bench) {
        User user = bench.user();
        ContractPeer peer = new ContractPeer(bench, 0);
        Endpoint remote = peer.ends.peer();
        Map<Capability, Supplier<Outcome>> calls = new EnumMap<>(Capability.class);
        calls.put(Capability.PASSIVE_OPEN, () -> user.openPassive(peer.ends.iut(), OpenOptions.DEFAULT));
        calls.put(Capability.ACTIVE_OPEN, () -> user.openActive(peer.ends.iut(), remote, OpenOptions.DEFAULT));
        calls.put(Capability.CLOSE, () -> user.close(NO_CONNECTION));
        calls.put(Capability.CLOSE_BOTH_WAYS, () -> user.closeBothWays(NO_CONNECTION));
        calls.put(Capability.ABORT, () -> user.abort(NO_CONNECTION));
        calls.put(Capability.SEND, () -> user.send(NO_CONNECTION, Bytes.ascii("x")));
        calls.put(Capability.RECEIVE_ON_DEMAND, () -> user.receive(NO_CONNECTION, 1));
        calls.put(Capability.STATUS, () -> user.status(peer.ends));
        calls.put(Capability.OPEN_FROM_LISTEN, () -> user.openFromListen(NO_LISTENER, remote, OpenOptions.DEFAULT));
        calls.put(Capability.USER_TIMEOUT, () -> user.userTimeout(NO_CONNECTION, 1000));
        return calls;
    }

    private static boolean isData(Observed observed) {
        return observed instanceof Observed.Signal s && s.kind() == SignalKind.DATA;
    }
}
