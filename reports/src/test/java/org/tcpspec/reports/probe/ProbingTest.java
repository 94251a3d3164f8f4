package org.tcpspec.reports.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.IxitNames;
import org.tcpspec.reports.read.StackFile;
import org.tcpspec.reports.read.StatementReader;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;

/** Each claim that the wire contradicts is found, and no other; what is said of an option is true of the stack. */
class ProbingTest {
    /** What the wire tells of the model, whatever it claims. */
    private static final List<String> TOLD = List.of(
            "timestamps",
            "window-scale",
            "ecn",
            "rfc5961-rst",
            "rfc5961-syn",
            "rfc5961-ack",
            "rfc5961-maxwnd-fixed",
            "rfc1337",
            "rfc6191",
            "may-1",
            "may-2",
            "may-5",
            "may-7",
            "may-12",
            "may-13");

    @TempDir
    private Path folder;

    private static final StatementReader READER = new StatementReader(options());

    private static Set<String> options() {
        return Catalogue.bundled().options();
    }

    private static Statement model() {
        IutProvider model = Iuts.named("model");
        return READER.read(model.statement(), model.deviations());
    }

    private static Probing.Result asked(Statement truth, Statement claims) {
        try (Iut iut = Iuts.named("model").open(new IutRequest(truth, IpVersion.IPV4, 7))) {
            return new Probing(iut, claims, IpVersion.IPV4, 7, true, false, (title, nth, of) -> {}).ask();
        }
    }

    @Test
    void everyFalseOptionIsFoundAndNoTrueOne() {
        Statement truth = model();
        Map<String, Support> turned = new LinkedHashMap<>(truth.options());
        TOLD.forEach(option ->
                turned.compute(option, (name, was) -> was == Support.CLAIMED ? Support.DENIED : Support.CLAIMED));
        turned.remove("rfc5961");
        Probing.Result result = asked(truth, truth.with(turned));
        assertThat(result.findings()).extracting(Finding::key).containsExactlyInAnyOrderElementsOf(TOLD);
        assertThat(result.findings()).allSatisfy(f -> assertThat(f.evidence()).isNotEmpty());
    }

    @Test
    void everyFalseDurationIsFound() {
        Statement truth = model();
        Ixit i = truth.ixit();
        Map<String, String> claimed = new LinkedHashMap<>();
        IxitNames.DURATIONS.forEach(key -> claimed.put(key, "claimed"));
        Ixit lies = new Ixit(
                Duration.ofSeconds(100),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofMillis(20),
                Duration.ofSeconds(100),
                Duration.ofSeconds(100),
                i.reaction(),
                Duration.ofMillis(500),
                i.tick(),
                0,
                0,
                claimed);
        Statement claims =
                new Statement(truth.name(), truth.capabilities(), truth.options(), lies, truth.settings(), List.of());
        Set<String> wrong = Set.of("msl", "rtoInitial", "rtoMin", "rtoMax", "delayedAck", "r2", "synR2", "ackThrottle");
        assertThat(asked(truth, claims).findings().stream().map(Finding::key).distinct())
                .containsExactlyInAnyOrderElementsOf(wrong);
    }

    @Test
    void whatAskedNothingOfTheUserIsToldOfABlackBox() {
        Statement truth = model();
        Statement undriven = truth.without(Capability.DRIVEN_USER);
        Probing.Result result = asked(truth, undriven);
        assertThat(result.findings()).isEmpty();
        assertThat(result.answers())
                .anySatisfy(
                        a -> assertThat(a).isEqualTo(new Answer.Unknown("synR2", "it needs " + Capability.DRIVEN_USER)))
                .anyMatch(a -> a instanceof Answer.Choice && a.key().equals("rfc5961-rst"));
    }

    @Test
    void theDraftOfAStackOnTheNetworkCanBePlayed() throws IOException {
        Statement truth = model();
        String stack = "stack:\n  tap: tap0\n  address: 192.0.2.2/24\n  start: [./my-stack]\n  agent: streams\n";
        String draft =
                Draft.of(truth, asked(truth, truth).answers(), List.of("a head"), options(), Optional.of(stack), true);
        Path file = Files.writeString(folder.resolve("stack.yaml"), draft);
        StackFile read = StackFile.read(file, false);
        assertThat(read.description().start()).containsExactly("./my-stack");
        assertThat(READER.read(read.url(), read.deviations()).options()).containsAllEntriesOf(truth.options());
    }

    @Test
    void aPacketThatIsSentTwiceIsTwoPackets() {
        Statement truth = model();
        try (Iut iut = Iuts.named("model").open(new IutRequest(truth, IpVersion.IPV4, 7));
                Talk talk = new Means(iut, truth, IpVersion.IPV4, 7, Duration.ofSeconds(1), true).talk("twice")) {
            Conversation c = talk.in(State.CLOSED);
            List<OptionalLong> numbers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                talk.peer(c, "RST");
                numbers.add(talk.scene().causePacket());
            }
            assertThat(numbers).doesNotHaveDuplicates();
        }
    }
}
