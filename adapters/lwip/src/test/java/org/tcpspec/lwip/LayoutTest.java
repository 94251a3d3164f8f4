package org.tcpspec.lwip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.spi.iut.LabException;

class LayoutTest {

    @TempDir
    private Path folder;

    @Test
    void theBundledOneIsDebians() {
        Layout layout = Layout.bundled();
        assertThat(layout.version()).isEqualTo("2.1.3");
        assertThat(layout.size("tcp_pcb")).isEqualTo(288);
        assertThat(layout.at("tcp_pcb.state")).isEqualTo(72);
        assertThat(layout.option("TMR_INTERVAL")).isEqualTo(250);
    }

    @Test
    void whatIsNoLayoutIsRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("liblwip.layout");
        assertThatThrownBy(() -> Layout.in(file))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("compile lwip-layout.c");
        Files.writeString(file, "nonsense\n");
        assertThatThrownBy(() -> Layout.in(file)).hasMessageContaining("not a layout of lwIP: 'nonsense'");
        Files.writeString(file, "version 2.2.0\n");
        Layout old = Layout.in(file);
        assertThatThrownBy(() -> old.at("tcp_pcb.state")).hasMessageContaining("does not tell tcp_pcb.state");
    }

    @Test
    void aLibraryThatIsMissingIsToldWithTheMend() throws IOException {
        java.net.InetAddress address = java.net.InetAddress.getByName("192.0.2.1");
        assertThatThrownBy(() -> new Lwip("/nowhere/liblwip.so", Layout.bundled(), address, Optional.empty()))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("apt-get install liblwip0");
    }
}
