package org.tcpspec.reports.play;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param orphans scenarios that the deviations name and that the bundled features do not have
 */
public record Preparation(
        RunOptions options,
        IutProvider provider,
        Statement statement,
        Catalogue catalogue,
        Plan plan,
        Selection selection,
        List<String> orphans) {

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
            options = options.with(draw);
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
        return new Preparation(options, provider, of(options.ip(), statement), catalogue, plan, selection, orphans);
    }

    /** Without the deviations that only the other version of IP has. */
    private static Statement of(IpVersion ip, Statement statement) {
        return statement.withDeviations(statement.deviations().stream()
                .filter(d -> d.ip().map(ip::equals).orElse(true))
                .toList());
    }

    private static Statement claimed(RunOptions options, IutProvider provider, Catalogue catalogue) {
        StatementReader reader = new StatementReader(catalogue.options());
        Statement own = reader.read(provider.statement(), provider.deviations(), provider.unlistedCapabilities());
        Statement read = options.ics()
                .map(name -> reader.withProfile(own, Ics.named(name)))
                .orElse(own);
        if (options.ip() == IpVersion.IPV6 && !read.can(Capability.IPV6)) {
            throw new BrokenInputException("--ip 6: the IUT '" + options.iut() + "' does not claim IPV6.");
        }
        Statement statement = options.statusWithheld() ? read.without(Capability.STATUS) : read;
        return options.noDeviations() ? statement.withDeviations(List.of()) : statement;
    }

    private static List<String> orphans(Statement statement, Plan plan) {
        Set<String> known = plan.scenarios().stream()
                .flatMap(s -> java.util.stream.Stream.concat(java.util.stream.Stream.of(s.id()), s.formerId().stream()))
                .collect(Collectors.toSet());
        return statement.deviations().stream()
                .map(Deviation::scenario)
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
        return options.fault().map(id -> request.with(Seeding.of(id))).orElse(request);
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
