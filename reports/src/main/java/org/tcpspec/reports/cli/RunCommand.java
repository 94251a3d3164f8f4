package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.tcpspec.reports.gate.Baseline;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.play.Shard;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Interpretations;
import org.tcpspec.spi.wire.IpVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec run}: its options. What it does is {@link RunSession}'s. */
@Command(
        name = "run",
        description = "Plays the scenarios against an implementation under test and reports the verdicts.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class RunCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private final StackOptions stack = new StackOptions();

    @Option(
            names = "--tags",
            paramLabel = "EXPRESSION",
            description = "Plays what has these tags, such as '@MUST-13 and not @slow'. Besides its own tags a scenario"
                    + " has @slow if it waits more than 2 s and @very-slow if more than 3 MSL.")
    private Optional<String> tags = Optional.empty();

    @Option(names = "--name", paramLabel = "REGEX", description = "Plays what has a match in its name or its id.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "Plays your own feature files, or a single one, instead of the bundled ones.")
    private Optional<Path> features = Optional.empty();

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Plays a feature file below DIR each time it is saved, and shows its ladders.")
    private Optional<Path> watch = Optional.empty();

    @CommandLine.Mixin
    private GlueJars glue = new GlueJars();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draws everything random from this number; default: a new one.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "At most so many scenarios at once; default: what the IUT and the machine bear.")
    private Optional<Integer> parallel = Optional.empty();

    @Option(
            names = "--ip",
            paramLabel = "4|6|both",
            description = "The version of IP; default: 4. Both: one after the other, with a report each.")
    private Optional<String> ip = Optional.empty();

    @Option(
            names = "--interpretation",
            paramLabel = "NAME[=READING]",
            split = ",",
            description = "Reads an open point of the RFCs in the other way than by default; READING is other or"
                    + " default. May be given several times.")
    private List<String> interpretations = List.of();

    @Option(
            names = "--fault",
            paramLabel = "ID",
            description = "Plays against an IUT into which this mistake is seeded; 'tcpspec faults' lists them.")
    private Optional<String> fault = Optional.empty();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Plays everything N times, each time with a seed of its own that also draws the version of"
                    + " IP, the readings, and the options of an IUT that can choose.")
    private Optional<Integer> draws = Optional.empty();

    @Option(names = "--all", description = "Plays in real time even what waits longer than 3 MSL, up to an hour.")
    private boolean all;

    @Option(names = "--strict", description = "A failed SHOULD counts as a failed MUST does.")
    private boolean strict;

    @Option(names = "--no-deviations", description = "No listed deviation of the IUT excuses a fail.")
    private boolean noDeviations;

    @Option(names = "--status-withheld", description = "Does without the IUT's STATUS call, as if it had none.")
    private boolean statusWithheld;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tcpspec-report",
            description = "Where the report goes; default: ${DEFAULT-VALUE}. With --ip both: DIR-4 and DIR-6.")
    private Path out;

    @Option(names = "--no-report", description = "Leaves out the Allure report and the evidence of what passed.")
    private boolean noReport;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Plays everything N times and names each verdict that differs.")
    private int repeat;

    @Option(
            names = "--shard",
            paramLabel = "N/OF",
            description =
                    "Plays one part of what is selected, such as 3/8; 'tcpspec merge' joins all parts. Needs --seed.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--durations",
            paramLabel = "FILE",
            description = "Splits shards by how long each scenario took in the run of this conformance.json.")
    private Optional<Path> durations = Optional.empty();

    @CommandLine.Mixin
    private final GateOptions gates = new GateOptions();

    private Optional<RunSession.Part> part = Optional.empty();
    private final Terminal terminal;
    private final Planning planning;

    RunCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws Exception {
        if (parallel.filter(n -> n < 1).isPresent()) {
            throw new BrokenInputException("--parallel must be at least 1.");
        }
        if (repeat < 1) {
            throw new BrokenInputException("--repeat must be at least 1.");
        }
        if (draws.isPresent()) {
            refuseBesideDraws();
        }
        GateOptions.Asked asked = gates.read(Optional.empty());
        part = part();
        List<String> command = CommandLines.ofProcess(
                spec.commandLine().getParent().getParseResult().originalArgs());
        if (watch.isPresent()) {
            refuseBesideWatch();
        }
        long drawn = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, 1_000_000));
        if (watch.isPresent()) {
            return new WatchSession(options(drawn, ipVersion()), planning, terminal, out).run(command, watch.get());
        }
        if (!ip.equals(Optional.of("both"))) {
            return session(options(drawn, ipVersion()), out, asked).run(command);
        }
        List<Integer> codes = new ArrayList<>();
        for (IpVersion version : IpVersion.values()) {
            String folder = out + (version == IpVersion.IPV4 ? "-4" : "-6");
            codes.add(session(options(drawn, version), Path.of(folder), asked).run(command));
        }
        return ExitCode.worst(codes);
    }

    private RunSession session(RunOptions options, Path folder, GateOptions.Asked asked) {
        return new RunSession(options, planning, terminal, folder, !noReport, draws.orElse(repeat), asked, part);
    }

    private RunOptions options(long drawn, IpVersion version) {
        return stack.begin()
                .tags(tags)
                .name(name)
                .features(features)
                .seed(drawn)
                .parallel(parallel.map(OptionalInt::of).orElse(OptionalInt.empty()))
                .all(all)
                .strict(strict)
                .noDeviations(noDeviations)
                .statusWithheld(statusWithheld)
                .ip(version)
                .otherReadings(Interpretations.bundled().others(interpretations))
                .drawn(draws.isPresent())
                .fault(fault)
                .build();
    }

    private Optional<RunSession.Part> part() throws IOException {
        if (shard.isEmpty()) {
            if (durations.isPresent()) {
                throw new BrokenInputException("--durations is for --shard, which is not given.");
            }
            return Optional.empty();
        }
        if (seed.isEmpty() || repeat > 1 || draws.isPresent()) {
            throw new BrokenInputException(
                    "--shard needs the --seed that all shards share, and goes without --repeat and --draws.");
        }
        Shard one = Shard.read(shard.get());
        return Optional.of(new RunSession.Part(
                one,
                durations.isPresent() ? Optional.of(Baseline.read("--durations", durations.get())) : Optional.empty()));
    }

    private void refuseBesideDraws() {
        if (draws.get() < 1) {
            throw new BrokenInputException("--draws must be at least 1.");
        }
        if (repeat > 1 || ip.isPresent() || stack.namesProfile() || !interpretations.isEmpty()) {
            throw new BrokenInputException("--draws draws what --ip, --ics and --interpretation say, and repeats by"
                    + " itself; leave them and --repeat out.");
        }
    }

    private void refuseBesideWatch() {
        if (features.isPresent()
                || repeat > 1
                || draws.isPresent()
                || ip.equals(Optional.of("both"))
                || shard.isPresent()
                || !gates.namesNothing()) {
            throw new BrokenInputException(
                    "--watch plays what is below its own folder, once each time; leave --features, --repeat, --draws,"
                            + " --shard, gates and --ip both out.");
        }
    }

    private IpVersion ipVersion() {
        return switch (ip.orElse("4")) {
            case "4" -> IpVersion.IPV4;
            case "6" -> IpVersion.IPV6;
            default -> throw new BrokenInputException("--ip is 4, 6 or both, not '" + ip.orElse("") + "'.");
        };
    }
}
