package org.tcpspec.reports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.LadderRow.Arrow;
import org.tcpspec.steps.run.ScenarioResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LaddersTest {

    private static ScenarioResult with(ScenarioResult r, List<LadderRow> rows) {
        return new ScenarioResult(
                r.scenario(),
                1,
                r.verdict(),
                r.level(),
                "",
                "",
                "",
                r.connection(),
                r.steps(),
                r.record(),
                rows,
                r.start(),
                0,
                0,
                0,
                List.of(),
                List.of());
    }

    private static LadderRow row(String number, Arrow arrow, String iut, String segment, String comment) {
        OptionalLong packet = number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
        return new LadderRow(packet, 0, arrow, iut, segment, comment, !comment.isEmpty(), false);
    }

    private static Judged judged(ScenarioResult result) {
        return new Judged(List.of(result), result, result.verdict(), Optional.empty(), Map.of());
    }

    @Test
    void theFigureOfTheDesignIsDrawnToTheLetter() {
        ScenarioResult result = with(
                Results.of(
                        "a",
                        Grade.FAIL,
                        "The peer's FIN occupies sequence number 300; the IUT did not acknowledge it.",
                        "MUST"),
                List.of(
                        row("1", Arrow.FROM_IUT, "FIN-WAIT-1", "<SEQ=100><ACK=300><CTL=FIN,ACK>", ""),
                        row("2", Arrow.FROM_PEER, "", "<SEQ=300><ACK=100><CTL=FIN,ACK>", ""),
                        row("3", Arrow.FROM_IUT, "", "<SEQ=101><ACK=300><CTL=ACK>", "expected ACK=301")));
        assertThat(LadderText.of(judged(result))).isEqualTo("""
                        ✗ closing/x.feature:14  Two FINs cross on the wire                               RFC 9293 3.6
                              IUT                                                    peer
                          1   FIN-WAIT-1 --> <SEQ=100><ACK=300><CTL=FIN,ACK> -->
                          2              <-- <SEQ=300><ACK=100><CTL=FIN,ACK> <--
                          3              --> <SEQ=101><ACK=300><CTL=ACK>     -->     expected ACK=301
                              The peer's FIN occupies sequence number 300; the IUT did not acknowledge it.
                        """);
    }

    @Test
    void whatNeverCameAndWhatTheUserDidHaveTheirOwnRows() {
        String text = LadderText.rows(List.of(
                row("", Arrow.USER, "CLOSE", "", ""),
                row("", Arrow.MISSING, "ESTABLISHED", "<CTL=ACK>", "never came")));
        assertThat(text)
                .contains("  .   CLOSE\n")
                .contains("  -   ESTABLISHED ..> <CTL=ACK>            ..>     never came\n");
    }

    @Test
    void octetsFromTheWireCanDoNothing() throws Exception {
        ScenarioResult result = with(
                Results.of("a", Grade.FAIL, Results.NASTY, "MUST"),
                List.of(row("1", Arrow.FROM_IUT, Results.NASTY, Results.NASTY, Results.NASTY)));

        assertThat(LadderText.of(judged(result)).chars().filter(c -> c < ' ' && c != '\n'))
                .isEmpty();
        Document svg = parse(LadderSvg.of(result, result.verdict(), Results.NASTY));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void anEmptyLadderIsDrawnToo() throws Exception {
        ScenarioResult result = with(Results.of("a", Grade.ERROR, "", ""), List.of());
        parse(LadderSvg.of(result, Verdict.of(Grade.ERROR, "the lab fell down"), ""));
        assertThat(LadderText.of(judged(result))).startsWith("! closing/x.feature:14");
    }

    static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void escapesWhatTurnsTextAround() {
        assertThat(Escape.printable("a\u202eb\u0007\u009b1m\ud800\u2028é😀"))
                .isEqualTo("a\\u202eb\\u0007\\u009b1m\\ud800\\u2028é😀");
        assertThat(Escape.line("a\r\nb\nc")).isEqualTo("a b c");
    }
}
