package org.tcpspec.spi.wire;

import java.io.IOException;

/** A capture file is not what it should be. The message is one sentence: at which octet, and what is wrong there. */
public class CaptureFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long offset;

    public CaptureFormatException(long offset, String what) {
        super("At octet " + offset + " of the capture file " + what + ".");
        this.offset = offset;
    }

    /** The octet of the file, from 0, at which the damaged part begins. */
    public long offset() {
        return offset;
    }
}
