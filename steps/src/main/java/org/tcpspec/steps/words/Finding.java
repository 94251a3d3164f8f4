package org.tcpspec.steps.words;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.IutGoneInCompanyException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.play.Stopped;

/** What a scenario has come to so far: its verdict, which only gets worse, and what a reader should know besides. */
final class Finding {

    private static final String EARLY = "The preamble was not reached. ";

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
        } catch (IutGoneInCompanyException gone) {
            note(Verdict.of(Grade.INCONCLUSIVE, Verdict.DIED_IN_COMPANY + gone.getMessage()));
            throw gone;
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

    /**
     * Takes note of what a step that is not the kit's own has thrown, unless what it made of the kit's phrases has
     * decided already.
     *
     * @param judged a Then had been reached; before it nothing can be said of the IUT
     */
    void thrownByOwnWords(Throwable thrown, boolean judged) {
        if (verdict.grade() != Grade.PASS) {
            return;
        }
        String words = String.valueOf(thrown.getMessage()).strip();
        if (thrown instanceof Stopped stopped) {
            boolean early = stopped.verdict().grade() == Grade.FAIL && !judged;
            note(early ? Verdict.of(Grade.INCONCLUSIVE, EARLY + words) : stopped.verdict());
        } else if (thrown instanceof AssertionError) {
            note(judged ? Verdict.of(Grade.FAIL, words) : Verdict.of(Grade.INCONCLUSIVE, EARLY + words));
        } else {
            note(Verdict.of(Grade.ERROR, "A step definition failed: " + thrown));
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
