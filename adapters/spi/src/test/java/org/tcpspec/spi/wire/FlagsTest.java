package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlagsTest {

    @Test
    void everyCombinationReadsAsItIsWritten() {
        for (int bits = 0; bits < 256; bits++) {
            Flags flags = new Flags(bits);
            assertThat(Flags.parse(flags.toString())).isEqualTo(flags);
            for (Flag flag : Flag.values()) {
                assertThat(flags.with(flag).has(flag)).isTrue();
                assertThat(flags.without(flag).has(flag)).isFalse();
                assertThat(flags.has(flag) ? flags.with(flag) : flags.without(flag))
                        .isEqualTo(flags);
            }
        }
    }

    @Test
    void controlLeavesWhatOnlyAccompanies() {
        assertThat(Flags.parse("FIN,PSH,ACK,ECE,CWR").control()).isEqualTo(Flags.of(Flag.FIN, Flag.ACK));
    }

    @Test
    void isWrittenAsTheRfcWritesIt() {
        assertThat(Flags.of(Flag.ACK, Flag.SYN)).hasToString("SYN,ACK");
        assertThat(Flags.of(Flag.ACK, Flag.FIN)).hasToString("FIN,ACK");
        assertThat(Flags.NONE).hasToString("none");
        assertThat(Flags.parse(" FIN , ACK ")).isEqualTo(Flags.of(Flag.FIN, Flag.ACK));
    }

    @Test
    void aWordThatIsNoFlagIsNamed() {
        assertThatThrownBy(() -> Flags.parse("SYN,NACK")).hasMessageContaining("\"NACK\" is not a flag");
        assertThatThrownBy(() -> Flags.parse("SYN,,ACK")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Flags(256)).isInstanceOf(IllegalArgumentException.class);
    }
}
