package org.tcpspec.netty.agent;

import java.io.IOException;

/** Knows whether the user must be told of urgent data: once for each end of it that lies further ahead (MUST-32). */
final class UrgentMode {

    private final UrgentMark mark;
    private long read;
    private long told;

    UrgentMode(UrgentMark mark) {
        this.mark = mark;
    }

    /** The user has read so many octets more. */
    void read(int octets) {
        read += octets;
    }

    /** Urgent data is there whose end was not told yet; from now on it counts as told. */
    boolean isNews() throws IOException {
        int left = mark.left();
        boolean news = left > 0 && read + left > told;
        if (news) {
            told = read + left;
        }
        return news;
    }

    int left() throws IOException {
        return mark.left();
    }

    int send(byte[] octets) throws RefusedException {
        return mark.send(octets);
    }
}
