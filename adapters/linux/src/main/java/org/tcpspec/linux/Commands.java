package org.tcpspec.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tcpspec.spi.iut.LabException;

/** The programs of the system that the lab uses: which package each is from, and how it is run. */
final class Commands {

    private static final Map<String, String> PACKAGES =
            Map.of("unshare", "util-linux", "nsenter", "util-linux", "ip", "iproute2", "ethtool", "ethtool");

    private Commands() {}

    /** What a program said and how it ended. */
    record Result(int exit, String output) {}

    /**
     * Where a program lies. An ordinary user's PATH often lacks the sbin directories, where some of these are.
     *
     * @throws LabException if it is nowhere, with the command that installs it
     */
    static String find(String program) {
        Stream<String> path =
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"));
        return Stream.concat(path, Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new LabException("The program " + program
                        + " is missing. Install it: apt-get install " + PACKAGES.getOrDefault(program, program)));
    }

    /** Runs a program to its end, with {@code input} on its standard input. */
    static Result run(String input, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new LabException("cannot run " + String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while running " + command.get(0), e);
        }
    }

    /**
     * Runs a program that must succeed.
     *
     * @throws LabException with what it said
     */
    static void check(String input, List<String> command) {
        Result result = run(input, command);
        if (result.exit() != 0) {
            String what = String.join(" ", command);
            throw new LabException("The lab cannot be set up: \"" + what + "\" says: " + result.output());
        }
    }
}
