package org.tcpspec.netty.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tcpspec.spi.iut.Refusal;

/** The settings of the agent's network namespace: what {@code sysctl} calls {@code net.*}. */
final class Settings {

    private static final int LONGEST = 4096;

    private Settings() {}

    /**
     * Sets {@code name}.
     *
     * @return what it was before
     */
    static String set(String name, String value) throws RefusedException {
        Path file = file(name);
        try {
            String was = read(file);
            Files.writeString(file, value);
            String is = read(file);
            if (!is.equals(value.strip().replaceAll("\\s+", " "))) {
                throw new RefusedException(Refusal.OTHER, name + " stayed " + is);
            }
            return was;
        } catch (IOException e) {
            throw new RefusedException(Refusal.OTHER, "cannot set " + name + " to " + value + ": " + e.getMessage());
        }
    }

    /** A setting is told whole to the first read, and to no second one. */
    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = new byte[LONGEST];
            int count = Math.max(0, in.read(octets));
            return new String(octets, 0, count, StandardCharsets.US_ASCII)
                    .strip()
                    .replaceAll("\\s+", " ");
        }
    }

    private static Path file(String name) throws RefusedException {
        if (!name.matches("net\\.[a-z0-9_]+(\\.[A-Za-z0-9_-]+)+")) {
            throw new RefusedException(Refusal.OTHER, name + " is not a setting of a network namespace");
        }
        Path file = Path.of("/proc/sys", name.replace('.', '/'));
        if (!Files.exists(file)) {
            throw new RefusedException(Refusal.OTHER, "this kernel has no " + name);
        }
        return file;
    }
}
