package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.steps.run.ScenarioResult;

/** Reads a journal back, also one whose run was killed in the middle of a line. */
public final class JournalReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalReader() {}

    /**
     * Reads {@code file}.
     *
     * @throws BrokenInputException if it is not a journal
     * @throws IOException if it cannot be read
     */
    public static Recorded read(Path file) throws IOException {
        Optional<RunInfo> run = Optional.empty();
        List<ScenarioResult> results = new ArrayList<>();
        Optional<RunEnd> end = Optional.empty();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                Optional<JsonNode> node = parse(line);
                if (node.isEmpty() && in.readLine() == null) {
                    break;
                }
                JsonNode n = node.orElseThrow(notJournal(file, number));
                switch (n.path("type").asText()) {
                    case "run" -> run = Optional.of(RunJson.readInfo(n));
                    case "scenario" -> results.add(ResultJson.read(n));
                    case "end" -> end = Optional.of(RunJson.readEnd(n));
                    default -> throw notJournal(file, number).get();
                }
            }
        }
        return new Recorded(run.orElseThrow(notJournal(file, 1)), results, end);
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private static java.util.function.Supplier<BrokenInputException> notJournal(Path file, int line) {
        return () -> new BrokenInputException(file + ":" + line + ": this is not a line of a tcpspec journal.");
    }
}
