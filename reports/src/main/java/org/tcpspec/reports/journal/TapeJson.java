package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.steps.tape.Tape;

/** What a play read from its bench, each way. */
final class TapeJson {
    private TapeJson() {}

    static void write(JsonGenerator g, Tape tape) throws IOException {
        g.writeObjectFieldStart("tape");
        g.writeBooleanField("virtual", tape.virtual());
        if (tape.place().isPresent()) {
            place(g, tape.place().get());
        }
        Fields.octets(g, "nanos", tape.nanos());
        Fields.octets(g, "steady", tape.steady());
        Fields.octets(g, "taken", tape.taken());
        Fields.octets(g, "lost", tape.lost());
        g.writeNumberField("firstOutcome", tape.firstOutcome());
        g.writeArrayFieldStart("outcomes");
        for (Outcome outcome : tape.outcomes()) {
            g.writeStartObject();
            ObservedJson.outcome(g, outcome);
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeArrayFieldStart("thrown");
        for (Tape.Thrown thrown : tape.thrown()) {
            g.writeStartObject();
            g.writeNumberField("at", thrown.at());
            g.writeStringField("kind", thrown.kind().name());
            g.writeStringField("message", thrown.message());
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeEndObject();
    }

    private static void place(JsonGenerator g, Tape.Place place) throws IOException {
        g.writeObjectFieldStart("place");
        address(g, "iut", Optional.of(place.iut()));
        address(g, "peer", Optional.of(place.peer()));
        address(g, "otherPeer", place.otherPeer());
        address(g, "second", place.localNet().map(Bench.LocalNet::second));
        address(g, "broadcast", place.localNet().flatMap(Bench.LocalNet::broadcast));
        g.writeObjectFieldStart("ports");
        for (Map.Entry<Integer, Integer> e : new TreeMap<>(place.ports()).entrySet()) {
            g.writeNumberField(e.getKey().toString(), e.getValue());
        }
        g.writeEndObject();
        g.writeEndObject();
    }

    private static void address(JsonGenerator g, String name, Optional<InetAddress> address) throws IOException {
        if (address.isPresent()) {
            Fields.octets(g, name, Bytes.of(address.get().getAddress()));
        }
    }

    static Tape read(JsonNode n) {
        if (n.isMissingNode()) {
            return Tape.NONE;
        }
        List<Outcome> outcomes = new ArrayList<>();
        n.get("outcomes").forEach(o -> outcomes.add(ObservedJson.readOutcome(o)));
        List<Tape.Thrown> thrown = new ArrayList<>();
        n.get("thrown")
                .forEach(t -> thrown.add(new Tape.Thrown(
                        t.get("at").asLong(),
                        Tape.Kind.valueOf(t.get("kind").asText()),
                        t.get("message").asText())));
        return new Tape(
                n.get("virtual").asBoolean(),
                Optional.ofNullable(n.get("place")).map(TapeJson::readPlace),
                Fields.octets(n.get("nanos")),
                Fields.octets(n.get("steady")),
                Fields.octets(n.get("taken")),
                Fields.octets(n.get("lost")),
                outcomes,
                n.get("firstOutcome").asInt(),
                thrown);
    }

    private static Tape.Place readPlace(JsonNode n) {
        Map<Integer, Integer> ports = new TreeMap<>();
        n.get("ports")
                .properties()
                .forEach(
                        e -> ports.put(Integer.valueOf(e.getKey()), e.getValue().asInt()));
        return new Tape.Place(
                readAddress(n, "iut").orElseThrow(),
                readAddress(n, "peer").orElseThrow(),
                readAddress(n, "otherPeer"),
                readAddress(n, "second").map(second -> new Bench.LocalNet(second, readAddress(n, "broadcast"))),
                ports);
    }

    private static Optional<InetAddress> readAddress(JsonNode n, String name) {
        if (!n.has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    InetAddress.getByAddress(Fields.octets(n.get(name)).toArray()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of neither 4 nor 16 octets in the journal", e);
        }
    }
}
