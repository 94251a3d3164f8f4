package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.State;

/**
 * The record of a scenario, whole: a packet as its octets, from which everything else about it is read again; a call
 * and a signal with all that they told.
 */
final class ObservedJson {
    private ObservedJson() {}

    static void write(JsonGenerator g, Observed observed) throws IOException {
        g.writeStartObject();
        if (observed instanceof Observed.Frame frame) {
            frame(g, frame);
        } else if (observed instanceof Observed.Signal signal) {
            signal(g, signal);
        } else if (observed instanceof Observed.Call call) {
            call(g, call);
        }
        g.writeEndObject();
    }

    private static void frame(JsonGenerator g, Observed.Frame frame) throws IOException {
        g.writeStringField("type", "packet");
        g.writeNumberField("number", frame.number());
        g.writeNumberField("nanos", frame.nanos());
        g.writeStringField("direction", frame.direction().name());
        Fields.octets(g, "octets", frame.packet().octets());
    }

    private static void signal(JsonGenerator g, Observed.Signal signal) throws IOException {
        g.writeStringField("type", "signal");
        g.writeNumberField("earliest", signal.earliest());
        g.writeNumberField("nanos", signal.nanos());
        g.writeStringField("kind", signal.kind().name());
        g.writeNumberField("handle", signal.connection().value());
        SignalDetail detail = signal.detail();
        Fields.octets(g, "text", detail.text());
        if (detail.listener().isPresent()) {
            g.writeNumberField("listener", detail.listener().get().value());
        }
        if (detail.connection().isPresent()) {
            Fields.connection(g, detail.connection().get());
        }
        g.writeStringField("words", detail.words());
    }

    private static void call(JsonGenerator g, Observed.Call call) throws IOException {
        g.writeStringField("type", "call");
        g.writeNumberField("before", call.before());
        g.writeNumberField("nanos", call.nanos());
        g.writeStringField("call", call.call());
        outcome(g, call.outcome());
    }

    static void outcome(JsonGenerator g, Outcome outcome) throws IOException {
        if (outcome.refusal().isPresent()) {
            g.writeStringField("refusal", outcome.refusal().get().name());
        }
        if (outcome.listener().isPresent()) {
            g.writeNumberField("listener", outcome.listener().get().value());
        }
        if (outcome.connection().isPresent()) {
            g.writeNumberField("handle", outcome.connection().get().value());
        }
        Fields.octets(g, "text", outcome.text());
        g.writeNumberField("count", outcome.count());
        if (outcome.state().isPresent()) {
            g.writeStringField("state", outcome.state().get().name());
        }
        g.writeStringField("words", outcome.words());
    }

    static Observed read(JsonNode node) {
        long nanos = node.get("nanos").asLong();
        return switch (node.get("type").asText()) {
            case "packet" ->
                new Observed.Frame(
                        node.get("number").asLong(),
                        nanos,
                        Observed.Direction.valueOf(node.get("direction").asText()),
                        SegmentCodec.decode(Fields.octets(node.get("octets"))));
            case "signal" -> readSignal(node, nanos);
            case "call" -> readCall(node, nanos);
            default -> throw new IllegalArgumentException("the journal knows no record of type " + node.get("type"));
        };
    }

    private static Observed readSignal(JsonNode node, long nanos) {
        SignalDetail detail = new SignalDetail(
                Fields.octets(node.get("text")),
                listener(node),
                Optional.ofNullable(node.get("connection")).map(Fields::connection),
                node.get("words").asText());
        return new Observed.Signal(
                node.get("earliest").asLong(),
                nanos,
                SignalKind.valueOf(node.get("kind").asText()),
                new ConnectionId(node.get("handle").asLong()),
                detail);
    }

    private static Observed readCall(JsonNode node, long nanos) {
        return new Observed.Call(
                node.get("before").asLong(), nanos, node.get("call").asText(), readOutcome(node));
    }

    static Outcome readOutcome(JsonNode node) {
        return new Outcome(
                Optional.ofNullable(node.get("refusal")).map(n -> Refusal.valueOf(n.asText())),
                listener(node),
                Optional.ofNullable(node.get("handle")).map(n -> new ConnectionId(n.asLong())),
                Fields.octets(node.get("text")),
                node.get("count").asInt(),
                Optional.ofNullable(node.get("state")).map(n -> State.valueOf(n.asText())),
                node.get("words").asText());
    }

    private static Optional<ListenerId> listener(JsonNode node) {
        return Optional.ofNullable(node.get("listener")).map(n -> new ListenerId(n.asLong()));
    }
}
