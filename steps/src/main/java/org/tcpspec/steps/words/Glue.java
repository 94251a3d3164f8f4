package org.tcpspec.steps.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Cucumber's engine must be told to play the kit's scenarios. */
public final class Glue {
    private static final String PACKAGES = "cucumber.glue";

    private Glue() {}

    /** Configuration parameters of the JUnit Platform. */
    public static Map<String, String> configuration() {
        return configuration(List.of());
    }

    /**
     * Configuration parameters of the JUnit Platform.
     *
     * @param own classes with step definitions of a user
     */
    public static Map<String, String> configuration(List<Class<?>> own) {
        String packages = Stream.concat(
                        Stream.of(Glue.class.getPackageName()), own.stream().map(Class::getPackageName))
                .distinct()
                .collect(Collectors.joining(","));
        return Map.of(
                PACKAGES,
                packages,
                "cucumber.plugin",
                StepListener.class.getName(),
                "cucumber.publish.quiet",
                "true",
                "cucumber.publish.enabled",
                "false");
    }

    /** The packages that such parameters name. */
    static Stream<String> packages(Map<String, String> configuration) {
        return Stream.of(configuration.getOrDefault(PACKAGES, "").split(",")).filter(name -> !name.isEmpty());
    }
}
