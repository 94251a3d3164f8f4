package org.tcpspec.steps.words.plan;

import io.cucumber.java.ParameterType;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;

/** Finds step definitions in a jar that a user brings. */
public final class OwnWords {

    private static final String CLASS = ".class";

    private OwnWords() {}

    /**
     * The classes of {@code jar} that define steps or parameter types.
     *
     * @param loader that knows the jar, and loads the kit too
     * @throws IllegalArgumentException if there are none, or a class cannot be loaded
     */
    public static List<Class<?>> in(Path jar, ClassLoader loader) throws IOException {
        List<Class<?>> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> names = file.stream()
                    .map(entry -> entry.getName())
                    .filter(n -> n.endsWith(CLASS) && !n.startsWith("META-INF/") && !n.endsWith("module-info.class"))
                    .map(n -> n.substring(0, n.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .toList();
            for (String name : names) {
                Class<?> type = load(name, jar, loader);
                if (defines(type, jar)) {
                    mustShowItsFolder(type, file, jar);
                    found.add(type);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    jar + " holds no step definition: no public method with @Given, @When or @Then");
        }
        return found;
    }

    /** Cucumber asks for the folder before it looks for classes in it. */
    private static void mustShowItsFolder(Class<?> type, JarFile file, Path jar) {
        String folder = type.getPackageName().replace('.', '/');
        if (folder.isEmpty()) {
            throw new IllegalArgumentException(
                    "the class " + type.getName() + " of " + jar + " stands in no package; give it one");
        }
        if (file.getEntry(folder + "/") == null) {
            throw new IllegalArgumentException(
                    jar + " has no entry for the folder " + folder + "/; pack it with the JDK's own jar command");
        }
    }

    private static Class<?> load(String name, Path jar, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw unloadable(name, jar, e);
        }
    }

    private static boolean defines(Class<?> type, Path jar) {
        try {
            return Arrays.stream(type.getDeclaredMethods()).anyMatch(OwnWords::isDefinition);
        } catch (LinkageError e) {
            throw unloadable(type.getName(), jar, e);
        }
    }

    private static boolean isDefinition(Method method) {
        return method.isAnnotationPresent(ParameterType.class)
                || Phrasebook.phrases(method).findAny().isPresent();
    }

    private static IllegalArgumentException unloadable(String name, Path jar, Throwable why) {
        return new IllegalArgumentException(
                "the class " + name + " of " + jar + " cannot be loaded (" + why
                        + "); what it needs besides tcpspec.jar must be in a jar of its own, also named by --glue",
                why);
    }
}
