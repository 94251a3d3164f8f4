package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any octets are read without an exception, and what is read is a value that can be used. */
class SegmentFuzzTest {

    private static final int PACKETS = 200_000;

    @Test
    void mutatedAndTruncatedPacketsAreReadOrTold() {
        Random random = new Random(793);
        RandomSegments segments = new RandomSegments(793);
        Map<Defect, Integer> seen = new EnumMap<>(Defect.class);
        byte[][] sources = new byte[500][];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = SegmentCodec.encode(segments.next()).toArray();
        }
        for (int i = 0; i < PACKETS; i++) {
            byte[] octets = mutated(sources[random.nextInt(sources.length)], random);
            Packet packet = SegmentCodec.decode(Bytes.of(octets));
            packet.defects().forEach(defect -> seen.merge(defect, 1, Integer::sum));
            packet.segment().ifPresent(SegmentFuzzTest::use);
            if (packet.segment().isEmpty() && packet.defects().isEmpty()) {
                throw new AssertionError(
                        "neither segment nor defect: " + packet.octets().toHex());
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Defect.values());
    }

    @Test
    void noOctetsAtAllAndNoiseAreTold() {
        Random random = new Random(1122);
        for (int length = 0; length < 200; length++) {
            byte[] octets = new byte[length];
            random.nextBytes(octets);
            Packet packet = SegmentCodec.decode(Bytes.of(octets));
            assertThat(packet.segment().isPresent() || !packet.defects().isEmpty())
                    .isTrue();
        }
    }

    private static byte[] mutated(byte[] source, Random random) {
        int length = random.nextInt(3) == 0 ? random.nextInt(source.length + 1) : source.length;
        byte[] octets = Arrays.copyOf(source, length);
        for (int n = random.nextInt(4); n > 0 && length > 0; n--) {
            // mostly the headers
            int at = random.nextInt(random.nextInt(8) == 0 ? length : Math.min(length, 64));
            octets[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (octets[at] ^ 1 << random.nextInt(8));
        }
        return octets;
    }

    private static void use(Segment segment) {
        if (segment.length() < segment.text().length() || segment.toString().isEmpty()) {
            throw new AssertionError(segment);
        }
        SegmentCodec.encode(segment);
    }
}
