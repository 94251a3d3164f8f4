package org.tcpspec.reports.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tcpspec.reports.play.StepsPlanning;

/** Calls the command as a user does, with the kit's own steps. */
final class OnTheModel {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    int command(String... args) {
        out.reset();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(args, new Terminal(both, both, false), new StepsPlanning());
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
