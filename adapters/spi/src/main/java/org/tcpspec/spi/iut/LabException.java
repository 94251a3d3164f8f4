package org.tcpspec.spi.iut;

/** A fault of the kit or the lab, never of the IUT. Its message says what, where and how to mend it. */
public class LabException extends RuntimeException {
    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
