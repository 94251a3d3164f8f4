package org.tcpspec.reports.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The feature files below a folder, or a single one, as they are saved. */
final class SavedFiles implements Closeable {
    /** Editors write a file in several goes; when nothing has come for so long, it is whole. */
    private static final long QUIET_MILLIS = 40;

    private final Path watched;
    private final WatchService service;

    SavedFiles(Path watched) throws IOException {
        this.watched = watched;
        this.service = FileSystems.getDefault().newWatchService();
        register(Files.isDirectory(watched) ? watched : watched.toAbsolutePath().getParent());
    }

    /** With all folders below it; one that appears later is registered when it does. */
    private void register(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        if (Files.isDirectory(watched)) {
            try (Stream<Path> all = Files.walk(folder)) {
                folders = all.filter(Files::isDirectory).toList();
            }
        }
        for (Path each : folders) {
            each.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        }
    }

    /** Waits until some are saved. */
    Set<Path> next() throws IOException, InterruptedException {
        Set<Path> saved = new LinkedHashSet<>();
        while (saved.isEmpty()) {
            WatchKey key = service.take();
            while (key != null) {
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (event.context() instanceof Path name) {
                        note(((Path) key.watchable()).resolve(name), saved);
                    }
                }
                key.reset();
                key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        return saved;
    }

    private void note(Path path, Set<Path> saved) throws IOException {
        if (Files.isDirectory(path) && Files.isDirectory(watched)) {
            register(path);
        } else if (isFeature(path)) {
            saved.add(path);
        }
    }

    private boolean isFeature(Path path) throws IOException {
        return path.toString().endsWith(".feature")
                && Files.isRegularFile(path)
                && (Files.isDirectory(watched) || Files.isSameFile(path, watched));
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
