package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIN,ACK",
                "text",
                "no flags",
                "RST with SEQ=RCV.NXT+1",
                "ACK with SEQ=RCV.NXT and 10 octets of text",
                "ACK with SEQ=RCV.NXT+RCV.WND-1, and ACK=SND.UNA-MAX.SND.WND-1",
                "FIN,ACK without acknowledging the IUT's FIN",
                "FIN,ACK and acknowledges the IUT's FIN",
                "ACK of SYN",
                "RST with or without ACK",
                "SYN with MSS 500 and a wrong checksum",
                "SYN,ACK with options [NOP, 3 NOP, MSS 500, kind 200 length 6, END] and window 4000",
                "ACK with options [] and reserved bits 8",
                "ACK with a checksum of zero and 3 octets of text",
                "ACK with urgent pointer 3 and without an option of kind 4",
                "SYN,ACK without options",
                "ACK with data offset 4"
            })
    void reads(String text) {
        assertThat(text).matches(Phrase.REGEXP);
        assertThat(Phrase.parse(text).flags()).isNotEmpty();
    }

    @Test
    void ofAndAcknowledgesSayTheSame() {
        assertThat(Phrase.parse("FIN,ACK of FIN")).isEqualTo(Phrase.parse("FIN,ACK and acknowledges the IUT's FIN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIN, ACK", "SYNACK", "RST with SEQ=RCV.NXT+", "ACK with ten octets of text"})
    void refuses(String text) {
        assertThat(text).doesNotMatch(Phrase.REGEXP);
        assertThatThrownBy(() -> Phrase.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownVariableIsNamed() {
        assertThatThrownBy(() -> Sequence.parse("RCV.NEXT+1"))
                .hasMessageContaining("\"RCV.NEXT\"")
                .hasMessageContaining("RCV.NXT");
    }

    @Test
    void sumsWrap() {
        Sequence sequence = Sequence.parse("RCV.NXT+RCV.WND-1");
        Sequence.Values values = v -> v == Sequence.Variable.RCV_NXT ? 0xffff_ff00L : 0x200;
        assertThat(sequence.in(values).unsigned()).isEqualTo(0xffL);
    }
}
