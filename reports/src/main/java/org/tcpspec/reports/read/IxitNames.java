package org.tcpspec.reports.read;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Ixit;

/** The durations of an IXIT by their names in a description. */
public final class IxitNames {
    /** In the order of a description. */
    public static final List<String> DURATIONS = List.of(
            "msl", "rtoInitial", "rtoMin", "rtoMax", "delayedAck", "r2", "synR2", "reaction", "ackThrottle", "tick");

    private IxitNames() {}

    /** The duration of that name; empty if there is none. */
    public static Optional<Duration> duration(Ixit ixit, String name) {
        return switch (name) {
            case "msl" -> Optional.of(ixit.msl());
            case "rtoInitial" -> Optional.of(ixit.rtoInitial());
            case "rtoMin" -> Optional.of(ixit.rtoMin());
            case "rtoMax" -> Optional.of(ixit.rtoMax());
            case "delayedAck" -> Optional.of(ixit.delayedAck());
            case "r2" -> Optional.of(ixit.r2());
            case "synR2" -> Optional.of(ixit.synR2());
            case "reaction" -> Optional.of(ixit.reaction());
            case "ackThrottle" -> Optional.of(ixit.ackThrottle());
            case "tick" -> Optional.of(ixit.tick());
            default -> Optional.empty();
        };
    }
}
