package org.tcpspec.lwip;

import java.util.Arrays;
import java.util.Optional;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;

/** lwIP's {@code err_t}, and what each amounts to in the words of RFC 9293. */
enum LwipError {
    MEM(-1, Refusal.INSUFFICIENT_RESOURCES),
    BUF(-2, Refusal.INSUFFICIENT_RESOURCES),
    TIMEOUT(-3, Refusal.TIMED_OUT),
    RTE(-4, Refusal.REMOTE_INVALID),
    INPROGRESS(-5, Refusal.OTHER),
    VAL(-6, Refusal.REMOTE_INVALID),
    WOULDBLOCK(-7, Refusal.INSUFFICIENT_RESOURCES),
    USE(-8, Refusal.ALREADY_EXISTS),
    ALREADY(-9, Refusal.ALREADY_EXISTS),
    ISCONN(-10, Refusal.ALREADY_EXISTS),
    CONN(-11, Refusal.CLOSING),
    IF(-12, Refusal.OTHER),
    ABRT(-13, Refusal.TIMED_OUT),
    RST(-14, Refusal.RESET),
    CLSD(-15, Refusal.CLOSING),
    ARG(-16, Refusal.REMOTE_INVALID);

    private final int value;
    private final Refusal refusal;

    LwipError(int value, Refusal refusal) {
        this.value = value;
        this.refusal = refusal;
    }

    /** Empty for {@code ERR_OK}. */
    static Optional<LwipError> of(int value) {
        return Arrays.stream(values()).filter(e -> e.value == value).findFirst();
    }

    Outcome refused() {
        return Outcome.refused(refusal, "ERR_" + name());
    }
}
