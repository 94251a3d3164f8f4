package org.tcpspec.netty.agent;

import org.tcpspec.spi.iut.Refusal;

/** A call that the stack, or the agent on its behalf, refused. */
final class RefusedException extends Exception {

    private final transient Refusal refusal;

    RefusedException(Refusal refusal, String words) {
        super(words);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
