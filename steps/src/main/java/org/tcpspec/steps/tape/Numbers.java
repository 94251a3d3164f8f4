package org.tcpspec.steps.tape;

import java.io.ByteArrayOutputStream;
import org.tcpspec.spi.wire.Bytes;

/** A row of numbers in few octets: each as its difference from the one before, seven bits to the octet. */
final class Numbers {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private long last;

    void add(long number) {
        long difference = number - last;
        last = number;
        long left = difference << 1 ^ difference >> 63;
        while ((left & ~0x7FL) != 0) {
            octets.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        octets.write((int) left);
    }

    Bytes octets() {
        return Bytes.of(octets.toByteArray());
    }

    /** Reads them back, one by one. */
    static final class Reader {
        private final byte[] octets;
        private int at;
        private long last;

        Reader(Bytes octets) {
            this.octets = octets.toArray();
        }

        boolean hasNext() {
            return at < octets.length;
        }

        /** The next one; once there are no more, the last one again. */
        long next() {
            long read = 0;
            int shift = 0;
            boolean more = hasNext();
            while (more) {
                long octet = octets[at++];
                read |= (octet & 0x7F) << shift;
                shift += 7;
                more = (octet & 0x80) != 0 && hasNext();
            }
            last += read >>> 1 ^ -(read & 1);
            return last;
        }
    }
}
