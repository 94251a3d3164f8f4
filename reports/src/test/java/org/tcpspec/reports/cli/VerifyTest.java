package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.reports.verify.Manifest;

/** A report is what it was, or the difference is named. */
class VerifyTest {
    @TempDir
    private Path folder;

    private final OnTheModel model = new OnTheModel();
    private Path report;

    @BeforeEach
    void played() {
        report = folder.resolve("report");
        String[] run = {
            "run",
            "--features",
            "../features/closing",
            "--fault",
            "FIN-08",
            "--no-report",
            "--seed",
            "3",
            "--out",
            report.toString()
        };
        assertThat(model.command(run)).isEqualTo(ExitCode.FAILED);
    }

    private int verify() {
        return model.command("verify", report.toString());
    }

    @Test
    void everyVerdictIsJudgedAgain() {
        assertThat(verify()).as(model.said()).isZero();
        assertThat(model.said())
                .containsPattern("[1-9]\\d+ verdicts judged again from the record: all the same; files: all as the");
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit.xml", "index.html", "summary.md", "coverage.json", "coverage.html"})
    void oneFlippedByteIsNamed(String name) throws IOException {
        flip(name, 0.5);
        assertThat(verify()).isEqualTo(ExitCode.DIFFERS);
        assertThat(model.said())
                .startsWith(name + " differs from the manifest.\n")
                .contains("all the same; files: 1 differ from the manifest");
    }

    @Test
    void whatCannotBeReadAnyMoreIsNamed() throws IOException {
        flip("conformance.json", 0);
        assertThat(verify()).isEqualTo(ExitCode.DIFFERS);
        assertThat(model.said())
                .startsWith("conformance.json differs from the manifest.\nconformance.json is no JSON: line 1 ")
                .contains("files: 1 differ from the manifest");
        flip("journal.jsonl", 0);
        assertThat(verify()).isEqualTo(ExitCode.DIFFERS);
        assertThat(model.said())
                .contains("journal.jsonl differs from the manifest.\nThe record cannot be judged again: ")
                .contains("journal.jsonl:1: this is not a line of a tcpspec journal.");
    }

    private void flip(String name, double where) throws IOException {
        Path file = report.resolve(name);
        byte[] octets = Files.readAllBytes(file);
        octets[(int) (where * octets.length)] ^= 1;
        Files.write(file, octets);
    }

    @Test
    void aFileTooFewAndOneTooManyAreNamed() throws IOException {
        Files.delete(report.resolve("summary.md"));
        Files.writeString(report.resolve("extra.txt"), "x");
        assertThat(verify()).isEqualTo(ExitCode.DIFFERS);
        assertThat(model.said()).contains("summary.md is missing.", "extra.txt is not in the manifest.");
    }

    /** Whoever may write the manifest may write anything into it; the record still has to bear the verdict out. */
    @Test
    void aVerdictThatTheRecordDoesNotBearOutIsNamed() throws IOException {
        Path journal = report.resolve("journal.jsonl");
        String text = Files.readString(journal);
        String forged = text.replaceFirst(
                "\"verdict\":\\{\"grade\":\"FAIL\",.*?\\}",
                "\"verdict\":{\"grade\":\"PASS\",\"requirement\":\"\",\"clause\":\"\",\"reason\":\"\"}");
        assertThat(forged).isNotEqualTo(text);
        Files.writeString(journal, forged);
        Manifest.write(report);
        assertThat(verify()).isEqualTo(ExitCode.DIFFERS);
        assertThat(model.said())
                .contains(": the journal says pass, but by the record it is fail (")
                .contains(": conformance.json says something else than the journal.");
    }

    @Test
    void aForgedSummaryIsNamed() throws IOException {
        Path json = report.resolve("conformance.json");
        Files.writeString(
                json, Files.readString(json).replaceFirst("\"verdict\" : \"fail\"", "\"verdict\" : \"pass\""));
        Manifest.write(report);
        assertThat(verify()).isEqualTo(ExitCode.DIFFERS);
        assertThat(model.said()).contains("conformance.json says something else than the journal");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        assertThat(model.command("verify")).isEqualTo(ExitCode.USAGE);
        assertThat(model.command("verify", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(model.said()).contains("There is no SHA256SUMS in");
        Files.writeString(report.resolve(Manifest.NAME), "nonsense\n");
        assertThat(verify()).isEqualTo(ExitCode.USAGE);
        assertThat(model.said()).contains("SHA256SUMS:1: this is no line of a manifest");
    }
}
