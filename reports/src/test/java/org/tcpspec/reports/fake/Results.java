package org.tcpspec.reports.fake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.LadderRow.Arrow;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepResult;

/** Results as a scenario would leave them, made by hand. */
public final class Results {
    public static final String NASTY = "wire says \u001b[31m<script>alert(1)</script>\u0000 & \"x\"";

    private Results() {}

    public static PlannedScenario scenario(String id) {
        return scenario(id, "classpath:tcpspec/features/closing/x.feature", 14, List.of("@MUST-13", "@T-1"), "MUST-13");
    }

    public static PlannedScenario scenario(String id, String uri, int line, List<String> tags, String requirement) {
        return new PlannedScenario(
                id,
                Optional.empty(),
                "Closing",
                "Two FINs may cross",
                "Two FINs cross on the wire",
                uri,
                "closing/x.feature",
                line,
                tags,
                requirement.isEmpty() ? List.of() : List.of(requirement),
                "RFC 9293 3.6, Figure 13",
                Set.of(Capability.PASSIVE_OPEN),
                Set.of("ignore RST in TIME-WAIT"),
                Set.of("rfc5961-rst"),
                Set.of(State.FIN_WAIT_1),
                Duration.ofSeconds(3));
    }

    public static ScenarioResult of(PlannedScenario scenario, int attempt, Verdict verdict, String level) {
        return new ScenarioResult(
                scenario,
                attempt,
                verdict,
                level,
                "rfc9293-body",
                "STATUS, probe",
                "passive OPEN",
                Optional.of(connection()),
                List.of(
                        new StepResult("Given", "a connection in ESTABLISHED", 15, StepResult.Status.PASSED, 1_000_000),
                        new StepResult("Then", "the IUT sends ACK", 16, StepResult.Status.STOPPED, 2_000_000)),
                record(),
                ladder(verdict.grade() == Grade.FAIL),
                Instant.parse("2026-01-02T03:04:05.678901234Z"),
                3_000_000,
                120_000_000_000L,
                42,
                List.of("a note"),
                List.of(new Exercised("T-LISTEN-SEG-SYN-1", OptionalLong.of(1), "another reaction")));
    }

    public static ScenarioResult of(String id, Grade grade, String reason, String level) {
        OptionalLong packet = grade == Grade.FAIL ? OptionalLong.of(3) : OptionalLong.empty();
        return of(scenario(id), 1, new Verdict(grade, "MUST-13", "RFC 9293 3.6", reason, packet), level);
    }

    public static FourTuple connection() {
        return new FourTuple(new Endpoint(address("192.0.2.1"), 80), new Endpoint(address("2001:db8::1"), 4711));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private static List<Observed> record() {
        Endpoint iut = new Endpoint(address("192.0.2.1"), 80);
        Endpoint peer = new Endpoint(address("192.0.2.2"), 4711);
        Segment fin = Segment.between(iut, peer)
                .withSeq(SequenceNumber.of(100))
                .withAck(SequenceNumber.of(300))
                .withFlags(Flags.of(Flag.FIN, Flag.ACK))
                .withText(Bytes.ascii("\u001b[31m<script>"));
        return List.of(
                new Observed.Call(1, 2, "OPEN passive", Outcome.listening(new ListenerId(7))),
                new Observed.Frame(1, 3, Observed.Direction.FROM_IUT, SegmentCodec.decode(SegmentCodec.encode(fin))),
                new Observed.Frame(2, 4, Observed.Direction.FROM_PEER, SegmentCodec.decode(Bytes.hex("45ff00"))),
                new Observed.Call(5, 6, "SEND", Outcome.refused(Refusal.CLOSING, "EPIPE")),
                new Observed.Call(7, 8, "STATUS", Outcome.state(State.TIME_WAIT)),
                new Observed.Signal(
                        9,
                        10,
                        SignalKind.ACCEPTED,
                        new ConnectionId(8),
                        SignalDetail.accepted(new ListenerId(7), connection())),
                new Observed.Signal(
                        11, 12, SignalKind.DATA, new ConnectionId(8), SignalDetail.text(Bytes.of((byte) 0, (byte)
                                255))));
    }

    private static List<LadderRow> ladder(boolean failed) {
        return List.of(
                new LadderRow(OptionalLong.empty(), 0, Arrow.USER, "CLOSE", "", "ok", false, false),
                row(1, Arrow.FROM_IUT, "FIN-WAIT-1", "<SEQ=100><ACK=300><CTL=FIN,ACK>", "", false),
                row(2, Arrow.FROM_PEER, "", "<SEQ=300><ACK=100><CTL=FIN,ACK>", "", false),
                row(3, Arrow.FROM_IUT, "", "<SEQ=101><ACK=300><CTL=ACK>", failed ? "expected ACK=301" : "", failed));
    }

    private static LadderRow row(
            long packet, Arrow arrow, String iut, String segment, String comment, boolean deciding) {
        return new LadderRow(
                OptionalLong.of(packet), packet * 1_000_000, arrow, iut, segment, comment, deciding, false);
    }
}
