package org.tcpspec.steps.words;

import java.util.Set;
import org.tcpspec.spi.iut.Capability;

/** A call of the user, as a scenario writes it. */
public enum UserCall {
    PASSIVE_OPEN("passive OPEN", Capability.PASSIVE_OPEN),
    ACTIVE_OPEN("active OPEN", Capability.ACTIVE_OPEN),
    SEND("SEND", Capability.SEND),
    RECEIVE("RECEIVE", Capability.RECEIVE_ON_DEMAND),
    CLOSE("CLOSE", Capability.CLOSE),
    CLOSE_BOTH_WAYS("close() both ways", Capability.CLOSE_BOTH_WAYS),
    ABORT("ABORT", Capability.ABORT),
    STATUS("STATUS", Capability.STATUS);

    private final String words;
    private final Capability needs;

    UserCall(String words, Capability needs) {
        this.words = words;
        this.needs = needs;
    }

    static final String REGEXP = "passive OPEN|active OPEN|SEND|RECEIVE|CLOSE|close\\(\\) both ways|ABORT|STATUS";

    static UserCall named(String words) {
        for (UserCall call : values()) {
            if (call.words.equals(words)) {
                return call;
            }
        }
        throw new IllegalArgumentException("no such call: " + words);
    }

    public Set<Capability> needs() {
        return Set.of(needs);
    }

    /** It is made on a connection, not on a socket. */
    public boolean needsHandle() {
        return this != PASSIVE_OPEN && this != ACTIVE_OPEN && this != STATUS;
    }

    @Override
    public String toString() {
        return words;
    }
}
