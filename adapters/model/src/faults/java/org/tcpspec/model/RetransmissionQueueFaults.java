package org.tcpspec.model;

import org.tcpspec.spi.wire.SequenceNumber;
import java.util.OptionalLong;

/** Mistakes in what is remembered of segments that were sent. */
class RetransmissionQueueFaults extends AcknowledgedFinFaults {

    private final Seeds seeds;

    RetransmissionQueueFaults(Seeds seeds) {
        super(seeds);
        this.seeds = seeds;
    }

    @Override
    void replaceFront(Sent sent) {
        boolean text = !sent.syn() && sent.again();
        super.replaceFront(
                seeds.bites("GAP-KARN", text)
                        ? new Sent(sent.seq(), false, sent.text(), sent.fin(), sent.probe(), sent.at(), false)
                        : sent);
    }

    @Override
    OptionalLong acknowledge(SequenceNumber ack) {
        if (isEmpty() || front().syn()) {
            return super.acknowledge(ack);
        }
        boolean part = front().seq().isBefore(ack) && front().end().isAfter(ack);
        boolean wraps = ack.unsigned() < front().seq().unsigned() && ack.isAfter(front().seq());
        if (seeds.bites("SIB-QUEUE-WRAP", wraps)) {
            return OptionalLong.empty();
        }
        return super.acknowledge(seeds.bites("SIB-PART-WHOLE", part) ? front().end() : ack);
    }
}
