package org.tcpspec.steps.run;

import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;

/** Decides before the first segment whether a scenario can be played against an IUT. */
public final class Applicability {

    private Applicability() {}

    /** Why {@code scenario} is not applicable in {@code run}; empty if it is. */
    public static Optional<String> reasonAgainst(PlannedScenario scenario, Run run) {
        return reasonAgainst(scenario, run.statement(), run.ip(), run.otherReadings());
    }

    /** The same before there is a run: of what {@code statement} claims, over {@code ip}. */
    public static Optional<String> reasonAgainst(
            PlannedScenario scenario, Statement statement, IpVersion ip, Set<String> otherReadings) {
        Optional<String> capability = scenario.needs().stream()
                .filter(c -> !statement.can(c))
                .sorted()
                .map(c -> "The IUT does not offer " + c + ".")
                .findFirst();
        Optional<String> setting = scenario.settings().stream()
                .filter(s -> !statement.settings().containsKey(s))
                .sorted()
                .map(s -> "The IUT has no setting \"" + s + "\".")
                .findFirst();
        Optional<String> option = scenario.options().stream()
                .filter(o -> statement.support(o) == Support.DENIED)
                .sorted()
                .map(o -> "The IUT's ICS denies " + o + ".")
                .findFirst();
        Optional<String> without = scenario.withoutOptions().stream()
                .filter(o -> statement.support(o) == Support.CLAIMED)
                .map(o -> "The IUT's ICS claims " + o + ".")
                .findFirst();
        Optional<String> reading = reading(scenario, otherReadings);
        Optional<String> version = ip == IpVersion.IPV6 && !statement.can(Capability.IPV6)
                ? Optional.of("The IUT does not offer IPv6.")
                : Optional.empty();
        Optional<String> other = ip == IpVersion.IPV6 && scenario.hasTag(PlannedScenario.IPV4)
                ? Optional.of("Only IPv4 has what this is about.")
                : ip == IpVersion.IPV4 && scenario.hasTag(PlannedScenario.IPV6)
                        ? Optional.of("Only IPv6 has what this is about.")
                        : Optional.empty();
        return capability
                .or(() -> setting)
                .or(() -> option)
                .or(() -> without)
                .or(() -> reading)
                .or(() -> version)
                .or(() -> other);
    }

    /** A scenario rests on the default reading of what its tags name, on the other one, or on either. */
    private static Optional<String> reading(PlannedScenario scenario, Set<String> others) {
        Optional<String> isOther = scenario.interpretations().stream()
                .filter(others::contains)
                .filter(name -> !scenario.otherReadings().contains(name))
                .map(name -> "The run reads " + name + " in the other way.")
                .findFirst();
        Optional<String> isDefault = scenario.otherReadings().stream()
                .filter(name -> !others.contains(name))
                .filter(name -> !scenario.interpretations().contains(name))
                .map(name -> "The run reads " + name + " by its default.")
                .findFirst();
        return isOther.or(() -> isDefault);
    }
}
