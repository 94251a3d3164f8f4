package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.TcpOption.EndOfList;
import org.tcpspec.spi.wire.TcpOption.Malformed;
import org.tcpspec.spi.wire.TcpOption.Mss;
import org.tcpspec.spi.wire.TcpOption.NoOperation;
import org.tcpspec.spi.wire.TcpOption.Sack;
import org.tcpspec.spi.wire.TcpOption.SackPermitted;
import org.tcpspec.spi.wire.TcpOption.Timestamps;
import org.tcpspec.spi.wire.TcpOption.Unknown;
import org.tcpspec.spi.wire.TcpOption.WindowScale;

class OptionCodecTest {

    private final Set<Defect> defects = EnumSet.noneOf(Defect.class);

    @Test
    void everyKindAtAnyAlignment() {
        assertThat(decode("020405b4 01 030307 0402 080a ffffffff 00000001 050a 00000001 fffffffe 00 00"))
                .containsExactly(
                        new Mss(1460),
                        new NoOperation(),
                        new WindowScale(7),
                        new SackPermitted(),
                        new Timestamps(0xffff_ffffL, 1),
                        new Sack(List.of(new Sack.Block(SequenceNumber.of(1), SequenceNumber.of(0xffff_fffeL)))),
                        new EndOfList());
        assertThat(defects).isEmpty();
    }

    @Test
    void anUnknownKindIsSteppedOver() {
        assertThat(decode("c806 00010203 0402"))
                .containsExactly(new Unknown(200, Bytes.hex("00010203")), new SackPermitted());
        assertThat(decode("c802 0101"))
                .containsExactly(new Unknown(200, Bytes.EMPTY), new NoOperation(), new NoOperation());
        assertThat(defects).isEmpty();
    }

    @Test
    void aKnownKindOfWrongLengthIsSteppedOver() {
        for (String option : List.of(
                "020304",
                "02020101",
                "030201",
                "03040708",
                "0403ff",
                "0502",
                "0509" + "00".repeat(7),
                "0809" + "00".repeat(7),
                "080b" + "00".repeat(9))) {
            defects.clear();
            assertThat(decode(option + "01".repeat(12 - option.length() / 2)))
                    .as(option)
                    .startsWith(new Malformed(
                            Bytes.hex(option).slice(0, Bytes.hex(option).at(1))))
                    .endsWith(new NoOperation());
            assertThat(defects).containsExactly(Defect.OPTION_LENGTH);
        }
    }

    @Test
    void aLengthThatCannotBeSteppedOverEndsTheList() {
        for (String options : List.of("0101 0200", "0101 0201", "0101 0205", "01010102", "01 c8ff 01")) {
            defects.clear();
            List<TcpOption> read = decode(options);
            assertThat(read).startsWith(new NoOperation()).last().isInstanceOf(Malformed.class);
            assertThat(defects).containsExactly(Defect.OPTION_LENGTH);
        }
    }

    @Test
    void paddingThatIsNotZeroIsToldAndKept() {
        assertThat(decode("01 00 00 07"))
                .containsExactly(new NoOperation(), new EndOfList(), new Malformed(Bytes.hex("0007")));
        assertThat(defects).containsExactly(Defect.OPTION_PADDING);
    }

    @Test
    void aListThatEndsWithinAWordIsPaddedWithZeros() {
        assertThat(OptionCodec.encode(List.of(new WindowScale(1))))
                .isEqualTo(Bytes.hex("03030100").toArray());
        assertThat(OptionCodec.encode(List.of())).isEmpty();
    }

    @Test
    void whateverIsReadIsBuiltAgainOctetByOctet() {
        Random random = new Random(9293);
        int[] likely = {0, 0, 1, 1, 2, 3, 4, 5, 8, 10, 18};
        for (int i = 0; i < 200_000; i++) {
            byte[] octets = new byte[random.nextInt(11) * 4];
            random.nextBytes(octets);
            for (int at = 0; at < octets.length; at++) {
                if (random.nextInt(4) != 0) {
                    octets[at] = (byte) likely[random.nextInt(likely.length)];
                }
            }
            Bytes header = Bytes.of(octets);
            assertThat(Bytes.of(OptionCodec.encode(OptionCodec.decode(header, defects))))
                    .isEqualTo(header);
        }
    }

    private List<TcpOption> decode(String hex) {
        return OptionCodec.decode(Bytes.hex(hex.replace(" ", "")), defects);
    }
}
