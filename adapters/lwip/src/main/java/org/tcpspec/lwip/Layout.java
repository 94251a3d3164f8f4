package org.tcpspec.lwip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/** Where a build of lwIP keeps what the kit reads, and what it was built with: as {@code lwip-layout.c} prints it. */
final class Layout {

    private static final String BUNDLED = "liblwip0-2.1.3-amd64.layout";

    private final String name;
    private final Map<String, String> values = new HashMap<>();

    private Layout(String name, List<String> lines) {
        this.name = name;
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space < 1) {
                throw new LabException(name + ": not a layout of lwIP: '" + line + "'; make it with lwip-layout.c.");
            }
            values.put(line.substring(0, space), line.substring(space + 1));
        }
    }

    /** That of Debian's liblwip0 2.1.3 on amd64. */
    static Layout bundled() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Layout.class.getResourceAsStream(BUNDLED), StandardCharsets.UTF_8))) {
            return new Layout(BUNDLED, lines.lines().toList());
        } catch (IOException e) {
            throw new IllegalStateException(BUNDLED + " is part of this jar", e);
        }
    }

    /**
     * The one in {@code file}.
     *
     * @throws LabException if it is none
     */
    static Layout in(Path file) {
        try {
            return new Layout(file.toString(), Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            throw new LabException(
                    file + " does not exist: compile lwip-layout.c with the library's own lwipopts.h and write there"
                            + " what it prints (docs/lwip.md).",
                    e);
        } catch (IOException e) {
            throw new LabException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where the layout of {@code library} must stand: {@code liblwip.layout} beside {@code liblwip.so}. */
    static Path beside(Path library) {
        String file = library.getFileName().toString();
        int suffix = file.indexOf(".so");
        return library.resolveSibling((suffix < 0 ? file : file.substring(0, suffix)) + ".layout");
    }

    /** What {@code library} claims, which is built as this layout says; the rest is as in {@code shipped}. */
    Statement claims(Path library, Statement shipped) {
        Map<String, Support> options = new LinkedHashMap<>(shipped.options());
        options.put("timestamps", option("TIMESTAMPS") == 1 ? Support.CLAIMED : Support.DENIED);
        options.put("window-scale", option("WINDOW_SCALE") == 1 ? Support.CLAIMED : Support.DENIED);
        Set<Capability> capabilities = EnumSet.copyOf(shipped.capabilities());
        if (option("IPV6") != 1) {
            capabilities.remove(Capability.IPV6);
        }
        if (option("KEEPALIVE") != 1) {
            capabilities.remove(Capability.KEEP_ALIVE);
        }
        return new Statement(
                "lwIP " + version() + " (" + library.getFileName() + ")",
                capabilities,
                options,
                shipped.ixit().withMsl(Duration.ofMillis(option("MSL"))),
                shipped.settings(),
                shipped.deviations(),
                shipped.unreachable());
    }

    String version() {
        return text("version");
    }

    /** The offset of a field, such as {@code tcp_pcb.state}, in octets. */
    int at(String field) {
        return Integer.parseInt(text(field));
    }

    /** The size of a struct, in octets. */
    int size(String struct) {
        return at("sizeof." + struct);
    }

    /** The value of a build option. */
    int option(String option) {
        return at("option." + option);
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new LabException(name + " does not tell " + key + "; make it anew with this kit's lwip-layout.c.");
        }
        return value;
    }
}
