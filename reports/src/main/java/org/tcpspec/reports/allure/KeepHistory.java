package org.tcpspec.reports.allure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what the next report wants to know of this one. A report in a single page holds it only inside the page, where
 * no later run can read it.
 */
final class KeepHistory implements Aggregator2 {
    private static final String HISTORY = "history/";
    private static final List<Aggregator2> SOURCES = List.of(
            new HistoryPlugin(),
            new HistoryTrendPlugin(),
            new CategoriesTrendPlugin(),
            new DurationTrendPlugin(),
            new RetryTrendPlugin());

    private final Path folder;

    /** @param folder where the files go */
    KeepHistory(Path folder) {
        this.folder = folder;
    }

    @Override
    public void aggregate(Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
        ObjectMapper json = configuration.requireContext(JacksonContext.class).getValue();
        for (Aggregator2 source : SOURCES) {
            source.aggregate(configuration, launches, new OnlyHistory(json, folder));
        }
    }

    /** Takes the history's files and nothing else. */
    private record OnlyHistory(ObjectMapper json, Path folder) implements ReportStorage {
        @Override
        public void addDataJson(String name, Object data) {
            if (name.startsWith(HISTORY)) {
                try {
                    Files.createDirectories(folder);
                    json.writeValue(
                            folder.resolve(name.substring(HISTORY.length())).toFile(), data);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void addDataBinary(String name, byte[] data) {
            // no history is kept in this form
        }

        @Override
        public void addDataFile(String name, Path file) {
            // no history is kept in this form
        }
    }
}
