package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tcpspec.reports.gate.Baseline;
import org.tcpspec.reports.gate.Gate;
import org.tcpspec.reports.gate.Policy;
import org.tcpspec.reports.gate.Profile;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.GateReader;
import org.tcpspec.reports.write.Annotations;
import org.tcpspec.spi.iut.Deviation;
import picocli.CommandLine.Option;

/** What {@code run} and {@code gate} are told of gates alike. */
final class GateOptions {
    /** Where a gate is looked for that nobody names. */
    static final Path DEFAULT = Path.of("tcpspec-gate.yaml");

    @Option(
            names = "--gate",
            paramLabel = "FILE",
            description = "Judges the results by this policy; it then decides the exit code. See docs/gates.md.")
    private Optional<Path> gate = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Compares with the conformance.json of an earlier run: what fails anew, or for another"
                    + " reason, breaks the gate.")
    private Optional<Path> baseline = Optional.empty();

    @Option(names = "--only-regressions", description = "Besides the baseline no rule of the gate breaks it.")
    private boolean onlyRegressions;

    @Option(
            names = "--annotations",
            paramLabel = "github",
            description = "Prints what is wrong as workflow commands, which point at lines of feature files.")
    private Optional<String> annotations = Optional.empty();

    /** What the options come to, read and checked before anything is played. */
    record Asked(Optional<Policy> policy, Optional<Baseline> baseline, boolean onlyRegressions, boolean annotated) {

        /** Nothing was asked for. */
        static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty(), false, false);

        /** {@code listed} and, after them, the policy's waivers. */
        List<Deviation> with(List<Deviation> listed) {
            return Stream.concat(listed.stream(), waivers().stream()).distinct().toList();
        }

        List<Deviation> waivers() {
            return policy.map(Policy::waivers).orElse(List.of());
        }

        /** The gate's judgement of today, if there is a policy or a baseline. */
        Optional<Gate> judge(Recorded recorded) {
            if (policy.isEmpty() && baseline.isEmpty()) {
                return Optional.empty();
            }
            Policy rules = policy.orElseGet(() -> new Policy("(baseline alone)", Profile.ALL, List.of(), List.of()));
            return Optional.of(Gate.of(rules, recorded, LocalDate.now(ZoneOffset.UTC), baseline, onlyRegressions));
        }

        void annotate(Judgement judgement, Optional<Gate> judged, Terminal terminal) {
            if (annotated) {
                Annotations.github(judgement, judged, Path.of("")).forEach(terminal.out()::println);
            }
        }
    }

    /**
     * Reads what was named.
     *
     * @param besides where the policy is if none is named, if anywhere
     */
    Asked read(Optional<Path> besides) throws IOException {
        if (onlyRegressions && baseline.isEmpty()) {
            throw new BrokenInputException("--only-regressions needs a --baseline to compare with.");
        }
        if (annotations.filter(form -> !form.equals("github")).isPresent()) {
            throw new BrokenInputException("--annotations knows github, not '" + annotations.get() + "'.");
        }
        Optional<Policy> policy = gate.or(() -> besides).map(GateReader::read);
        Optional<Baseline> earlier =
                baseline.isPresent() ? Optional.of(Baseline.read("--baseline", baseline.get())) : Optional.empty();
        return new Asked(policy, earlier, onlyRegressions, annotations.isPresent());
    }

    boolean namesNothing() {
        return gate.isEmpty() && baseline.isEmpty();
    }
}
