package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tcpspec.spi.iut.LabException;

@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandsTest {

    @Test
    void aProgramIsFoundOrItsPackageNamed() {
        assertThat(Commands.find("sh")).endsWith("/sh");
        assertThatThrownBy(() -> Commands.find("no-such-program"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("apt-get install no-such-program");
    }

    @Test
    void whatAProgramSaysIsKept() {
        assertThat(Commands.run("in", List.of("/bin/sh", "-c", "cat; echo out >&2; exit 3")))
                .isEqualTo(new Commands.Result(3, "inout"));
        assertThatThrownBy(() -> Commands.check("", List.of("/bin/sh", "-c", "echo because; exit 1")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("because");
        assertThatThrownBy(() -> Commands.run("", List.of("/no/such/program"))).isInstanceOf(LabException.class);
    }
}
