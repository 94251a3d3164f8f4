package org.tcpspec.reports.read;

import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Row;

/**
 * What must have happened before a requirement can be said to be tested: {@code stimuli.csv}. Each stimulus is
 * {@code EVENT@STATE} in the spelling of the transition table; {@code *} stands for any state, and at the end of an event
 * for whatever follows.
 *
 * @param byRequirement any one of the stimuli will do
 */
public record Stimuli(Map<String, List<Stimulus>> byRequirement) {

    /** One event in one state, or in any. */
    public record Stimulus(String event, String state) {

        /** True if that row is about this event in this state. */
        public boolean fits(Row row) {
            boolean rightEvent = event.endsWith("*")
                    ? row.event().toString().startsWith(event.substring(0, event.length() - 1))
                    : row.event().toString().equals(event);
            return rightEvent && (state.equals("*") || row.state().toString().equals(state));
        }
    }

    /** Those of the bundled catalogue. */
    public static Stimuli bundled() {
        return read(Csv.bundled("stimuli.csv"));
    }

    /**
     * Reads a table with the columns {@code id} and {@code stimulus}.
     *
     * @throws BrokenInputException if a stimulus names no event or no state of the transition table
     */
    public static Stimuli read(URL url) {
        Map<String, List<Stimulus>> found = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read(url)) {
            List<Stimulus> stimuli = new ArrayList<>();
            for (String word : row.get("stimulus").split(" ")) {
                stimuli.add(parse(word, row.where()));
            }
            found.put(row.get("id"), stimuli);
        }
        return new Stimuli(found);
    }

    private static Stimulus parse(String word, String where) {
        String[] parts = word.split("@");
        boolean known = parts.length == 2
                && (parts[0].endsWith("*") || EventKind.named(parts[0]).isPresent())
                && (parts[1].equals("*") || State.named(parts[1]).isPresent());
        if (!known) {
            throw new BrokenInputException(
                    where + ": '" + word + "' is no stimulus; write EVENT@STATE as the transition table spells them.");
        }
        return new Stimulus(parts[0], parts[1]);
    }
}
