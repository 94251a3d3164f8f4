package org.tcpspec.reports.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.CapturedPacket;
import org.tcpspec.spi.wire.PcapNg;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * The evidence of a run. What did not pass has a folder of its own with its ladder as text and as a drawing and its
 * packets as pcapng, and the same of a second play. What passed has drawing and packets among the Allure results, where
 * they are needed anyway; its ladder as text stands in the report.
 *
 * @param files by the scenario's id: the paths below the report's folder, with {@code /}
 */
public record Evidence(Map<String, List<String>> files) {
    public static final String FOLDER = "evidence";
    public static final String RESULTS = "allure-results";
    private static final int LONGEST = 120;

    /**
     * Writes it below {@code out}.
     *
     * @param passes scenarios that passed have theirs too; all others always have
     */
    public static Evidence write(Path out, List<Judged> scenarios, boolean passes) throws IOException {
        Map<String, List<String>> files = new ConcurrentHashMap<>();
        try {
            scenarios.parallelStream()
                    .filter(judged -> passes || judged.outcome() != Outcome.PASS)
                    .filter(judged -> !(judged.shown().ladder().isEmpty()
                            && judged.shown().record().isEmpty()))
                    .forEach(judged -> files.put(judged.id(), write(out, judged)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Evidence(files);
    }

    private static List<String> write(Path out, Judged judged) {
        try {
            return judged.outcome() == Outcome.PASS ? passed(out, judged) : folder(out, judged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> of(Judged judged) {
        return files.getOrDefault(judged.id(), List.of());
    }

    private static List<String> passed(Path out, Judged judged) throws IOException {
        Path results = Files.createDirectories(out.resolve(RESULTS));
        String name = attachment(judged.id());
        drawing(results.resolve(name + ".svg"), judged, judged.shown());
        packets(results.resolve(name + ".pcapng"), judged.shown());
        return List.of(RESULTS + "/" + name + ".svg", RESULTS + "/" + name + ".pcapng");
    }

    /** A name, without its ending, that Allure takes for an attachment: the same for the same {@code key}. */
    public static String attachment(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "-attachment";
    }

    private static List<String> folder(Path out, Judged judged) throws IOException {
        String folder = FOLDER + "/" + folder(judged.id());
        Path directory = Files.createDirectories(out.resolve(folder));
        List<String> names = new ArrayList<>();
        for (ScenarioResult play : judged.plays()) {
            String nth = play.attempt() == 1 ? "" : "-" + play.attempt();
            drawing(directory.resolve("ladder" + nth + ".svg"), judged, play);
            packets(directory.resolve("packets" + nth + ".pcapng"), play);
            names.add(folder + "/ladder" + nth + ".svg");
            names.add(folder + "/packets" + nth + ".pcapng");
        }
        Files.writeString(directory.resolve("ladder.txt"), LadderText.everyPlay(judged));
        names.add(folder + "/ladder.txt");
        return List.copyOf(names);
    }

    private static void drawing(Path file, Judged judged, ScenarioResult play) throws IOException {
        Verdict verdict = play == judged.shown() ? judged.verdict() : play.verdict();
        Files.writeString(file, LadderSvg.of(play, verdict, judged.clause()));
    }

    /** The packets of one play in the order of the capture, seen from the peer: the IUT's come in. */
    private static void packets(Path file, ScenarioResult play) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                PcapNg.Writer writer = PcapNg.writer(out, "tcpspec")) {
            for (Observed observed : play.record()) {
                if (observed instanceof Observed.Frame frame) {
                    writer.write(
                            Math.max(0, frame.nanos()),
                            frame.packet().octets(),
                            frame.direction() == Observed.Direction.FROM_IUT
                                    ? CapturedPacket.Direction.INBOUND
                                    : CapturedPacket.Direction.OUTBOUND,
                            isDeciding(play, frame)
                                    ? "tcpspec: " + play.verdict().reason()
                                    : "");
                }
            }
        }
    }

    private static boolean isDeciding(ScenarioResult play, Observed.Frame frame) {
        return play.verdict().packet().isPresent() && play.verdict().packet().getAsLong() == frame.number();
    }

    /** A folder's name that every file system takes: the id, its slashes as dots, cut if it is too long. */
    static String folder(String id) {
        String name = id.replace('/', '.').replaceAll("[^A-Za-z0-9._-]", "_");
        if (name.length() <= LONGEST) {
            return name;
        }
        int hash = java.util.Arrays.hashCode(id.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST - 9) + "-" + HexFormat.of().toHexDigits(hash);
    }
}
