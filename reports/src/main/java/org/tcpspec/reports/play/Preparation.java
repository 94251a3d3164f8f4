package org.tcpspec.reports.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tcpspec.reports.gate.Baseline;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Interpretations;
import org.tcpspec.reports.read.StatementReader;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Seeding;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Problem;

/**
 * All that is settled before the IUT is touched. Whatever is wrong with the input is found here.
 *
 * @param statement what is claimed in this run: without STATUS or deviations if the options say so
 * @param features the files that {@code plan} was made of
 * @param orphans scenarios that the deviations name and that the bundled features do not have
 */
public record Preparation(
        RunOptions options,
        IutProvider provider,
        Statement statement,
        Catalogue catalogue,
        Plan plan,
        Selection selection,
        List<FeatureFile> features,
        List<String> orphans) {

    /** What a scenario takes in virtual time, or besides its waits, if nobody knows better: 5 ms. */
    private static final long TYPICAL = 5_000_000L;

    public Preparation {
        features = List.copyOf(features);
        orphans = List.copyOf(orphans);
    }

    /**
     * Reads and checks everything, and draws what the options leave to the seed.
     *
     * @throws BrokenInputException if anything cannot be used as it is
     */
    public static Preparation of(RunOptions given, Planning planning) throws IOException {
        return of(given, planning, Iuts.named(given.iut(), given.allowPublicTarget()));
    }

    /**
     * The same for an IUT that is at hand.
     *
     * @throws BrokenInputException if anything cannot be used as it is
     */
    public static Preparation of(RunOptions given, Planning planning, IutProvider provider) throws IOException {
        Catalogue catalogue = Catalogue.bundled();
        RunOptions options = SeededFaults.chosen(given, provider);
        Statement statement = claimed(options, provider, catalogue);
        if (given.drawn()) {
            Draw draw = Draw.of(
                    given.seed(),
                    provider.choosableOptions(),
                    Interpretations.bundled().all().keySet());
            options = options.but()
                    .ip(draw.ip())
                    .otherReadings(draw.otherReadings())
                    .build();
            statement = draw.applied(statement);
        }
        List<FeatureFile> features = options.features().isPresent()
                ? FeatureFiles.in(options.features().get())
                : FeatureFiles.bundled();
        Plan plan = planning.plan(features, statement, catalogue.requirements());
        if (!plan.problems().isEmpty()) {
            throw new BrokenInputException(
                    plan.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        Selection selection =
                Selection.of(plan.scenarios(), options, statement.ixit().msl(), !provider.virtualTime());
        List<String> orphans = options.features().isPresent() ? List.of() : orphans(statement, plan);
        return new Preparation(
                options, provider, of(options.ip(), statement), catalogue, plan, selection, features, orphans);
    }

    /** With these on the list of deviations, too, unless the options say that none excuses a fail. */
    public Preparation with(List<Deviation> waivers) {
        if (waivers.isEmpty() || options.noDeviations()) {
            return this;
        }
        List<Deviation> all = Stream.concat(statement.deviations().stream(), waivers.stream())
                .distinct()
                .toList();
        Statement longer = of(options.ip(), statement.withDeviations(all));
        List<String> unknown = options.features().isPresent() ? List.of() : orphans(longer, plan);
        return new Preparation(options, provider, longer, catalogue, plan, selection, features, unknown);
    }

    /** Of what was chosen the part that {@code shard} plays, by {@code durations} where they are known. */
    public Preparation with(Shard shard, Optional<Baseline> durations) {
        List<PlannedScenario> mine = shard.of(
                chosen(),
                scenario -> durations
                        .flatMap(d -> d.nanos(scenario))
                        .orElse(TYPICAL
                                + (provider.virtualTime() ? 0 : scenario.waits().toNanos())));
        Selection part = new Selection(mine, selection.verySlow());
        return new Preparation(options, provider, statement, catalogue, plan, part, features, orphans);
    }

    /** Without the deviations that only the other version of IP has. */
    private static Statement of(IpVersion ip, Statement statement) {
        return statement.withDeviations(statement.deviations().stream()
                .filter(d -> d.ip().map(ip::equals).orElse(true))
                .toList());
    }

    private static Statement claimed(RunOptions options, IutProvider provider, Catalogue catalogue) {
        StatementReader reader = new StatementReader(catalogue.options());
        Statement shipped = reader.read(provider.statement(), provider.deviations(), provider.unlistedCapabilities());
        Statement own = options.library()
                .map(file -> ofLibrary(options.iut(), provider, file, shipped))
                .orElse(shipped);
        Statement read = options.ics()
                .map(name -> reader.withProfile(own, Ics.named(name)))
                .orElse(own);
        if (options.ip() == IpVersion.IPV6 && !read.can(Capability.IPV6)) {
            throw new BrokenInputException("--ip 6: the IUT '" + options.iut() + "' does not claim IPV6.");
        }
        Statement statement = options.statusWithheld() ? read.without(Capability.STATUS) : read;
        return options.noDeviations() ? statement.withDeviations(List.of()) : statement;
    }

    private static Statement ofLibrary(String iut, IutProvider provider, Path file, Statement shipped) {
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException("--lib " + file + ": there is no such file.");
        }
        try {
            return provider.claimsOf(file, shipped)
                    .orElseThrow(() -> new BrokenInputException("--lib: the IUT '" + iut + "' takes no library."));
        } catch (LabException e) {
            throw new BrokenInputException("--lib " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> orphans(Statement statement, Plan plan) {
        Set<String> known = plan.scenarios().stream()
                .flatMap(s -> Stream.concat(Stream.of(s.id()), s.formerId().stream()))
                .collect(Collectors.toSet());
        return statement.deviations().stream()
                .map(Deviation::scenario)
                .filter(id -> !id.isEmpty())
                .filter(id -> !known.contains(id))
                .distinct()
                .toList();
    }

    /**
     * What holds once the IUT is open: it may know its name better and offer less than its file claims, never more.
     */
    public Statement inForce(Iut iut) {
        Statement open = iut.statement();
        Set<Capability> both =
                open.capabilities().stream().filter(statement::can).collect(Collectors.toSet());
        return new Statement(
                open.name(),
                both,
                open.options(),
                open.ixit(),
                open.settings(),
                statement.deviations(),
                statement.unreachable());
    }

    /** How the IUT is opened for this run. */
    public IutRequest request() {
        IutRequest request = new IutRequest(statement, options.ip(), options.seed(), options.otherReadings());
        IutRequest built = options.library().map(request::with).orElse(request);
        return options.fault().map(id -> built.with(Seeding.of(id))).orElse(built);
    }

    /** What the journal of this run begins with. */
    public RunInfo info(String version, Iut iut, Instant started) {
        return new RunInfo(
                version,
                options.iut(),
                inForce(iut),
                iut.environment(),
                options.ip(),
                options.seed(),
                started,
                provider.virtualTime(),
                options.strict(),
                options.inWords(),
                plan.scenarios().size(),
                chosen().size(),
                selection.verySlow(),
                orphans);
    }

    public List<PlannedScenario> chosen() {
        return selection.chosen();
    }
}
