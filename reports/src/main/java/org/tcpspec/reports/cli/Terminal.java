package org.tcpspec.reports.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where the command speaks to people.
 *
 * @param out results
 * @param err progress and what went wrong
 * @param interactive {@code err} is a terminal on which a line can be drawn again
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /**
     * The streams of this process, in UTF-8 where that is the custom. Whether they are a terminal is told by the
     * launcher script, which can see it; {@code java -jar} asks the console.
     */
    static Terminal ofProcess() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        PrintStream out = windows ? System.out : utf8(FileDescriptor.out);
        PrintStream err = windows ? System.err : utf8(FileDescriptor.err);
        String told = System.getProperty("tcpspec.tty");
        return new Terminal(out, err, told == null ? System.console() != null && !newConsole() : told.equals("true"));
    }

    /** From Java 22 on there is a console even where there is no terminal. */
    private static boolean newConsole() {
        return Runtime.version().feature() >= 22;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
