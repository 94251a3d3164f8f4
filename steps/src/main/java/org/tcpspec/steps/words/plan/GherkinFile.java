package org.tcpspec.steps.words.plan;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A feature file as Cucumber's own parser reads it.
 *
 * @param pickles its scenarios, one for each row of an outline
 */
record GherkinFile(Feature feature, List<Pickle> pickles) {

    /** Told of each mistake. */
    @FunctionalInterface
    interface Problems {
        void add(long line, long column, String sentence);
    }

    /** Empty if the text is no Gherkin, which {@code problems} is then told, or holds no feature. */
    static Optional<GherkinFile> read(String uri, String text, Problems problems) {
        GherkinParser parser = GherkinParser.builder().includeSource(false).build();
        List<Envelope> envelopes =
                parser.parse(uri, text.getBytes(StandardCharsets.UTF_8)).toList();
        for (Envelope envelope : envelopes) {
            envelope.getParseError().ifPresent(e -> report(e, problems));
        }
        List<Pickle> pickles =
                envelopes.stream().flatMap(e -> e.getPickle().stream()).toList();
        return envelopes.stream()
                .flatMap(e -> e.getGherkinDocument().stream())
                .flatMap(d -> d.getFeature().stream())
                .findFirst()
                .map(feature -> new GherkinFile(feature, pickles));
    }

    /** The parser's words without the place, which stands before them already. */
    private static void report(ParseError e, Problems problems) {
        long line = e.getSource().getLocation().map(l -> l.getLine()).orElse(1L);
        long column = e.getSource().getLocation().flatMap(l -> l.getColumn()).orElse(1L);
        String said = e.getMessage().replaceAll("\\s+", " ").replaceFirst("^\\(\\d+:\\d+\\): ", "");
        problems.add(line, Math.max(1, column), "this is not Gherkin: " + said);
    }
}
