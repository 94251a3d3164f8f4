package org.tcpspec.steps.words;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.play.Stopped;

/** What a scenario has come to so far: its verdict, which only gets worse, and what a reader should know besides. */
final class Finding {

    private final Set<String> notes = new LinkedHashSet<>();
    private Verdict verdict = Verdict.PASS;

    Verdict verdict() {
        return verdict;
    }

    /**
     * Takes note of the verdict that a step ends with, and lets it go on.
     *
     * @param cause the packet that led to what the step met; asked for only if the IUT died of it
     */
    void of(Runnable step, Supplier<OptionalLong> cause) {
        try {
            step.run();
        } catch (Stopped.Failure | Stopped.Inconclusive stopped) {
            note(((Stopped) stopped).verdict());
            throw stopped;
        } catch (IutGoneException gone) {
            note(new Verdict(Grade.FAIL, "", "", Verdict.DIED + gone.getMessage(), cause.get()));
            throw gone;
        } catch (LabException lab) {
            note(Verdict.of(Grade.ERROR, lab.getMessage()));
            throw lab;
        } catch (RuntimeException bug) {
            note(Verdict.of(Grade.ERROR, "A fault of the kit: " + bug));
            throw bug;
        }
    }

    private void note(Verdict found) {
        verdict = verdict.worse(found);
    }

    /** The scenario is not played. */
    void notApplicable(String reason) {
        verdict = Verdict.of(Grade.NOT_APPLICABLE, reason);
    }

    /** What a reader should know besides, one sentence each. */
    Set<String> notes() {
        return notes;
    }

    void addNote(String sentence) {
        notes.add(sentence);
    }
}
