package org.tcpspec.reports.allure;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.allure1.Allure1Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.FreemarkerContext;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.context.ReportInfoContext;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.retry.RetryPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Allure report, generated in this process. Of the bundled extensions the one that reports to an analytics service
 * is left out, and so is the page's script that does the same.
 */
public final class AllureReport {
    private static final String GENERATOR = "2.34.0";
    private static final List<String> ANALYTICS = List.of("googletagmanager.com", "google-analytics.com", "gtag(");

    private AllureReport() {}

    /**
     * Generates the report from {@code results} into {@code folder}, as one page that needs no web server. Drawings and
     * packets stay in {@code results} and are named by their path, so both folders have the same parent.
     *
     * @param history where what the next report wants to know of this one is written
     * @param name the report's title
     */
    public static void generate(Path results, Path folder, Path history, String name) throws IOException {
        Path script = Files.createTempFile("tcpspec-tab", ".js");
        try {
            RequirementsTab.copyScript(script);
            Configuration configuration = ConfigurationBuilder.empty()
                    .withExtensions(extensions(history))
                    .withPlugins(List.of(new RequirementsTab(script)))
                    .withReportName(name)
                    .withReportLanguage("en")
                    .build();
            new ReportGenerator(configuration).generateSingleFile(folder, List.of(results));
        } finally {
            Files.delete(script);
        }
        Path page = folder.resolve("index.html");
        Files.writeString(page, SmallPage.of(withoutAnalytics(Files.readString(page))));
    }

    private static String withoutAnalytics(String page) throws IOException {
        String html = page;
        for (String service : ANALYTICS) {
            for (int at = html.indexOf(service); at >= 0; at = html.indexOf(service)) {
                int from = html.lastIndexOf("<script", at);
                int to = html.indexOf("</script>", at);
                if (from < 0 || to < 0) {
                    throw new IOException("the report's page names " + service + " outside of a script of its own");
                }
                html = html.substring(0, from) + html.substring(to + "</script>".length());
            }
        }
        return html;
    }

    @SuppressWarnings("deprecation") // the generator still wants its version by ReportInfoContext
    private static List<Extension> extensions(Path history) {
        return List.of(
                new ReportInfoContext(GENERATOR),
                new JacksonContext(),
                new FreemarkerContext(),
                new RandomUidContext(),
                new TagsPlugin(),
                new KeepHistory(history),
                new RetryPlugin(),
                new RetryTrendPlugin(),
                new SeverityPlugin(),
                new HistoryPlugin(),
                new HistoryTrendPlugin(),
                new CategoriesPlugin(),
                new CategoriesTrendPlugin(),
                new DurationPlugin(),
                new DurationTrendPlugin(),
                new StatusChartPlugin(),
                new TimelinePlugin(),
                new SuitesPlugin(),
                new TestsResultsPlugin(),
                new SummaryPlugin(),
                new ExecutorPlugin(),
                new LaunchPlugin(),
                // without it environment.properties is not read
                new Allure1Plugin(),
                new Allure1EnvironmentPlugin(),
                new KnownAttachments());
    }
}
