package org.tcpspec.netty;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.UserProvider;

/** The user above a kernel's sockets. Its agent is this same program, started with another main class. */
public final class NettyUserProvider implements UserProvider {

    private static final String AGENT = "org.tcpspec.netty.agent.AgentMain";

    /** The class archive that the launcher has made for the agent; without it the agent starts all the same. */
    private static final String ARCHIVE = "tcpspec.agent.archive";

    /** A short life with little work: what makes the start fast counts. */
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-Xlog:disable", // its words would go where the protocol's do
            "-Xms16m",
            "-Xmx192m",
            "-Dio.netty.noPreferDirect=true",
            "-Dio.netty.leakDetection.level=disabled",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        String archive = System.getProperty(ARCHIVE, "");
        if (!archive.isEmpty()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        String temporary = System.getProperty("java.io.tmpdir");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(classPath());
        command.add(AGENT);
        return command;
    }

    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(separator));
    }

    @Override
    public Agent attach(InputStream fromAgent, OutputStream toAgent, Optional<String> token) {
        return RemoteAgent.attach(fromAgent, toAgent, token);
    }
}
