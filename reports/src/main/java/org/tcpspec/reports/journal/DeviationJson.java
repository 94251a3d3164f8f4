package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.wire.IpVersion;

/** A listed deviation in the journal, each way. What is empty is left out. */
final class DeviationJson {
    private DeviationJson() {}

    static void write(JsonGenerator g, Deviation d) throws IOException {
        g.writeStartObject();
        text(g, "scenario", d.scenario());
        text(g, "requirement", d.requirement());
        g.writeStringField("reason", d.reason());
        g.writeStringField("explanation", d.explanation());
        text(g, "ip", d.ip().map(IpVersion::name).orElse(""));
        if (d.intermittent()) {
            g.writeBooleanField("intermittent", true);
        }
        text(g, "owner", d.owner());
        text(g, "expires", d.expires().map(LocalDate::toString).orElse(""));
        g.writeEndObject();
    }

    private static void text(JsonGenerator g, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            g.writeStringField(name, value);
        }
    }

    static Deviation read(JsonNode n) {
        return new Deviation(
                n.path("scenario").asText(),
                n.path("requirement").asText(),
                n.get("reason").asText(),
                n.get("explanation").asText(),
                Optional.ofNullable(n.get("ip")).map(ip -> IpVersion.valueOf(ip.asText())),
                n.path("intermittent").asBoolean(),
                n.path("owner").asText(),
                Optional.ofNullable(n.get("expires")).map(day -> LocalDate.parse(day.asText())));
    }
}
