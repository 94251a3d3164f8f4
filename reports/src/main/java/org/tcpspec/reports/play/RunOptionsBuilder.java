package org.tcpspec.reports.play;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tcpspec.spi.wire.IpVersion;

/** Names the options of a run one by one; each is described at {@link RunOptions}. */
public final class RunOptionsBuilder {
    private final String iut;
    private Optional<String> tags = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<Path> features = Optional.empty();
    private long seed = 1;
    private OptionalInt parallel = OptionalInt.empty();
    private boolean all;
    private boolean strict;
    private boolean noDeviations;
    private boolean statusWithheld;
    private IpVersion ip = IpVersion.IPV4;
    private Optional<String> ics = Optional.empty();
    private Set<String> otherReadings = Set.of();
    private boolean drawn;
    private Optional<String> fault = Optional.empty();
    private boolean allowPublicTarget;
    private Optional<Path> library = Optional.empty();

    RunOptionsBuilder(String iut) {
        this.iut = iut;
    }

    RunOptionsBuilder(RunOptions from) {
        iut = from.iut();
        tags = from.tags();
        name = from.name();
        features = from.features();
        seed = from.seed();
        parallel = from.parallel();
        all = from.all();
        strict = from.strict();
        noDeviations = from.noDeviations();
        statusWithheld = from.statusWithheld();
        ip = from.ip();
        ics = from.ics();
        otherReadings = from.otherReadings();
        drawn = from.drawn();
        fault = from.fault();
        allowPublicTarget = from.allowPublicTarget();
        library = from.library();
    }

    public RunOptionsBuilder tags(Optional<String> value) {
        tags = value;
        return this;
    }

    public RunOptionsBuilder name(Optional<String> value) {
        name = value;
        return this;
    }

    public RunOptionsBuilder features(Optional<Path> path) {
        features = path;
        return this;
    }

    public RunOptionsBuilder seed(long number) {
        seed = number;
        return this;
    }

    public RunOptionsBuilder parallel(OptionalInt most) {
        parallel = most;
        return this;
    }

    public RunOptionsBuilder all(boolean yes) {
        all = yes;
        return this;
    }

    public RunOptionsBuilder strict(boolean yes) {
        strict = yes;
        return this;
    }

    public RunOptionsBuilder noDeviations(boolean yes) {
        noDeviations = yes;
        return this;
    }

    public RunOptionsBuilder statusWithheld(boolean yes) {
        statusWithheld = yes;
        return this;
    }

    public RunOptionsBuilder ip(IpVersion version) {
        ip = version;
        return this;
    }

    public RunOptionsBuilder ics(Optional<String> value) {
        ics = value;
        return this;
    }

    public RunOptionsBuilder otherReadings(Set<String> names) {
        otherReadings = names;
        return this;
    }

    public RunOptionsBuilder drawn(boolean yes) {
        drawn = yes;
        return this;
    }

    public RunOptionsBuilder fault(Optional<String> value) {
        fault = value;
        return this;
    }

    public RunOptionsBuilder allowPublicTarget(boolean yes) {
        allowPublicTarget = yes;
        return this;
    }

    public RunOptionsBuilder library(Optional<Path> path) {
        library = path;
        return this;
    }

    /** What was named, and the defaults of the rest. */
    public RunOptions build() {
        return new RunOptions(
                iut,
                tags,
                name,
                features,
                seed,
                parallel,
                all,
                strict,
                noDeviations,
                statusWithheld,
                ip,
                ics,
                otherReadings,
                drawn,
                fault,
                allowPublicTarget,
                library);
    }
}
