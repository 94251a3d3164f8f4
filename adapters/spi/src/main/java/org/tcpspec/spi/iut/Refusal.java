package org.tcpspec.spi.iut;

import java.util.Arrays;
import java.util.Optional;

/** Why a call is refused, in the words of RFC 9293 sections 3.9 and 3.10. */
public enum Refusal {
    DOES_NOT_EXIST("connection does not exist"),
    NOT_OPEN("connection not open"),
    ALREADY_EXISTS("connection already exists"),
    CLOSING("connection closing"),
    RESET("connection reset"),
    REFUSED("connection refused"),
    TIMED_OUT("connection aborted due to user timeout"),
    REMOTE_UNSPECIFIED("remote socket unspecified"),
    REMOTE_INVALID("remote socket invalid"),
    ILLEGAL("connection illegal for this process"),
    INSUFFICIENT_RESOURCES("insufficient resources"),
    /** The user's half of this IUT has no such call: an absent capability, never a finding. */
    NOT_OFFERED("call not offered"),
    OTHER("refused");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static Optional<Refusal> named(String words) {
        return Arrays.stream(values()).filter(r -> r.words.equals(words)).findFirst();
    }
}
