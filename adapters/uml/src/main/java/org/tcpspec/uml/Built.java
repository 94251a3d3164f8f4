package org.tcpspec.uml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tcpspec.spi.iut.LabException;

/**
 * What {@code adapters/uml/build.sh} builds.
 *
 * @param kernel a program
 * @param initrd what it runs
 * @param version Debian's of the kernel's source
 */
record Built(Path kernel, Path initrd, String version) {

    private static final List<String> SOURCES = List.of("kernel.config", "init.c", "tcpspec-agent.c");
    private static final int HASH_OCTETS = 8;
    private static final String COMMAND = "adapters/uml/build.sh";

    /** Where build.sh puts it. */
    static Path folder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("tcpspec").resolve("uml");
    }

    /**
     * What is in {@code folder}.
     *
     * @throws LabException if nothing is, or it was built of other sources than this kit's
     */
    static Built in(Path folder) {
        Path kernel = folder.resolve("linux");
        Path initrd = folder.resolve("initrd");
        if (!Files.isExecutable(kernel) || !Files.exists(initrd)) {
            throw new LabException("the kernel is not built (there is no " + kernel + "): run " + COMMAND
                    + ", which takes some five minutes.");
        }
        if (!line(folder.resolve("sources")).equals(ownSources())) {
            throw new LabException(folder + " was built of other sources than this kit's: run " + COMMAND + " again.");
        }
        return new Built(kernel, initrd, line(folder.resolve("version")));
    }

    private static String line(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readString(file, StandardCharsets.UTF_8).strip()
                    : "";
        } catch (IOException e) {
            throw new LabException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** As build.sh counts it. */
    private static String ownSources() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : SOURCES) {
                try (InputStream in = Built.class.getResourceAsStream("sources/" + name)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_OCTETS);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the sources are part of this jar, and every JDK has SHA-256", e);
        }
    }
}
