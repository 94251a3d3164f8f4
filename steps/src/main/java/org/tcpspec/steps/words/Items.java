package org.tcpspec.steps.words;

import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.play.Stopped;

/** Where something of the IUT's stands in its sequence numbers. */
final class Items {

    private Items() {}

    static SequenceNumber number(Conversation c, String item) {
        return switch (item) {
            case "SYN", "SYN,ACK" -> c.shadow().iss().orElseThrow(() -> notSent(item));
            case "FIN" -> c.shadow().fin().orElseThrow(() -> notSent(item));
            default -> c.shadow().sndUna();
        };
    }

    private static Stopped.Inconclusive notSent(String item) {
        return new Stopped.Inconclusive(Verdict.of(Grade.INCONCLUSIVE, "The IUT has sent no " + item + " so far."));
    }
}
