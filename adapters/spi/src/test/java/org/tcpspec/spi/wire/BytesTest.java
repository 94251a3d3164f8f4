package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void slicesAreWithinTheOctets() {
        Bytes five = Bytes.hex("0102030405");
        assertThat(five.slice(1, 3)).isEqualTo(Bytes.hex("0203"));
        assertThat(five.from(5)).isEqualTo(Bytes.EMPTY);
        assertThatThrownBy(() -> five.slice(3, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> five.from(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatGoesInAndOutIsCopied() {
        byte[] octets = {1, 2};
        Bytes bytes = Bytes.of(octets);
        octets[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes).isEqualTo(Bytes.hex("0102"));
        assertThat(bytes.buffer().isReadOnly()).isTrue();
    }

    @Test
    void aPatternKnowsItsPlace() {
        Bytes whole = Bytes.pattern(3, 0, 1000);
        assertThat(Bytes.pattern(3, 400, 600)).isEqualTo(whole.from(400));
        assertThat(Bytes.pattern(4, 0, 1000)).isNotEqualTo(whole);
        assertThat(Bytes.pattern(3, 1, 1000)).isNotEqualTo(whole);
    }

    @Test
    void onlyAsciiIsAscii() {
        assertThat(Bytes.ascii("abc")).isEqualTo(Bytes.hex("616263"));
        assertThatThrownBy(() -> Bytes.ascii("ä")).isInstanceOf(IllegalArgumentException.class);
    }
}
