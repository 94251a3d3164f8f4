package org.tcpspec.spi.iut;

/** The IUT died, asserted or stopped answering: a fail of the clause under test. */
public class IutGoneException extends RuntimeException {
    public IutGoneException(String message) {
        super(message);
    }

    public IutGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
