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
        return need(row)
                .filter(c -> !statement.can(c))
                .map(c -> "The IUT does not offer " + c + ".")
                .or(() -> Optional.ofNullable(statement.unreachable().get(row.id())));
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
