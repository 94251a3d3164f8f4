package org.tcpspec.steps.play;

import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Checksum;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;

/** The checksum field of what the IUT has sent (RFC 9293 section 3.1). */
public final class Checksums {

    private static final int FIELD_AT = 16;

    private Checksums() {}

    /**
     * The number that a RST must carry so that its checksum comes out as zero: all that differs from {@code reset} is
     * its number, which is what the peer acknowledged.
     */
    public static SequenceNumber numberForZero(Conversation c, Arrival reset) {
        SequenceNumber seq = reset.segment().seq();
        int low = Checksum.fold((seq.unsigned() & 0xffff) + field(c, reset.frame()));
        return SequenceNumber.of(seq.unsigned() & 0xffff_0000L | low);
    }

    /** Of the two zeros of one's complement arithmetic the checksum of a segment is the one without bits. */
    public static void expectZero(Conversation c, Arrival reset) {
        int field = field(c, reset.frame());
        if (field == 0xffff) {
            throw Verdicts.fail(
                    "The checksum is 0xFFFF; the complement of the sum is 0.",
                    OptionalLong.of(reset.frame().number()));
        }
        if (field != 0) {
            throw Verdicts.inconclusive("The two resets differ in more than their number, so that no checksum of zero"
                    + " could be drawn.");
        }
    }

    private static int field(Conversation c, Observed.Frame frame) {
        Bytes octets = frame.packet().octets();
        int at = IpVersion.of(c.ends().iut().address()).headerLength() + FIELD_AT;
        return octets.at(at) << 8 | octets.at(at + 1);
    }
}
