package org.tcpspec.model;

import java.util.Arrays;
import org.tcpspec.spi.wire.Bytes;

/** Octets in the order in which they came: the unsent text of a sender, the unread text of a receiver. */
final class ByteQueue {

    private byte[] octets = new byte[256];
    private int head;
    private int length;

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void append(Bytes text) {
        int needed = length + text.length();
        if (head + needed > octets.length) {
            byte[] target = needed > octets.length / 2 ? new byte[Math.max(needed, 2 * octets.length)] : octets;
            System.arraycopy(octets, head, target, 0, length);
            octets = target;
            head = 0;
        }
        text.buffer().get(octets, head + length, text.length());
        length = needed;
    }

    /** Removes the first {@code count} octets, or all if there are fewer. */
    Bytes take(int count) {
        int taken = Math.min(count, length);
        Bytes text = Bytes.of(Arrays.copyOfRange(octets, head, head + taken));
        head += taken;
        length -= taken;
        return text;
    }

    void clear() {
        head = 0;
        length = 0;
    }
}
