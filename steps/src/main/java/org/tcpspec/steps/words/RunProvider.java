package org.tcpspec.steps.words;

import io.cucumber.picocontainer.CucumberPicoProvider;
import org.picocontainer.injectors.Provider;
import org.tcpspec.steps.run.Run;

/** Hands the run in force to a scenario's {@link World}. */
@CucumberPicoProvider
public final class RunProvider implements Provider {

    /** The run in force. */
    public Run provide() {
        return Run.current();
    }
}
