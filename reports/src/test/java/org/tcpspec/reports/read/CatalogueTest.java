package org.tcpspec.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.steps.run.Requirement;

class CatalogueTest {
    @TempDir
    private Path folder;

    private Catalogue read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), "id,level,if,rfc,section,summary,testable\n" + rows);
        return Catalogue.read(file.toUri().toURL());
    }

    @Test
    void theBundledOneHasEveryLevelAndOption() {
        Catalogue catalogue = Catalogue.bundled();
        Requirement must13 = catalogue.requirements().get("MUST-13");
        assertThat(must13.level()).isEqualTo("MUST");
        assertThat(must13.clause()).startsWith("RFC 9293 3.6");
        assertThat(catalogue.options()).contains("rfc5961-rst", "timestamps").doesNotContain("");
    }

    @Test
    void refusesWhatIsNoCatalogue() {
        assertThatThrownBy(() -> read("A,MUST,,9293,3.1,\"x, y\",z\nB,WILL,,9293,3.1,x,y\n"))
                .hasMessageContaining("c.csv:")
                .hasMessageContaining("B has the level 'WILL'");
        assertThatThrownBy(() -> read("A,MUST,,9293,3.1,x,z\nA,MUST,,9293,3.1,x,y\n"))
                .hasMessageContaining("A stands twice");
        assertThatThrownBy(() -> read("A,MUST\n")).hasMessageContaining("lacks the column 'if'");
    }
}
