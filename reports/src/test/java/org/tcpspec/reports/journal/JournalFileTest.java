package org.tcpspec.reports.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.ScenarioResult;

class JournalFileTest {
    private static final RunEnd END = new RunEnd(true, Instant.parse("2026-01-02T03:04:06Z"), List.of("a stray"));

    @TempDir
    private Path folder;

    static RunInfo info() {
        return new RunInfo(
                "1.0",
                "fake",
                new Statement(
                        "a fake",
                        java.util.Set.of(Capability.STATUS),
                        Map.of("rfc1337", Support.DENIED),
                        Ixit.DEFAULT,
                        Map.of("a", "b"),
                        List.of(new Deviation("s", "reason", "why"))),
                Map.of("Kernel", "6.1"),
                IpVersion.IPV6,
                42,
                Instant.parse("2026-01-02T03:04:05Z"),
                false,
                true,
                Map.of("tags", "@a"),
                9,
                8,
                1,
                List.of("gone"));
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        List<ScenarioResult> results =
                List.of(Results.of("a", Grade.PASS, "", "MUST"), Results.of("b", Grade.FAIL, Results.NASTY, "SHOULD"));
        Recorded written;
        try (JournalFile journal = JournalFile.in(file, info(), r -> {})) {
            results.forEach(journal::add);
            journal.end(END);
            written = journal.recorded();
        }

        Recorded read = JournalReader.read(file);

        assertThat(read.run()).isEqualTo(info());
        assertThat(read.results()).isEqualTo(results);
        assertThat(read).isEqualTo(written);
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void everyLineIsOnDiskBeforeTheNextBegins() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (JournalFile journal = JournalFile.in(
                file, info(), r -> assertThat(read(file).results()).contains(r))) {
            journal.add(Results.of("a", Grade.PASS, "", "MUST"));
        }
    }

    private static Recorded read(Path file) {
        try {
            return JournalReader.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aKilledRunIsReadAsFarAsItCame() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (JournalFile journal = JournalFile.in(file, info(), r -> {})) {
            journal.add(Results.of("a", Grade.PASS, "", "MUST"));
        }
        Files.writeString(file, "{\"type\":\"scenario\",\"scen", java.nio.file.StandardOpenOption.APPEND);

        Recorded read = JournalReader.read(file);

        assertThat(read.results()).hasSize(1);
        assertThat(read.isComplete()).isFalse();
    }

    @Test
    void aBrokenLineInTheMiddleIsRefused() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Files.writeString(file, "not json\n{}\n");
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("journal.jsonl:1");
    }

    @Test
    void afterTheDiskWasFullNothingMoreIsWritten() throws IOException {
        OutputStream disk = new SmallDisk(20_000);
        try (JournalFile journal = new JournalFile(disk, info(), r -> {})) {
            journal.add(Results.of("a", Grade.PASS, "", "MUST"));
            ScenarioResult big = Results.of("b", Grade.FAIL, "x".repeat(30_000), "MUST");
            assertThatThrownBy(() -> journal.add(big)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> journal.add(Results.of("c", Grade.PASS, "", "MUST")))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(journal.failure()).hasValueSatisfying(e -> assertThat(e).hasMessage("No space left"));
            assertThat(journal.recorded().results()).hasSize(1);
        }
    }

    /** Takes so many octets and no more. */
    private static final class SmallDisk extends OutputStream {
        private int room;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int octet) throws IOException {
            if (room-- == 0) {
                throw new IOException("No space left");
            }
        }
    }

    @Test
    void nothingIsAddedAfterTheEnd() throws IOException {
        try (JournalFile journal = JournalFile.in(folder.resolve("j"), info(), r -> {})) {
            journal.end(END);
            assertThatThrownBy(() -> journal.add(Results.of("a", Grade.PASS, "", "MUST")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
