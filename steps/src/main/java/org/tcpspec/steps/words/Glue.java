package org.tcpspec.steps.words;

import java.util.Map;

/** What Cucumber's engine must be told to play the kit's scenarios. */
public final class Glue {

    private Glue() {}

    /** Configuration parameters of the JUnit Platform. */
    public static Map<String, String> configuration() {
        return Map.of(
                "cucumber.glue",
                Glue.class.getPackageName(),
                "cucumber.plugin",
                StepListener.class.getName(),
                "cucumber.publish.quiet",
                "true",
                "cucumber.publish.enabled",
                "false");
    }
}
