package org.tcpspec.lwip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

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

    @Test
    void whatABuildOfOnesOwnClaimsFollowsTheLayoutBesideIt() throws IOException {
        Path library = folder.resolve("liblwip.so.0");
        assertThat(Layout.beside(library)).isEqualTo(folder.resolve("liblwip.layout"));
        Files.writeString(
                Layout.beside(library),
                "version 2.2.0\noption.TIMESTAMPS 1\noption.WINDOW_SCALE 0\noption.IPV6 0\noption.KEEPALIVE 1\n"
                        + "option.MSL 30000\n");
        Statement debians = new Statement(
                "Debian's",
                Set.of(Capability.IPV6, Capability.KEEP_ALIVE),
                Map.of("timestamps", Support.DENIED, "window-scale", Support.CLAIMED, "ecn", Support.DENIED),
                Ixit.DEFAULT,
                Map.of(),
                List.of());
        Statement own = new LwipProvider().claimsOf(library, debians).orElseThrow();
        assertThat(own.name()).isEqualTo("lwIP 2.2.0 (liblwip.so.0)");
        assertThat(own.options())
                .containsEntry("timestamps", Support.CLAIMED)
                .containsEntry("window-scale", Support.DENIED)
                .containsEntry("ecn", Support.DENIED);
        assertThat(own.capabilities()).containsExactly(Capability.KEEP_ALIVE);
        assertThat(own.ixit().msl()).isEqualTo(Duration.ofSeconds(30));
        assertThat(own.ixit().sources()).containsEntry("msl", "claimed");
    }
}
