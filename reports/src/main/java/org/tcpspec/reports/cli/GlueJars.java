package org.tcpspec.reports.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.steps.words.plan.OwnWords;
import picocli.CommandLine.Option;

/**
 * Step definitions that a user brings in jars. Cucumber's engine looks for them with the class loader that it came from
 * itself, so the command starts once more in a class loader that holds the kit and the jars.
 */
public final class GlueJars {
    private static final String NAME = "--glue";

    /** Read before any command is: {@link GlueJars#named}. */
    @Option(
            names = NAME,
            paramLabel = "JAR",
            description = "Takes step definitions from this jar, too. May be given several times.")
    private List<Path> jars = List.of();

    /** The jars that a command line names. */
    static List<Path> named(String[] args) {
        List<Path> jars = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(NAME) && i + 1 < args.length) {
                jars.add(Path.of(args[++i]));
            } else if (args[i].startsWith(NAME + "=")) {
                jars.add(Path.of(args[i].substring(NAME.length() + 1)));
            }
        }
        return jars;
    }

    /** Runs the command where {@code jars} are known. */
    static int run(String[] args, Terminal terminal, List<Path> jars) {
        try {
            jars.forEach(GlueJars::check);
            return inside(args, terminal, jars);
        } catch (BrokenInputException | IOException e) {
            return Main.report(e, terminal);
        }
    }

    private static int inside(String[] args, Terminal terminal, List<Path> jars) throws IOException {
        List<URL> all = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            all.add(url(Path.of(entry)));
        }
        for (Path jar : jars) {
            all.add(url(jar));
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader("tcpspec", all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Method start = loader.loadClass(GlueJars.class.getName())
                    .getDeclaredMethod(
                            "start", String[].class, PrintStream.class, PrintStream.class, boolean.class, List.class);
            return (int) start.invoke(null, args, terminal.out(), terminal.err(), terminal.interactive(), jars);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the command failed beside the jars of " + NAME, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kit is not whole on its own class path", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What {@link #inside} calls in the other class loader; only types of the JDK are the same in both. */
    public static int start(String[] args, PrintStream out, PrintStream err, boolean interactive, List<Path> jars) {
        Terminal terminal = new Terminal(out, err, interactive);
        try {
            return Main.run(args, terminal, planning(jars));
        } catch (BrokenInputException | IOException e) {
            return Main.report(e, terminal);
        }
    }

    private static StepsPlanning planning(List<Path> jars) throws IOException {
        List<Class<?>> own = words(jars);
        try {
            return new StepsPlanning(own);
        } catch (IllegalArgumentException e) {
            throw new BrokenInputException(NAME + ": " + e.getMessage() + ".", e);
        }
    }

    private static List<Class<?>> words(List<Path> jars) throws IOException {
        List<Class<?>> own = new ArrayList<>();
        for (Path jar : jars) {
            try {
                own.addAll(OwnWords.in(jar, GlueJars.class.getClassLoader()));
            } catch (ZipException e) {
                throw new BrokenInputException(NAME + ": " + jar + " is no jar: " + e.getMessage() + ".", e);
            } catch (IllegalArgumentException e) {
                throw new BrokenInputException(NAME + ": " + e.getMessage() + ".", e);
            }
        }
        return own;
    }

    private static void check(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new BrokenInputException(NAME + " " + jar + " is no file; name a jar with step definitions.");
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
