package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the phrases of a phrasebook are used. */
public final class Usage {

    /**
     * One step of one scenario.
     *
     * @param step as it reads, without its keyword
     * @param arguments what stands in place of the phrase's parameters, in order
     */
    public record Use(String file, long line, String step, List<String> arguments) {
        public Use {
            arguments = List.copyOf(arguments);
        }
    }

    private final Map<Phrasebook.Entry, List<Use>> uses = new LinkedHashMap<>();
    private final Map<String, List<Phrasebook.Match>> known = new HashMap<>();
    private final Phrasebook book;

    private Usage(Phrasebook book) {
        this.book = book;
    }

    /** Of each phrase, in the order of the book: its uses in the order of the files; none for a phrase that is not used. */
    public static Map<Phrasebook.Entry, List<Use>> of(Phrasebook book, List<FeatureSource> features) {
        Usage usage = new Usage(book);
        book.entries().forEach(entry -> usage.uses.put(entry, new ArrayList<>()));
        for (FeatureSource feature : features) {
            GherkinFile.read(feature.uri(), feature.text(), (line, column, sentence) -> {})
                    .ifPresent(file -> usage.read(feature, file));
        }
        return usage.uses;
    }

    private void read(FeatureSource feature, GherkinFile file) {
        Outline outline = new Outline(file.feature());
        for (Pickle pickle : file.pickles()) {
            for (PickleStep step : pickle.getSteps()) {
                Location at = outline.text(step);
                for (Phrasebook.Match match : known.computeIfAbsent(step.getText(), this::matches)) {
                    uses.get(match.entry()).add(new Use(feature.file(), at.getLine(), step.getText(), match.texts()));
                }
            }
        }
    }

    /** A step whose parameters mean nothing is a matter of the lint. */
    private List<Phrasebook.Match> matches(String step) {
        try {
            return book.matches(step);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
