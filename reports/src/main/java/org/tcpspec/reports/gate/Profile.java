package org.tcpspec.reports.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * A frozen list of scenarios: a gate that names it judges these and no others, so that a newer kit, with more
 * scenarios, does not redden a pipeline. A file of ids, one a line; what follows {@code #} is a comment.
 *
 * @param name of a shipped one, or the path of a file
 * @param ids of the scenarios; empty stands for all of them
 */
public record Profile(String name, Set<String> ids) {
    /** Those that ship with the kit. */
    public static final List<String> SHIPPED = List.of("2026.11");

    private static final String FOLDER = "/org/tcpspec/reports/profiles/";

    /** Every scenario that was played. */
    public static final Profile ALL = new Profile("", Set.of());

    public Profile {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    /**
     * The shipped profile of that name, or the one in a file.
     *
     * @throws BrokenInputException if it is neither, or lists nothing
     */
    public static Profile named(String name, Path file) {
        try {
            if (SHIPPED.contains(name)) {
                try (InputStream in = Profile.class.getResourceAsStream(FOLDER + name + ".txt")) {
                    return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            if (Files.isRegularFile(file)) {
                return read(name, Files.readString(file));
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BrokenInputException(file + " is not UTF-8 text, so it is no profile.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new BrokenInputException("The profile '" + name + "' is neither a file nor one of "
                + String.join(", ", SHIPPED) + "; 'tcpspec gate --freeze FILE' makes one.");
    }

    private static Profile read(String name, String text) {
        Set<String> ids = new LinkedHashSet<>();
        text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(ids::add);
        if (ids.isEmpty()) {
            throw new BrokenInputException("The profile '" + name + "' lists no scenario.");
        }
        return new Profile(name, ids);
    }

    /** The profile of what {@code judgement} has played, as the text of a file. */
    public static String freeze(Judgement judgement) {
        Set<String> ids = new TreeSet<>();
        judgement.scenarios().forEach(j -> ids.add(j.id()));
        return "# the scenarios that a gate with this profile judges: " + ids.size() + "\n" + String.join("\n", ids)
                + "\n";
    }

    boolean has(PlannedScenario scenario) {
        return ids.isEmpty()
                || ids.contains(scenario.id())
                || scenario.formerId().filter(ids::contains).isPresent();
    }

    /** Its scenarios that {@code judgement} does not have. */
    public List<String> missing(Judgement judgement) {
        Set<String> left = new LinkedHashSet<>(ids);
        judgement.scenarios().stream()
                .flatMap(j -> Stream.concat(Stream.of(j.id()), j.scenario().formerId().stream()))
                .forEach(left::remove);
        return List.copyOf(left);
    }
}
