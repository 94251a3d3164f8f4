package org.tcpspec.reports.allure;

import io.qameta.allure.CommonJsonAggregator2;
import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.tree.TestResultTree;
import io.qameta.allure.tree.TreeUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Our own tab of the report: RFC, section, requirement, scenario. */
final class RequirementsTab implements Plugin {
    private static final String SCRIPT = "index.js";

    private final Path script;

    /** @param script a file with the tab's script, there while the report is generated */
    RequirementsTab(Path script) {
        this.script = script;
    }

    /** Writes the tab's script to {@code file}. */
    static void copyScript(Path file) throws IOException {
        try (InputStream in = RequirementsTab.class.getResourceAsStream("requirements-tab.js")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public PluginConfiguration getConfig() {
        return new PluginConfiguration()
                .setId("requirements")
                .setName("RFC requirements")
                .setJsFiles(List.of(SCRIPT))
                .setCssFiles(List.of())
                .setExtensions(List.of());
    }

    /** Deprecated by Allure, which asks for {@link #getPluginFiles} today. */
    @Override
    @SuppressWarnings("deprecation")
    public void unpackReportStatic(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Map<String, Path> getPluginFiles() {
        return Map.of(SCRIPT, script);
    }

    @Override
    public List<Extension> getExtensions() {
        return List.of(new Tree());
    }

    /** The tab's data. */
    private static final class Tree extends CommonJsonAggregator2 {
        Tree() {
            super("data", "requirements.json");
        }

        @Override
        protected Object getData(List<LaunchResults> launches) {
            TestResultTree tree = new TestResultTree(
                    "requirements",
                    result -> TreeUtils.groupByLabels(result, LabelName.EPIC, LabelName.FEATURE, LabelName.STORY));
            launches.stream()
                    .map(LaunchResults::getResults)
                    .flatMap(Collection::stream)
                    .sorted(TestResult.comparingByTimeAsc())
                    .forEach(tree::add);
            return tree;
        }
    }
}
