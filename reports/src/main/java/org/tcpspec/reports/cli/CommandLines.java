package org.tcpspec.reports.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command line that started this process, so that a lab can start it again in a place of its own. */
final class CommandLines {
    private CommandLines() {}

    /** @param args what {@code main} was given */
    static List<String> ofProcess(List<String> args) {
        ProcessHandle.Info info = ProcessHandle.current().info();
        Optional<String[]> given = info.arguments();
        List<String> line = new ArrayList<>();
        if (info.command().isPresent() && given.isPresent()) {
            line.add(info.command().get());
            line.addAll(Arrays.asList(given.get()));
            return line;
        }
        line.addAll(ofChild(args));
        return line;
    }

    /** The command line of another process of this very kit, with {@code args}. */
    static List<String> ofChild(List<String> args) {
        List<String> line = new ArrayList<>();
        line.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(args);
        return line;
    }
}
