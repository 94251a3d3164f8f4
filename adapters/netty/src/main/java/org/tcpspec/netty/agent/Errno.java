package org.tcpspec.netty.agent;

import com.sun.jna.LastErrorException;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;

/**
 * The errors of a sockets API in the words of RFC 9293.
 *
 * @param number positive, as in {@code errno.h} of Linux; 0 if unknown
 */
record Errno(int number, String words) {

    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EINVAL = 22;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int EPIPE = 32;
    static final int EAFNOSUPPORT = 97;
    static final int EADDRINUSE = 98;
    static final int EADDRNOTAVAIL = 99;
    static final int ENETUNREACH = 101;
    static final int ECONNABORTED = 103;
    static final int ECONNRESET = 104;
    static final int ENOBUFS = 105;
    static final int EISCONN = 106;
    static final int ENOTCONN = 107;
    static final int ETIMEDOUT = 110;
    static final int ECONNREFUSED = 111;
    static final int EHOSTUNREACH = 113;
    static final int ENOMEM = 12;
    static final int EPERM = 1;

    /** Netty puts the number into the message of every native error. */
    private static final Pattern NUMBER = Pattern.compile("error\\((-?\\d+)\\)");

    static Errno of(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (e instanceof NativeIoException nativeError) {
            return new Errno(Math.abs(nativeError.expectedErr()), words);
        }
        Matcher m = NUMBER.matcher(words);
        return new Errno(m.find() ? Math.abs(Integer.parseInt(m.group(1))) : 0, words);
    }

    /** An error that was pending on a socket. */
    static Errno pending(int number) {
        return new Errno(
                number,
                switch (number) {
                    case ECONNRESET -> "ECONNRESET";
                    case EPIPE -> "EPIPE";
                    case ECONNREFUSED -> "ECONNREFUSED";
                    case ETIMEDOUT -> "ETIMEDOUT";
                    case EHOSTUNREACH -> "EHOSTUNREACH";
                    case ENETUNREACH -> "ENETUNREACH";
                    default -> "errno " + number;
                });
    }

    static Errno of(LastErrorException e) {
        return new Errno(e.getErrorCode(), String.valueOf(e.getMessage()));
    }

    /** What a passive or active OPEN was refused for. */
    Refusal opening() {
        return switch (number) {
            case EADDRINUSE, EISCONN -> Refusal.ALREADY_EXISTS;
            case EADDRNOTAVAIL, EACCES, EPERM -> Refusal.ILLEGAL;
            case ENETUNREACH, EHOSTUNREACH, EINVAL, EAFNOSUPPORT -> Refusal.REMOTE_INVALID;
            case ECONNREFUSED -> Refusal.REFUSED;
            default -> resources().orElse(Refusal.OTHER);
        };
    }

    /** What a call on a connection was refused for. */
    Refusal calling() {
        return switch (number) {
            case ECONNRESET, ECONNABORTED -> Refusal.RESET;
            case ECONNREFUSED -> Refusal.REFUSED;
            case ETIMEDOUT -> Refusal.TIMED_OUT;
            case EPIPE -> Refusal.CLOSING;
            case ENOTCONN -> Refusal.DOES_NOT_EXIST;
            default -> resources().orElse(Refusal.OTHER);
        };
    }

    private Optional<Refusal> resources() {
        return switch (number) {
            case ENOBUFS, ENOMEM, EMFILE, ENFILE -> Optional.of(Refusal.INSUFFICIENT_RESOURCES);
            default -> Optional.empty();
        };
    }

    /** How a connection ended. */
    SignalKind ending() {
        return switch (number) {
            // Linux says EPIPE for a RST that comes in CLOSE-WAIT.
            case ECONNRESET, EPIPE, ECONNABORTED -> SignalKind.RESET;
            case ECONNREFUSED -> SignalKind.REFUSED;
            case ETIMEDOUT -> SignalKind.TIMED_OUT;
            default -> SignalKind.ERROR;
        };
    }

    RefusedException refuseOpening() {
        return new RefusedException(opening(), words);
    }

    RefusedException refuseCalling() {
        return new RefusedException(calling(), words);
    }
}
