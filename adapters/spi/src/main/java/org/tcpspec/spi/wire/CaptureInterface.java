package org.tcpspec.spi.wire;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * An interface that a pcapng section describes.
 *
 * @param snapLength the most octets that were kept of a packet; 0 for no limit
 * @param resolution the octet of {@code if_tsresol}: a power of ten, or of two if its top bit is set
 * @param offsetSeconds what is added to every time
 */
record CaptureInterface(int linkType, int snapLength, int resolution, long offsetSeconds) {

    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);
    private static final int MICROSECONDS = 6;
    private static final int OPTION_RESOLUTION = PcapNg.OPTION_TSRESOL;
    private static final int OPTION_OFFSET = 14;

    static CaptureInterface read(ByteBuffer body) {
        int linkType = body.getShort() & 0xffff;
        body.getShort();
        int snapLength = Math.max(0, body.getInt());
        int[] resolution = {MICROSECONDS};
        long[] offset = {0};
        PcapNgOptions.forEach(body, (code, value) -> {
            if (code == OPTION_RESOLUTION && value.hasRemaining()) {
                resolution[0] = value.get() & 0xff;
            } else if (code == OPTION_OFFSET && value.remaining() >= 8) {
                offset[0] = value.getLong();
            }
        });
        return new CaptureInterface(linkType, snapLength, resolution[0], offset[0]);
    }

    /** {@code time}, 64 bits unsigned in units of this interface, in nanoseconds since 1970. */
    long nanos(long time) {
        if (resolution == 9 && time >= 0) {
            return time + offsetSeconds * 1_000_000_000;
        }
        BigInteger units = new BigInteger(Long.toUnsignedString(time));
        int exponent = resolution & 0x7f;
        BigInteger nanos = units.multiply(SECOND);
        nanos = (resolution & 0x80) == 0 ? nanos.divide(BigInteger.TEN.pow(exponent)) : nanos.shiftRight(exponent);
        return nanos.longValue() + offsetSeconds * 1_000_000_000;
    }
}
