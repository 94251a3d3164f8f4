package org.tcpspec.reports.fake.words;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Then;
import org.opentest4j.TestAbortedException;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Run;

/** Steps that say what becomes of their scenario, and a World that journals it as the real one does. */
public final class FakeSteps {
    private PlannedScenario planned;
    private Verdict verdict = Verdict.PASS;
    private boolean silent;

    @Before
    public void before(Scenario scenario) {
        planned = Run.current()
                .planned(scenario.getUri().toString(), scenario.getLine())
                .orElseThrow();
        if (planned.hasTag("@unfit")) {
            verdict = Verdict.of(Grade.NOT_APPLICABLE, "The IUT cannot " + Results.NASTY);
            throw new TestAbortedException(verdict.reason());
        }
    }

    @Then("it passes")
    public void passes() {
        // and leaves the verdict as it is
    }

    @Then("it is {word} because {string}")
    public void is(String grade, String reason) {
        verdict = new Verdict(Grade.valueOf(grade), "MUST-13", "RFC 9293 3.6", reason, java.util.OptionalLong.of(3));
        throw new AssertionError(reason);
    }

    @Then("it fails only the first time")
    public void flickers() {
        if (Run.current().attempt() == 1) {
            is("FAIL", "a flicker");
        }
    }

    @Then("it leaves no result")
    public void leavesNoResult() {
        silent = true;
        throw new IllegalStateException("the world broke");
    }

    @After
    public void after() {
        if (!silent) {
            String level = planned.hasTag("@SHLD-2") ? "SHOULD" : "MUST";
            Run.current().journal().add(Results.of(planned, Run.current().attempt(), verdict, level));
        }
    }
}
