package org.tcpspec.reports.words;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Places;
import org.tcpspec.steps.words.plan.Phrasebook;

/**
 * What VS Code's Cucumber extension must read to know the phrases: a file with a step definition for each, which is
 * never compiled, and settings that name it and the parameter types.
 */
public final class EditorFiles {
    private static final String GLUE = ".vscode/tcpspec/Steps.java";
    private static final String SETTINGS = ".vscode/settings.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EditorFiles() {}

    /**
     * Writes them.
     *
     * @param folder that the editor opens
     * @return what was done, a line each
     */
    public static List<String> write(Path folder, Phrasebook book) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BrokenInputException(
                    "--editor " + folder + " is no folder; name the one that your editor opens.");
        }
        List<String> said = new ArrayList<>();
        Path glue = folder.resolve(GLUE);
        Places.folder("--editor", glue.getParent());
        Files.writeString(glue, glue(book));
        said.add("Wrote " + glue + ": " + book.entries().size() + " phrases.");
        String settings = settings(book);
        Path file = folder.resolve(SETTINGS);
        if (!Files.exists(file)) {
            Files.writeString(file, settings);
            said.add("Wrote " + file + ".");
        } else if (!Files.readString(file).equals(settings)) {
            Path beside = glue.resolveSibling("settings.json");
            Files.writeString(beside, settings);
            said.add(file + " is your own and stays as it is; copy the three entries of " + beside + " into it.");
        }
        said.add("Install the extension CucumberOpen.cucumber-official and open " + folder + " in VS Code.");
        return said;
    }

    private static String glue(Phrasebook book) {
        StringBuilder s = new StringBuilder("""
                // Made by "tcpspec steps --editor" for the editor, which reads it and never compiles it.
                import io.cucumber.java.en.*;

                class Steps {
                """);
        int number = 0;
        for (Phrasebook.Entry entry : book.entries()) {
            String phrase = entry.phrase().replace("\\", "\\\\").replace("\"", "\\\"");
            s.append("    @")
                    .append(entry.keyword())
                    .append("(\"")
                    .append(phrase)
                    .append("\")\n");
            s.append("    public void step").append(++number).append("() {}\n\n");
        }
        return s.append("}\n").toString();
    }

    private static String settings(Phrasebook book) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("cucumber.features").add("**/*.feature");
        root.putArray("cucumber.glue").add(GLUE);
        ArrayNode types = root.putArray("cucumber.parameterTypes");
        for (Map.Entry<String, String> type : book.parameterTypes().entrySet()) {
            types.addObject().put("name", type.getKey()).put("regexp", type.getValue());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
