package org.tcpspec.steps.words.plan;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.words.Needs;
import org.tcpspec.steps.words.Place;
import org.tcpspec.steps.words.TimeSpan;
import org.tcpspec.steps.words.UserCall;

/** Adds up what the steps of one scenario need and how long they wait. */
final class Demands {

    private final Ixit ixit;
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    private final Set<String> settings = new LinkedHashSet<>();
    private final Set<State> states = EnumSet.noneOf(State.class);
    private Optional<State> begun = Optional.empty();
    private Duration waits = Duration.ZERO;
    private boolean closed;

    Demands(Ixit ixit) {
        this.ixit = ixit;
    }

    Set<Capability> capabilities() {
        return capabilities;
    }

    Set<String> settings() {
        return settings;
    }

    Set<State> states() {
        return states;
    }

    Duration waits() {
        return waits;
    }

    void add(Phrasebook.Match match) {
        closed |= match.entry().needs().filter(Needs::path).isPresent()
                && match.arguments().stream().anyMatch(a -> a instanceof State s && Undriven.isClosing(s));
        if (closed ? !Undriven.bearsClosed(match) : !Undriven.bears(match)) {
            capabilities.add(Capability.DRIVEN_USER);
        }
        Optional<Needs> needs = match.entry().needs();
        for (Object argument : match.arguments()) {
            if (argument instanceof State state) {
                states.add(state);
                needs.filter(Needs::path).ifPresent(n -> path(state, n.active()));
            } else if (argument instanceof TimeSpan time
                    && needs.filter(Needs::setting).isEmpty()) {
                waits = waits.plus(time.in(ixit));
            } else if (argument instanceof UserCall call) {
                call(call);
            } else if (argument == Place.NET_BROADCAST) {
                capabilities.add(Capability.SECOND_ADDRESS);
            }
        }
        if (needs.filter(Needs::setting).isPresent()) {
            settings.add((String) match.arguments().get(0));
        }
        needs.ifPresent(n -> {
            capabilities.addAll(Set.of(n.value()));
            waits = waits.plus(ixit.rtoInitial().multipliedBy(n.rtos()));
        });
    }

    /** What it takes to bring a connection into {@code state}. */
    private void path(State state, boolean active) {
        begun = Optional.of(state);
        if (state == State.CLOSED) {
            return;
        }
        if (active || state == State.SYN_SENT) {
            capabilities.add(Capability.ACTIVE_OPEN);
            capabilities.add(Capability.CHOOSE_LOCAL_PORT);
        } else {
            capabilities.add(Capability.PASSIVE_OPEN);
        }
        switch (state) {
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, TIME_WAIT, LAST_ACK -> capabilities.add(Capability.CLOSE);
            default -> {}
        }
    }

    private void call(UserCall call) {
        capabilities.addAll(call.needs());
        boolean turnsActive = call == UserCall.ACTIVE_OPEN || call == UserCall.SEND;
        if (turnsActive && begun.filter(State.LISTEN::equals).isPresent()) {
            capabilities.add(Capability.OPEN_FROM_LISTEN);
        }
        if (call == UserCall.ACTIVE_OPEN) {
            capabilities.add(Capability.CHOOSE_LOCAL_PORT);
        }
        if (begun.filter(State.SYN_RECEIVED::equals).isPresent() && call.needsHandle()) {
            // Before a passive open completes its user has no handle; only an active one can be called upon.
            path(State.SYN_RECEIVED, true);
        }
    }
}
