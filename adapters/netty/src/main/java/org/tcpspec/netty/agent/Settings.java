package org.tcpspec.netty.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tcpspec.spi.iut.Refusal;

/** The settings of the agent's network namespace: what {@code sysctl} calls {@code net.*}. */
final class Settings {

    private Settings() {}

    /**
     * Sets {@code name}.
     *
     * @return what it was before
     */
    static String set(String name, String value) throws RefusedException {
        Path file = file(name);
        try {
            String was = Files.readString(file).strip();
            Files.writeString(file, value);
            String is = Files.readString(file).strip();
            if (!is.replaceAll("\\s+", " ").equals(value.strip().replaceAll("\\s+", " "))) {
                throw new RefusedException(Refusal.OTHER, name + " stayed " + is);
            }
            return was.replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new RefusedException(Refusal.OTHER, "cannot set " + name + " to " + value + ": " + e.getMessage());
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
