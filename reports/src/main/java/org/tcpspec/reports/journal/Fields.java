package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/** The plain parts of which the journal's lines are made, each way. */
final class Fields {
    private Fields() {}

    static void strings(JsonGenerator g, String name, Collection<?> values) throws IOException {
        g.writeArrayFieldStart(name);
        for (Object value : values) {
            g.writeString(value.toString());
        }
        g.writeEndArray();
    }

    static List<String> strings(JsonNode node) {
        List<String> values = new ArrayList<>();
        node.forEach(item -> values.add(item.asText()));
        return values;
    }

    static void map(JsonGenerator g, String name, Map<String, String> map) throws IOException {
        g.writeObjectFieldStart(name);
        for (Map.Entry<String, String> e : new TreeMap<>(map).entrySet()) {
            g.writeStringField(e.getKey(), e.getValue());
        }
        g.writeEndObject();
    }

    static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
        return map;
    }

    static void packet(JsonGenerator g, OptionalLong packet) throws IOException {
        if (packet.isPresent()) {
            g.writeNumberField("packet", packet.getAsLong());
        }
    }

    static OptionalLong packet(JsonNode node) {
        return node.has("packet") ? OptionalLong.of(node.get("packet").asLong()) : OptionalLong.empty();
    }

    static void octets(JsonGenerator g, String name, Bytes octets) throws IOException {
        g.writeStringField(name, Base64.getEncoder().encodeToString(octets.toArray()));
    }

    static Bytes octets(JsonNode node) {
        return Bytes.of(Base64.getDecoder().decode(node.asText()));
    }

    static void connection(JsonGenerator g, FourTuple connection) throws IOException {
        g.writeObjectFieldStart("connection");
        endpoint(g, "iut", connection.iut());
        endpoint(g, "peer", connection.peer());
        g.writeEndObject();
    }

    static FourTuple connection(JsonNode node) {
        return new FourTuple(endpoint(node.get("iut")), endpoint(node.get("peer")));
    }

    private static void endpoint(JsonGenerator g, String name, Endpoint endpoint) throws IOException {
        g.writeObjectFieldStart(name);
        octets(g, "address", Bytes.of(endpoint.address().getAddress()));
        g.writeStringField("host", endpoint.address().getHostAddress());
        g.writeNumberField("port", endpoint.port());
        g.writeEndObject();
    }

    private static Endpoint endpoint(JsonNode node) {
        try {
            InetAddress address =
                    InetAddress.getByAddress(octets(node.get("address")).toArray());
            return new Endpoint(address, node.get("port").asInt());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of neither 4 nor 16 octets in the journal", e);
        }
    }
}
