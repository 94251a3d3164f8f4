package org.tcpspec.reports.play;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.tcpspec.reports.read.BrokenInputException;

/** Finds the feature files: the bundled ones, in a jar or in folders of classes, or a user's own. */
public final class FeatureFiles {
    private static final String ROOT = "tcpspec/features/";
    private static final String ENDING = ".feature";

    private FeatureFiles() {}

    /** The bundled ones, by path. */
    public static List<FeatureFile> bundled() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        ClassLoader loader = FeatureFiles.class.getClassLoader();
        for (URL root : Collections.list(loader.getResources(ROOT))) {
            if (root.openConnection() instanceof JarURLConnection jar) {
                readJar(jar, texts);
            } else {
                readFolder(folder(root), texts);
            }
        }
        List<FeatureFile> files = new ArrayList<>();
        texts.forEach((file, text) -> files.add(new FeatureFile("classpath:" + ROOT + file, file, text)));
        return files;
    }

    private static Path folder(URL root) throws IOException {
        try {
            return Path.of(root.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the features are at " + root + ", which is no path", e);
        }
    }

    private static void readJar(JarURLConnection connection, TreeMap<String, String> texts) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(ROOT) && name.endsWith(ENDING)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        texts.put(name.substring(ROOT.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static void readFolder(Path folder, TreeMap<String, String> texts) throws IOException {
        for (Path file : under(folder)) {
            texts.put(below(folder, file), Files.readString(file));
        }
    }

    /**
     * A user's own files: all {@code .feature} files below a folder, or a single one.
     *
     * @throws BrokenInputException if there are none
     */
    public static List<FeatureFile> in(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new BrokenInputException(path + " does not exist.");
        }
        Path real = path.toRealPath();
        Path folder = Files.isDirectory(real) ? real : real.getParent();
        List<FeatureFile> files = new ArrayList<>();
        for (Path file : under(real)) {
            files.add(new FeatureFile(file.toUri().toString(), below(folder, file), text(file)));
        }
        if (files.isEmpty()) {
            throw new BrokenInputException(path + " holds no file that ends in .feature.");
        }
        return files;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BrokenInputException(file + " is not UTF-8 text; save it as UTF-8.", e);
        }
    }

    private static List<Path> under(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> file.toString().endsWith(ENDING))
                    // what a build has copied is no second scenario
                    .filter(file -> !path.relativize(file).startsWith("target"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static String below(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
