package org.tcpspec.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.SequenceNumber;

/** A FIN that stays in the retransmission queue. */
class AcknowledgedFinFaults extends RetransmissionQueue {

    private final Seeds seeds;
    private Optional<Sent> fin = Optional.empty();

    AcknowledgedFinFaults(Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    void append(Sent sent) {
        super.append(sent);
        fin = sent.fin() ? Optional.of(sent) : fin;
    }

    @Override
    void replaceFront(Sent sent) {
        super.replaceFront(sent);
        fin = sent.fin() ? Optional.of(sent) : fin;
    }

    @Override
    OptionalLong acknowledge(SequenceNumber ack) {
        OptionalLong newest = super.acknowledge(ack);
        fin.filter(sent -> sent.end().isAtMost(ack) && seeds.bites("FIN-10"))
                .ifPresent(sent -> super.append(
                        new Sent(sent.end().minus(1), false, Bytes.EMPTY, true, false, sent.at(), true)));
        return newest;
    }
}
