package org.tcpspec.reports.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tcpspec.reports.fake.FakePlanning;

/** Calls the command as a user does, in a folder of a test, against the fake IUT. */
final class Commands {
    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Commands(Path folder) {
        this.folder = folder;
    }

    /** Writes a file of the folder. */
    Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    int command(String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        out.reset();
        err.reset();
        return Main.run(args, terminal, new FakePlanning());
    }

    /** Plays {@code f.feature} into the report {@code report}. */
    int run(String report, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--iut", "fake", "--no-report", "--seed", "42"));
        args.addAll(List.of("--features", path("f.feature"), "--out", path(report)));
        args.addAll(Arrays.asList(more));
        return command(args.toArray(new String[0]));
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
