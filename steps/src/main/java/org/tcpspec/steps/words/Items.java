package org.tcpspec.steps.words;

import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.play.Stopped;
import org.tcpspec.steps.play.Verdicts;

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
        return Verdicts.inconclusive("The IUT has sent no " + item + " so far.");
    }
}
