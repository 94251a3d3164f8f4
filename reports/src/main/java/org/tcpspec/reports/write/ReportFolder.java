package org.tcpspec.reports.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.tcpspec.reports.read.BrokenInputException;

/**
 * The folder into which a run writes. It is known by its marker file; nothing is written to, or removed from, a folder
 * that exists without it. While a run writes, it holds a lock on the marker.
 */
public final class ReportFolder implements Closeable {
    private static final String MARKER = ".tcpspec-report";
    private static final String HISTORY = ".history";
    private static final List<String> OURS = List.of(
            "journal.jsonl",
            "runs",
            "conformance.json",
            "coverage.json",
            "coverage.html",
            "junit.xml",
            "summary.md",
            "SHA256SUMS",
            "features",
            "index.html",
            "requirements.html",
            "allure",
            "allure-results",
            Evidence.FOLDER);

    private final Path path;
    private final FileChannel marker;

    private ReportFolder(Path path, FileChannel marker) {
        this.path = path;
        this.marker = marker;
    }

    /**
     * Refuses a path that exists and is not the folder of a report.
     *
     * @throws BrokenInputException then
     */
    public static void check(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path.resolve(MARKER))) {
            throw new BrokenInputException("--out " + path
                    + " exists and is not a report of tcpspec; name a folder that does not exist, or remove it.");
        }
    }

    /** Makes the folder for other pages than those of a run, or takes the one that is ours; nothing in it is removed. */
    public static void claim(Path path) throws IOException {
        check(path);
        Places.folder("--out", path);
        if (!Files.exists(path.resolve(MARKER))) {
            Files.createFile(path.resolve(MARKER));
        }
    }

    /** Makes the folder, or empties that of an earlier run, and locks it. */
    public static ReportFolder open(Path path) throws IOException {
        check(path);
        Places.folder("--out", path);
        FileChannel marker =
                FileChannel.open(path.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(marker)) {
            marker.close();
            throw new BrokenInputException(
                    "Another run is writing to " + path + "; wait for it, or give this one another --out.");
        }
        ReportFolder folder = new ReportFolder(path, marker);
        for (String name : OURS) {
            delete(path.resolve(name));
        }
        return folder;
    }

    private static boolean locks(FileChannel marker) throws IOException {
        try {
            FileLock lock = marker.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** Where what is known of earlier runs is kept from one run to the next. */
    Path history() {
        return path.resolve(HISTORY);
    }

    /** Hands the history of earlier runs to the results of this one. */
    void bringHistory() throws IOException {
        copy(history(), path.resolve("allure-results").resolve("history"));
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.json")) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        marker.close();
    }
}
