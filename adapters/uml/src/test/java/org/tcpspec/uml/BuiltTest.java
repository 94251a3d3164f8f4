package org.tcpspec.uml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.spi.iut.LabException;

class BuiltTest {

    @Test
    void whatIsNotBuiltIsToldWithTheCommandThatBuildsIt(@TempDir Path folder) {
        assertThatThrownBy(() -> Built.in(folder))
                .isInstanceOf(LabException.class)
                .hasMessage("the kernel is not built (there is no " + folder.resolve("linux")
                        + "): run adapters/uml/build.sh, which takes some five minutes.");
    }

    @Test
    void whatIsBuiltOfOtherSourcesIsNotUsed(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("linux")).toFile().setExecutable(true);
        Files.createFile(folder.resolve("initrd"));
        Files.writeString(folder.resolve("sources"), "0123456789abcdef\n");
        assertThatThrownBy(() -> Built.in(folder))
                .isInstanceOf(LabException.class)
                .hasMessage(folder + " was built of other sources than this kit's: run adapters/uml/build.sh again.");
    }
}
