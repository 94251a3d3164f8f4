package org.tcpspec.spi.iut;

/**
 * The IUT died while several scenarios were played against it: which of them it died of is not known, so none is
 * judged by it, and each is played again alone.
 */
public final class IutGoneInCompanyException extends IutGoneException {
    public IutGoneInCompanyException(String message) {
        super(message);
    }
}
