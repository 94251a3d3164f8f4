package org.tcpspec.reports.allure;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.Constants;
import io.qameta.allure.Reader;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the results and brings their attachments into the report. The generator looks into each file to learn its type,
 * although the result that names the file says it: with many small files that takes longer than all the rest. Drawings and packets are not copied: the page names
 * them where they lie.
 */
final class KnownAttachments implements Reader, Aggregator2 {
    private final Reader results = new Allure2Plugin();
    private final Map<Path, Attachment> files = new ConcurrentHashMap<>();

    @Override
    public void readResults(Configuration configuration, ResultsVisitor visitor, Path folder) {
        results.readResults(configuration, new Visitor(visitor), folder);
    }

    @Override
    public void aggregate(Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
        files.forEach(
                (file, attachment) -> add(storage, Constants.dataPath("attachments", attachment.getSource()), file));
    }

    /** What the page's script must read itself, which no browser allows it with files, goes into the page. */
    private static void add(ReportStorage storage, String name, Path file) {
        if (name.endsWith(".txt")) {
            storage.addDataFile(name, file);
            return;
        }
        String path = SmallPage.BESIDE + file.getParent().getFileName() + "/" + file.getFileName();
        storage.addDataBinary(name, path.getBytes(StandardCharsets.UTF_8));
    }

    private static Attachment attachment(Path file) {
        String name = file.getFileName().toString();
        String uid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        try {
            return new Attachment()
                    .setUid(uid)
                    .setName(name)
                    .setSource(uid + name.substring(name.lastIndexOf('.')))
                    .setSize(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the attachments to itself; who named the file then sets its type. */
    private final class Visitor implements ResultsVisitor {
        private final ResultsVisitor next;

        Visitor(ResultsVisitor next) {
            this.next = next;
        }

        @Override
        public Attachment visitAttachmentFile(Path file) {
            return files.computeIfAbsent(file, KnownAttachments::attachment);
        }

        @Override
        public void visitTestResult(TestResult result) {
            // instead of a random one, so that other pages can point at it
            result.setUid(AllureResults.key(result.getFullName()));
            if (result.getTestStage() != null) {
                // the page shows the test's own
                result.getTestStage().setDescription(null).setDescriptionHtml(null);
            }
            next.visitTestResult(result);
        }

        @Override
        public void visitExtra(String name, Object object) {
            next.visitExtra(name, object);
        }

        @Override
        public void error(String message, Exception e) {
            next.error(message, e);
        }

        @Override
        public void error(String message) {
            next.error(message);
        }
    }
}
