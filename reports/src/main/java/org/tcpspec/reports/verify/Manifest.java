package org.tcpspec.reports.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tcpspec.reports.read.BrokenInputException;

/**
 * The SHA-256 sums of every file of a report, in the form that {@code sha256sum --check} reads. What begins with a dot
 * is the kit's own and not of the report. A manifest proves that nothing has changed since it was written; who wrote it
 * is proved by a signature made outside.
 *
 * @param sums by path below the folder, with {@code /}, in hexadecimal
 */
public record Manifest(Map<String, String> sums) {
    public static final String NAME = "SHA256SUMS";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    public Manifest {
        sums = Map.copyOf(sums);
    }

    /** What the files of {@code folder} are now. */
    public static Manifest of(Path folder) throws IOException {
        Map<String, String> sums = new ConcurrentSkipListMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(folder::relativize)
                    .filter(Manifest::isOfTheReport)
                    .toList()
                    .parallelStream()
                    .forEach(file -> sums.put(file.toString().replace('\\', '/'), sum(folder.resolve(file))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Manifest(sums);
    }

    private static boolean isOfTheReport(Path file) {
        return !file.getName(0).toString().startsWith(".") && !file.toString().equals(NAME);
    }

    private static String sum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the manifest of what {@code folder} holds now. */
    public static void write(Path folder) throws IOException {
        write(folder, of(folder));
    }

    /** Tells the manifest of {@code folder}, if it has one, of {@code pages} that a command of the kit has just written. */
    public static void note(Path folder, List<String> pages) throws IOException {
        if (!Files.isRegularFile(folder.resolve(NAME))) {
            return;
        }
        Map<String, String> sums = new TreeMap<>(in(folder).sums);
        for (String page : pages) {
            sums.put(page, sum(folder.resolve(page)));
        }
        write(folder, new Manifest(sums));
    }

    private static void write(Path folder, Manifest manifest) throws IOException {
        StringBuilder s = new StringBuilder();
        new TreeMap<>(manifest.sums())
                .forEach((file, sum) -> s.append(sum).append("  ").append(file).append('\n'));
        Files.writeString(folder.resolve(NAME), s);
    }

    /**
     * The manifest in {@code folder}.
     *
     * @throws BrokenInputException if there is none that can be read
     */
    public static Manifest in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException(
                    "There is no " + NAME + " in " + folder + "; name the folder of a finished report.");
        }
        Map<String, String> sums = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = LINE.matcher(lines.get(i));
            if (!m.matches()) {
                throw new BrokenInputException(file + ":" + (i + 1) + ": this is no line of a manifest.");
            }
            sums.put(m.group(2), m.group(1));
        }
        return new Manifest(sums);
    }

    /** One sentence for each file of which {@code now} says something else. */
    public List<String> differences(Manifest now) {
        List<String> found = new ArrayList<>();
        new TreeMap<>(sums).forEach((file, sum) -> {
            if (!now.sums.containsKey(file)) {
                found.add(file + " is missing.");
            } else if (!now.sums.get(file).equals(sum)) {
                found.add(file + " differs from the manifest.");
            }
        });
        new TreeMap<>(now.sums)
                .keySet().stream()
                        .filter(file -> !sums.containsKey(file))
                        .forEach(file -> found.add(file + " is not in the manifest."));
        return found;
    }
}
