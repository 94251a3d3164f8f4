package org.tcpspec.netty.agent;

import io.netty.channel.epoll.Epoll;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.netty.Protocol;
import org.tcpspec.netty.Protocol.Reply;
import org.tcpspec.netty.Protocol.Request;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Refusal;

/** From a request's line to a reply's line. Used by the event loop's thread only. */
final class Server {

    /** The longest line that is understood, in octets. */
    static final int LONGEST_LINE = 4 << 20;

    private final Calls calls;
    private final Times times;
    private final boolean status;
    private final Speaker speaker;
    private final Runnable end;
    private boolean bye;

    /** @param end called after {@code bye} was answered */
    Server(Calls calls, Times times, boolean status, Speaker speaker, Runnable end) {
        this.calls = calls;
        this.times = times;
        this.status = status;
        this.speaker = speaker;
        this.end = end;
    }

    void handle(String line) {
        Request request;
        try {
            request = Request.parse(line);
        } catch (IllegalArgumentException e) {
            long now = times.nanos();
            speaker.say(Reply.refused(0, now, now, Refusal.OTHER, "not a request"));
            return;
        }
        speaker.say(answer(request));
        if (bye) {
            end.run();
        }
    }

    private Reply answer(Request request) {
        long before = times.nanos();
        try {
            Map<String, String> fields = fields(request);
            return Reply.ok(request.number(), before, times.nanos(), fields);
        } catch (RefusedException e) {
            return Reply.refused(request.number(), before, times.nanos(), e.refusal(), e.getMessage());
        }
    }

    private Map<String, String> fields(Request request) throws RefusedException {
        if (request.verb().equals("hello")) {
            return hello();
        }
        if (request.verb().equals("bye")) {
            bye = true;
            calls.abortAll();
            return Map.of();
        }
        return calls.call(request.verb(), request.arguments());
    }

    private Map<String, String> hello() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", Integer.toString(Protocol.VERSION));
        fields.put("capabilities", capabilities().stream().map(Enum::name).collect(Collectors.joining(",")));
        fields.put("line", Integer.toString(LONGEST_LINE));
        fields.put("connections", "0");
        fields.put("agent", "netty" + nettyVersion());
        fields.put("java", System.getProperty("java.version"));
        fields.put("kernel", System.getProperty("os.version"));
        return fields;
    }

    /** Known only where Netty's jars are apart. */
    private static String nettyVersion() {
        return Optional.ofNullable(Epoll.class.getPackage().getImplementationVersion())
                .map(version -> "-" + version)
                .orElse("");
    }

    private Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        all.removeAll(Set.of(Capability.OPEN_FROM_LISTEN, Capability.URGENT_AHEAD, Capability.DRIVEN_USER));
        if (!status) {
            all.remove(Capability.STATUS);
        }
        if (!Files.exists(Path.of("/proc/sys/net/ipv6"))) {
            all.remove(Capability.IPV6);
        }
        return all;
    }
}
