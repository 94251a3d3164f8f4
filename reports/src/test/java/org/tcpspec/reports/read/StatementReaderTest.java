package org.tcpspec.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;

class StatementReaderTest {
    private static final String SMALL = "name: x\ncapabilities: [PASSIVE_OPEN]";

    @TempDir
    private Path folder;

    private Statement read(String statement, String deviations) throws IOException {
        return new StatementReader(Set.of("rfc1337", "rfc5961", "rfc5961-rst"))
                .read(file("iut.yaml", statement), file("deviations.yaml", deviations));
    }

    private URL file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toUri().toURL();
    }

    @Test
    void readsAllThatIsSaidAndTakesDefaultsForTheRest() throws IOException {
        Statement statement = read("""
                name: my stack
                capabilities: [PASSIVE_OPEN, SETTINGS]
                options: {rfc5961-rst: claimed, rfc1337: denied}
                ixit:
                  msl: {value: 30s, source: probed}
                  rtoMin: {value: 200ms}
                  connections: {value: 0, source: claimed}
                settings: {ignore RST in TIME-WAIT: net.ipv4.tcp_rfc1337}
                """, "deviations: [{scenario: [a/b, c], reason: why, explanation: because}]");

        assertThat(statement.name()).isEqualTo("my stack");
        assertThat(statement.capabilities())
                .containsExactlyInAnyOrder(Capability.PASSIVE_OPEN, Capability.SETTINGS, Capability.DRIVEN_USER);
        assertThat(statement.support("rfc5961-rst")).isEqualTo(Support.CLAIMED);
        assertThat(statement.support("rfc5961")).isEqualTo(Support.SILENT);
        assertThat(statement.ixit().msl()).isEqualTo(Duration.ofSeconds(30));
        assertThat(statement.ixit().rtoMin()).isEqualTo(Duration.ofMillis(200));
        assertThat(statement.ixit().rtoMax()).isEqualTo(Ixit.DEFAULT.rtoMax());
        assertThat(statement.ixit().connections()).isZero();
        assertThat(statement.ixit().sources())
                .containsEntry("msl", "probed")
                .containsEntry("rtoMin", "claimed")
                .containsEntry("rtoMax", "default");
        assertThat(statement.settings()).containsEntry("ignore RST in TIME-WAIT", "net.ipv4.tcp_rfc1337");
        assertThat(statement.deviations())
                .containsExactly(new Deviation("a/b", "why", "because"), new Deviation("c", "why", "because"));
    }

    @Test
    void aDeviationMayBelongToOneVersionOfIp() throws IOException {
        String one = "deviations: [{scenario: a, reason: why, explanation: because, ip: 6}]";
        assertThat(read(SMALL, one).deviations())
                .containsExactly(new Deviation("a", "why", "because", Optional.of(IpVersion.IPV6)));
        String wrong = "deviations: [{scenario: a, reason: why, explanation: because, ip: 5}]";
        assertThatThrownBy(() -> read(SMALL, wrong)).hasMessageContaining("is 4 or 6");
    }

    @Test
    void aListMayIncludeAnother() throws IOException {
        file("shared.yaml", "deviations: [{scenario: a, reason: why, explanation: because}]");
        file("nested.yaml", "include: shared.yaml");
        String own = "include: shared.yaml\ndeviations: [{scenario: b, reason: why, explanation: because}]";
        assertThat(read(SMALL, own).deviations())
                .extracting(Deviation::scenario)
                .containsExactly("a", "b");
        assertThatThrownBy(() -> read(SMALL, "include: nothing.yaml"))
                .hasMessageContaining("deviations.yaml:1: 'include' names nothing.yaml, which cannot be read");
        assertThatThrownBy(() -> read(SMALL, "include: nested.yaml"))
                .hasMessageContaining("nested.yaml:1")
                .hasMessageContaining("include");
    }

    @Test
    void aDeviationMayBeIntermittent() throws IOException {
        String one = "deviations: [{scenario: a, reason: why, explanation: because, intermittent: true}]";
        assertThat(read(SMALL, one).deviations())
                .containsExactly(
                        new Deviation("a", "", "why", "because", Optional.empty(), true, "", Optional.empty()));
        String wrong = "deviations: [{scenario: a, reason: why, explanation: because, intermittent: perhaps}]";
        assertThatThrownBy(() -> read(SMALL, wrong)).hasMessageContaining("true or left out, not 'perhaps'");
    }

    @Test
    void whatCannotBeReachedIsNamedByRowOrCell() throws IOException {
        String rows = SMALL + "\nunreachable:\n  - {row: [T-SYN-SENT-SEND-1, LISTEN + SEND], reason: why}";
        assertThat(read(rows, "").unreachable())
                .containsEntry("T-SYN-SENT-SEND-1", "why")
                .containsEntry("T-LISTEN-SEND-1", "why")
                .doesNotContainKey("T-ESTABLISHED-SEND-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{row: T-NO-SUCH-1, reason: why}     | has no row or cell 'T-NO-SUCH-1'",
                "{row: LISTEN + DANCE, reason: why}  | has no row or cell 'LISTEN + DANCE'",
                "{row: T-SYN-SENT-SEND-1}            | has no 'reason'",
                "{row: [T-SYN-SENT-SEND-1, SYN-SENT + SEND], reason: why} | is named twice",
            })
    void aRowThatIsNotInTheTableIsRefused(String item, String sentence) {
        assertThatThrownBy(() -> read(SMALL + "\nunreachable: [" + item + "]", ""))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void anEmptyListOfDeviationsIsAFileToo() throws IOException {
        String statement = "{name: x, capabilities: [PASSIVE_OPEN]}";
        assertThat(read(statement, "").deviations()).isEmpty();
        assertThat(read(statement, "deviations: []").deviations()).isEmpty();
        assertThat(read(statement, "deviations:").deviations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ixit: {msl: {value: 0}}                        | 3: MSL is 0",
                "ixit: {msl: {value: 2 fortnights}}             | 3: '2 fortnights' is no duration for 'msl'",
                "ixit: {msl: 2m}                                | 3: 'msl' must be a mapping",
                "ixit: {msl: {source: claimed}}                 | 3: 'msl' has no value",
                "ixit: {msl: {value: 2m, source: guessed}}      | 3: The source of 'msl' is claimed, probed or default",
                "ixit: {mls: {value: 2m}}                       | 3: 'ixit' knows no 'mls'",
                "ixit: {rtoMin: {value: 5m}}                    | 3: rtoMin is greater than rtoMax",
                "ixit: {rtoInitial: {value: 5m}}                | 3: rtoInitial is greater than rtoMax",
                "ixit: {parallel: {value: many}}                | 3: 'parallel' must be a whole number",
                "ixit: {parallel: {value: 9}}                   | 3: parallel is greater than connections",
                "options: {rfc1337: perhaps}                    | 3: The option rfc1337 is 'claimed', 'denied' or 'silent'",
                "options: {rfc9999: claimed}                    | 3: No requirement of the catalogue presupposes 'rfc9999'",
                "options: {simultaneous-open: claimed}          | 3: simultaneous open is claimed without",
                "options: {rfc5961: denied, rfc5961-rst: claimed} | 3: rfc5961-rst is claimed while rfc5961 is denied",
                "settings: {a: b}                               | 3: Settings are named without the capability SETTINGS",
                "capability: []                                 | 3: The statement of an IUT knows no 'capability'",
                "name: twice                                    | 3: this is not readable YAML",
                "ixit: [                                        | this is not readable YAML",
            })
    void refusesWithFileAndLine(String line, String sentence) {
        String statement = "name: x\ncapabilities: [PASSIVE_OPEN]\n" + line + "\n";
        assertThatThrownBy(() -> read(statement, ""))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("iut.yaml:")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capabilities: [PASSIVE_OPEN, FLY]       | 2: There is no capability 'FLY'",
                "capabilities: [STATUS]                  | 2: An IUT with neither PASSIVE_OPEN nor ACTIVE_OPEN",
                "capabilities: [PASSIVE_OPEN, CHOOSE_LOCAL_PORT] | 2: The capability CHOOSE_LOCAL_PORT is claimed without",
                "capabilities: PASSIVE_OPEN              | 2: 'capabilities' must be a list",
                "options: {}                             | 1: 'capabilities' is missing",
            })
    void refusesImpossibleCapabilities(String line, String sentence) {
        assertThatThrownBy(() -> read("name: x\n" + line + "\n", ""))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesADeviationThatExplainsNothing() {
        assertThatThrownBy(() ->
                        read("{name: x, capabilities: [PASSIVE_OPEN]}", "deviations:\n  - {scenario: a, reason: b}\n"))
                .hasMessageContaining("deviations.yaml:2: This deviation has no 'explanation'");
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        URL nothing = folder.resolve("nothing.yaml").toUri().toURL();
        assertThatThrownBy(() -> new StatementReader(Set.of()).read(nothing, nothing))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("nothing.yaml cannot be read");
    }

    @ParameterizedTest
    @CsvSource({"250ms,250", "1s,1000", "1.5s,1500", "2m,120000", "1h,3600000", "0,0", "0s,0"})
    void durationsReadBack(String text, long millis) {
        Duration duration = Durations.read(text).orElseThrow();
        assertThat(duration).isEqualTo(Duration.ofMillis(millis));
        assertThat(Durations.read(Durations.write(duration))).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"1", "s", "-1s", "1 day", "1e3s", "99999999999s"})
    void otherDurationsDoNot(String text) {
        assertThat(Durations.read(text)).isEmpty();
    }
}
