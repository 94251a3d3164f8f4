package org.tcpspec.reports.prove;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.spi.iut.Fault;

/**
 * The folder of a proof: {@code kill-matrix.jsonl}, a line for each fault as soon as it was played,
 * {@code kill-matrix.json} and {@code kill-matrix.html}. A proof that was cut off goes on where it stood if kit,
 * scenarios and question are the same.
 */
public final class MatrixFiles implements Closeable {
    private final Path folder;
    private final BufferedWriter journal;
    private final Map<String, Integer> places;
    private final List<Tried> earlier;

    private MatrixFiles(Path folder, BufferedWriter journal, Map<String, Integer> places, List<Tried> earlier) {
        this.folder = folder;
        this.journal = journal;
        this.places = places;
        this.earlier = earlier;
    }

    /**
     * Opens, or makes, the folder.
     *
     * @param digest of all that the result depends on
     */
    public static MatrixFiles in(Path folder, String digest, List<Matrix.Spot> scenarios, List<Fault> faults)
            throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("kill-matrix.jsonl");
        List<Tried> earlier = new ArrayList<>();
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (!lines.isEmpty() && lines.get(0).equals(head(digest))) {
            Map<String, Fault> byId = faults.stream().collect(Collectors.toMap(Fault::id, Function.identity()));
            for (String line : lines.subList(1, lines.size())) {
                if (line.endsWith("}")) {
                    earlier.add(MatrixJson.read(line, scenarios, byId));
                }
            }
        }
        BufferedWriter journal =
                Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        MatrixFiles files = new MatrixFiles(folder, journal, MatrixJson.places(scenarios), List.copyOf(earlier));
        files.line(head(digest));
        for (Tried tried : earlier) {
            files.add(tried);
        }
        return files;
    }

    private static String head(String digest) {
        return "{\"schema\":" + MatrixJson.SCHEMA + ",\"digest\":\"" + digest + "\"}";
    }

    /** What was played in an earlier, equal proof. */
    public List<Tried> earlier() {
        return earlier;
    }

    /** A fault was played. */
    public void add(Tried tried) throws IOException {
        line(MatrixJson.line(tried, places));
    }

    private void line(String text) throws IOException {
        journal.write(text);
        journal.newLine();
        journal.flush();
    }

    /** Writes the matrix and its page. */
    public void write(Matrix matrix) throws IOException {
        MatrixJson.write(folder.resolve("kill-matrix.json"), matrix);
        Files.writeString(folder.resolve("kill-matrix.html"), MatrixPage.html(matrix));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /** Changes with the kit, the feature files and the question. */
    public static String digest(Proof proof) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(proof.toString().getBytes(StandardCharsets.UTF_8));
            Path kit = Path.of(MatrixFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            // classes in a folder change one by one: such a kit is never the same
            digest.update(
                    Files.isDirectory(kit)
                            ? Long.toString(System.nanoTime()).getBytes(StandardCharsets.UTF_8)
                            : Files.readAllBytes(kit));
            List<FeatureFile> features = proof.features().isPresent()
                    ? FeatureFiles.in(proof.features().get())
                    : List.of();
            features.forEach(f -> digest.update(f.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
