package org.tcpspec.reports.coverage;

import java.util.Optional;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Row;

/** Which rows of the transition table the user of an IUT cannot bring about, however the scenarios are written. */
final class Reach {
    private Reach() {}

    /** Why {@code row} is out of reach of the user that {@code statement} describes; empty if it is not. */
    static Optional<String> against(Row row, Statement statement) {
        return byInterface(row).or(() -> byCapability(row, statement));
    }

    /** What no user of this kit can say, as no call of {@link org.tcpspec.spi.iut.User} says it. */
    private static Optional<String> byInterface(Row row) {
        boolean listening = row.state() == State.LISTEN;
        if (listening && row.event() == EventKind.RECEIVE) {
            return Optional.of("There is no RECEIVE on a listener: on a sockets API it is accept().");
        }
        if (listening && row.event() == EventKind.ABORT) {
            return Optional.of("A listener can be closed only: ABORT and CLOSE of it are one call.");
        }
        if (listening && row.event() == EventKind.USER_TIMEOUT) {
            return Optional.of("A listener has no user timeout.");
        }
        boolean names = row.event() == EventKind.OPEN_PASSIVE
                && (row.guard().equals("same connection") || row.guard().startsWith("remote address given"));
        return names
                ? Optional.of("A passive OPEN cannot name a remote socket, so it never names a connection.")
                : Optional.empty();
    }

    private static Optional<String> byCapability(Row row, Statement statement) {
        return need(row).filter(c -> !statement.can(c)).map(c -> "The IUT does not offer " + c + ".");
    }

    private static Optional<Capability> need(Row row) {
        if (row.state() == State.LISTEN && (row.event() == EventKind.OPEN_ACTIVE || row.event() == EventKind.SEND)) {
            return Optional.of(Capability.OPEN_FROM_LISTEN);
        }
        return switch (row.event()) {
            case OPEN_ACTIVE ->
                Optional.of(
                        row.guard().equals("same connection") ? Capability.CHOOSE_LOCAL_PORT : Capability.ACTIVE_OPEN);
            case OPEN_PASSIVE -> Optional.of(Capability.PASSIVE_OPEN);
            case SEND -> Optional.of(Capability.SEND);
            case RECEIVE -> Optional.of(Capability.RECEIVE_ON_DEMAND);
            case CLOSE -> Optional.of(Capability.CLOSE);
            case ABORT -> Optional.of(Capability.ABORT);
            case STATUS -> Optional.of(Capability.STATUS);
            case USER_TIMEOUT -> Optional.of(Capability.USER_TIMEOUT);
            default -> row.state() == State.SYN_SENT ? Optional.of(Capability.ACTIVE_OPEN) : Optional.empty();
        };
    }
}
