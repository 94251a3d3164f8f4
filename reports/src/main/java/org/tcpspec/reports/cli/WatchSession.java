package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Escape;

/** {@code tcpspec run --watch}: plays a feature file each time it is saved, until it is interrupted. */
final class WatchSession {
    private final RunOptions options;
    private final Planning planning;
    private final Terminal terminal;
    private final Path out;

    WatchSession(RunOptions options, Planning planning, Terminal terminal, Path out) {
        this.options = options;
        this.planning = planning;
        this.terminal = terminal;
        this.out = out;
    }

    /**
     * Plays all of {@code watched} once, then what is saved.
     *
     * @param command the command line of this process
     * @return 0, if the thread is interrupted
     */
    int run(List<String> command, Path watched) throws IOException {
        FeatureFiles.in(watched);
        try (SavedFiles saved = new SavedFiles(watched)) {
            play(command, watched);
            while (true) {
                terminal.err().println("Watching " + Escape.line(watched.toString()) + "; Ctrl-C ends.");
                for (Path file : saved.next()) {
                    play(command, file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private void play(List<String> command, Path file) throws IOException {
        long start = System.nanoTime();
        try {
            new RunSession(options.but().features(Optional.of(file)).build(), planning, terminal, out, false, 1)
                    .briefly()
                    .run(command);
            double seconds = (System.nanoTime() - start) / 1e9;
            terminal.out().println(String.format(Locale.ROOT, "%s: %.2f s", Escape.line(file.toString()), seconds));
        } catch (BrokenInputException e) {
            Main.report(e, terminal);
        }
    }
}
