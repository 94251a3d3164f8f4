package org.tcpspec.steps.words;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.StepLog;
import org.tcpspec.steps.run.StepResult;

/** Writes each step that Cucumber has played into the run's {@link StepLog}. */
public final class StepListener implements ConcurrentEventListener {

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepFinished.class, this::finished);
    }

    private void finished(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            Run run = Run.current();
            String key = Run.key(
                    event.getTestCase().getUri().toString(),
                    event.getTestCase().getLocation().getLine());
            Throwable error = event.getResult().getError();
            if (error != null) {
                run.steps().threw(key, error);
            } else if (event.getResult().getStatus() == Status.UNDEFINED) {
                run.steps().threw(key, new IllegalStateException("Cucumber does not know the step that was planned"));
            }
            run.steps()
                    .add(
                            key,
                            new StepResult(
                                    step.getStep().getKeyword().strip(),
                                    step.getStep().getText(),
                                    step.getStep().getLine(),
                                    status(event.getResult().getStatus()),
                                    event.getResult().getDuration().toNanos()));
        }
    }

    private static StepResult.Status status(Status status) {
        return switch (status) {
            case PASSED -> StepResult.Status.PASSED;
            case SKIPPED -> StepResult.Status.SKIPPED;
            default -> StepResult.Status.STOPPED;
        };
    }
}
