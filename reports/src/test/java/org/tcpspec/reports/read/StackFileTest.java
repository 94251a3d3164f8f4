package org.tcpspec.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.StackDescription.Reset;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.iut.StackDescription.TcpAgent;
import org.tcpspec.spi.wire.Net;

class StackFileTest {
    private static final String WIRE = "interface: wire0, address: 192.0.2.2/24, peers: 192.0.2.128/25";

    @TempDir
    private Path folder;

    private StackDescription read(String stack, boolean anywhere) throws IOException {
        Path file = folder.resolve("my-stack.yaml");
        Files.writeString(file, "name: mine\nstack: {" + stack + "}\n");
        return StackFile.read(file, anywhere).description();
    }

    @Test
    void aTapWhoseStackTheKitStarts() throws IOException {
        StackDescription d = read(
                "tap: tap0, address: 192.0.2.2/24, gateway: 192.0.2.1, peers: 198.18.0.0/15, start: [./it, tap0],"
                        + " ready: {line: up, within: 3s}, reset: restart, agent: streams",
                false);
        assertThat(d.link()).isEqualTo(new StackDescription.Link("tap0", true));
        assertThat(d.start()).containsExactly("./it", "tap0");
        assertThat(d.directory()).isEqualTo(folder);
        assertThat(d.ready().line()).contains("up");
        assertThat(d.reset()).isEqualTo(Reset.RESTART);
        assertThat(d.driver()).isEqualTo(new StackDescription.StreamAgent());
        assertThat(d.peers()).containsExactly(Net.of("198.18.0.0/15"));
    }

    @Test
    void anInterfaceAndAnAgentBesideIt() throws IOException {
        StackDescription d = read(WIRE + ", agent: {at: '10.9.9.2:7777', token: 12345678}", false);
        assertThat(d.driver()).isInstanceOfSatisfying(TcpAgent.class, agent -> {
            assertThat(agent.at().getPort()).isEqualTo(7777);
            assertThat(agent.token()).contains("12345678");
        });
        assertThat(d.reset()).isEqualTo(Reset.AGENT);
    }

    @Test
    void aBlackBox() throws IOException {
        StackDescription d = read(WIRE + ", services: {discard: 9}", false);
        assertThat(d.driver()).isEqualTo(new Services(9, OptionalInt.empty()));
        assertThat(read(WIRE + ", services: {discard: 9, daytime: 13}", false).driver())
                .isEqualTo(new Services(9, OptionalInt.of(13)));
        assertThat(d.reset()).isEqualTo(Reset.NONE);
        assertThat(d.ready().line()).isEqualTo(Optional.empty());
    }

    @Test
    void aPublicTargetIsRefusedUnlessTheUserInsists() throws IOException {
        String stack = "interface: wire0, address: 8.8.8.8/24, peers: 8.8.8.128/25, services: {discard: 9}";
        assertThatThrownBy(() -> read(stack, false))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("--allow-public-target");
        assertThat(read(stack, true).allowPublicTarget()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "interfaze: wire0 | did you mean 'interface'?",
                "address: 192.0.2.2/24, services: {discard: 9} | either 'interface' or 'tap'",
                "interface: a, tap: b, address: 192.0.2.2/24, services: {discard: 9} | either 'interface' or 'tap'",
                "interface: 'a b', address: 192.0.2.2/24, services: {discard: 9} | is no name of an interface",
                "interface: wire0, services: {discard: 9} | 'address' is missing",
                "interface: wire0, address: 192.0.2.2, services: {discard: 9} | 'address' needs its net",
                "interface: wire0, address: example.com/24, services: {discard: 9} | no IP address",
                "interface: wire0, address: 192.0.2.2/24, services: {discard: 9} | 'peers' is missing",
                "tap: t, address: 192.0.2.2/24, peers: 198.18.0.0/15, services: {discard: 9} | name the 'gateway'",
                "tap: t, address: 192.0.2.2/24 | either 'agent' or 'services'",
                "tap: t, address: 192.0.2.2/24, services: {discard: 0} | needs a port",
                "tap: t, address: 192.0.2.2/24, services: {echo: 7} | knows no 'echo'",
                "tap: t, address: 192.0.2.2/24, agent: streams | which is missing",
                "tap: t, address: 192.0.2.2/24, agent: telnet | 'agent' is not understood",
                "tap: t, address: 192.0.2.2/24, agent: {at: here} | an address and a port",
                "tap: t, address: 192.0.2.2/24, agent: {at: '10.0.0.1:1', token: short} | 8 to 200 characters",
                "tap: t, address: 192.0.2.2/24, start: ./it, agent: streams | a list of words",
                "tap: t, address: 192.0.2.2/24, services: {discard: 9}, ready: soon | 'ready' is not understood",
                "tap: t, address: 192.0.2.2/24, services: {discard: 9}, ready: {line: x} | of 'start'",
                "tap: t, address: 192.0.2.2/24, services: {discard: 9}, reset: often | none, agent or restart",
                "tap: t, address: 192.0.2.2/24, services: {discard: 9}, reset: restart | which is missing",
                "tap: t, address: 192.0.2.2/24, services: {discard: 9}, deviations: none.yaml | which is no file"
            })
    void whatCannotBeUsedIsRefusedWithTheMend(String stack, String mend) {
        assertThatThrownBy(() -> read(stack, false))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining(mend);
    }

    @Test
    void theNearestWordIsNamed() {
        assertThat(Nearest.question("adress", List.of("address", "agent"))).isEqualTo(" (did you mean 'address'?)");
        assertThat(Nearest.question("zebra", List.of("address", "agent"))).isEmpty();
    }
}
