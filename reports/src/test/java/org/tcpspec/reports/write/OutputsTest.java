package org.tcpspec.reports.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.page.EntryPage;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.CapturedPacket;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.PcapNg;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OutputsTest {
    @TempDir
    private Path folder;

    private static Judgement judgement(boolean complete) {
        Statement statement = new Statement(
                "x",
                Set.of(),
                Map.of("rfc5961-rst", Support.CLAIMED),
                Ixit.DEFAULT,
                Map.of(),
                List.of(new Deviation("b", "wire says", "known"), new Deviation("a", "z", "old")));
        RunInfo info = new RunInfo(
                "1",
                "x",
                statement,
                Map.of(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                false,
                false,
                Map.of(),
                3,
                3,
                0,
                List.of());
        return Judgement.of(new Recorded(
                info,
                List.of(
                        Results.of("a", Grade.PASS, "", "MUST"),
                        Results.of("b", Grade.FAIL, Results.NASTY, "MUST"),
                        Results.of("c", Grade.NOT_APPLICABLE, "cannot", "")),
                Optional.of(new RunEnd(complete, Instant.EPOCH.plusMillis(1500), List.of()))));
    }

    private JsonNode conformance(boolean complete) throws IOException {
        Judgement judgement = judgement(complete);
        Evidence evidence = Evidence.write(folder, judgement.scenarios(), false);
        Path file = folder.resolve("conformance.json");
        new Conformance(judgement, Catalogue.bundled().requirements(), evidence).write(file);
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void conformanceHasTheKeysOfSchemaOne() throws IOException {
        JsonNode json = conformance(true);

        assertThat(keys(json))
                .containsExactly("schema", "tool", "iut", "run", "totals", "scenarios", "requirements", "cells");
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(keys(json.get("run"))).contains("started", "finished", "seconds", "complete", "exit", "seed");
        assertThat(keys(json.get("totals"))).containsExactly("MUST", "SHOULD", "MAY", "NONE", "all");
        assertThat(json.at("/totals/all").toString())
                .isEqualTo("{\"pass\":1,\"fail\":0,\"listed\":1,\"inconclusive\":0,\"notApplicable\":1,\"error\":0}");
        assertThat(keys(json.at("/scenarios/1")))
                .contains(
                        "id",
                        "name",
                        "uri",
                        "line",
                        "tags",
                        "requirements",
                        "level",
                        "verdict",
                        "reason",
                        "packet",
                        "interpretation",
                        "stateKnownBy",
                        "waits",
                        "evidence");
        assertThat(json.at("/scenarios/1/packet").asLong()).isEqualTo(3);
        assertThat(json.at("/scenarios/0/packet").isNull()).isTrue();
        assertThat(json.at("/scenarios/1/reason").asText()).isEqualTo(Results.NASTY);
        assertThat(json.at("/requirements/0/id").asText()).isEqualTo("MUST-13");
        assertThat(json.at("/requirements/0/level").asText()).isEqualTo("MUST");
        assertThat(json.at("/cells/0/id").asText()).isEqualTo("T-LISTEN-SEG-SYN-1");
        assertThat(json.at("/cells/0/met").asBoolean()).isFalse();
        assertThat(json.at("/iut/deviations/0/seen").asText()).isEqualTo("occurred");
        assertThat(json.at("/iut/deviations/1/seen").asText()).isEqualTo("stopped");
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "conformance-json.md"));
        JsonNode json = conformance(true);
        List<String> all = new ArrayList<>(keys(json));
        for (String place : List.of("/tool", "/run", "/iut", "/scenarios/1", "/requirements/0", "/cells/0")) {
            all.addAll(keys(json.at(place)));
        }
        assertThat(all).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void anInterruptedRunSaysSo() throws IOException {
        JsonNode json = conformance(false);
        assertThat(json.at("/run/complete").asBoolean()).isFalse();
        assertThat(json.at("/run/exit").asInt()).isEqualTo(130);
        assertThat(JUnitXml.of(judgement(false))).contains("name=\"incomplete\"");
        assertThat(EntryPage.of(judgement(false), Catalogue.bundled().requirements(), new Evidence(Map.of()), false))
                .contains("Incomplete: the run was interrupted after 3 of 3 scenarios");
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void junitXmlIsWellFormedAndCounts() throws Exception {
        Document xml = LaddersTest.parse(JUnitXml.of(judgement(true)));
        Element suites = xml.getDocumentElement();
        assertThat(suites.getAttribute("tests")).isEqualTo("3");
        assertThat(suites.getAttribute("failures")).isEqualTo("0");
        assertThat(suites.getAttribute("skipped")).isEqualTo("2");
        assertThat(((Element) xml.getElementsByTagName("testsuite").item(0)).getAttribute("timestamp"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        Element skipped = (Element) xml.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).contains("Listed deviation (MUST): ", "<script>");
        assertThat(((Element) skipped.getParentNode()).getAttribute("classname"))
                .isEqualTo("b");
    }

    @Test
    void evidenceOfAFailHoldsItsPackets() throws IOException {
        Evidence evidence = Evidence.write(folder, judgement(true).scenarios(), false);
        assertThat(evidence.files()).containsOnlyKeys("b", "c");
        assertThat(evidence.files().get("b"))
                .containsExactly("evidence/b/ladder.svg", "evidence/b/packets.pcapng", "evidence/b/ladder.txt");
        List<CapturedPacket> packets = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve("evidence/b/packets.pcapng"))) {
            PcapNg.read(in, packets::add);
        }
        assertThat(packets).hasSize(2);
    }

    @Test
    void longIdsHaveShortFolders() {
        String one = Evidence.folder("a/" + "x".repeat(300) + "/1");
        String other = Evidence.folder("a/" + "x".repeat(300) + "/2");
        assertThat(one).hasSizeLessThanOrEqualTo(120).isNotEqualTo(other);
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("junit.xml"), "precious");
        assertThatThrownBy(() -> ReportFolder.open(mine))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("is not a report of tcpspec");
        assertThat(mine.resolve("junit.xml")).hasContent("precious");
    }

    @Test
    void anOldReportIsReplacedAndWhatIsNotOursStays() throws IOException {
        Path out = folder.resolve("report");
        ReportFolder.open(out).close();
        Files.writeString(out.resolve("junit.xml"), "old");
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.createDirectories(out.resolve("evidence/x"));
        try (ReportFolder again = ReportFolder.open(out)) {
            assertThat(out.resolve("junit.xml")).doesNotExist();
            assertThat(out.resolve("evidence")).doesNotExist();
            assertThat(out.resolve("notes.txt")).hasContent("mine");
            assertThatThrownBy(() -> ReportFolder.open(again.path())).hasMessageContaining("Another run is writing");
        }
    }
}
