package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.wire.TcpOption;

class RawOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MSS 500                      | 020401f4
                    NOP, 3 NOP, END              | 0101010100
                    kind 200 length 6            | c806a5a5a5a5
                    kind 200 length 0            | c800
                    kind 200 length 1            | c801
                    kind 253 length 40 with 2 octets | fd28a5a5
                    NOP, kind 8                  | 0108
                    octets 02 03 01              | 020301
                    """)
    void areBuiltOctetByOctet(String items, String octets) {
        List<TcpOption> options = RawOptions.parse("options [" + items + "]");
        assertThat(options)
                .singleElement()
                .isInstanceOfSatisfying(
                        TcpOption.Malformed.class,
                        m -> assertThat(HexFormat.of().formatHex(m.raw().toArray()))
                                .isEqualTo(octets));
    }

    @Test
    void anEmptyListHasNone() {
        assertThat(RawOptions.parse("options []")).isEmpty();
    }

    @Test
    void aWordThatIsNoOptionIsNamed() {
        assertThatThrownBy(() -> Phrase.parse("SYN with options [NOP, MMS 500]"))
                .hasMessageContaining("\"MMS 500\"");
    }
}
