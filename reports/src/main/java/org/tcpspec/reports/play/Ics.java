package org.tcpspec.reports.play;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tcpspec.reports.read.BrokenInputException;

/** The ICS profiles that ship with the kit, and those of a user. */
final class Ics {
    private static final List<String> SHIPPED = List.of("full", "plain-9293", "rfc793-style");

    private Ics() {}

    /**
     * The profile of that name, or the one in a file.
     *
     * @throws BrokenInputException if it is neither
     */
    static URL named(String name) {
        if (SHIPPED.contains(name)) {
            return Ics.class.getResource("/org/tcpspec/reports/ics/" + name + ".yaml");
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException(
                    "--ics " + name + " is neither a file nor one of the profiles " + String.join(", ", SHIPPED) + ".");
        }
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new BrokenInputException("--ics " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
