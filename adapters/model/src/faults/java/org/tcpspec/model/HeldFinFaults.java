package org.tcpspec.model;

import org.tcpspec.spi.wire.Bytes;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes with a FIN that is held until its turn. */
class HeldFinFaults extends Reassembly {

    private final Seeds seeds;

    HeldFinFaults(Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    void holdFin(SequenceNumber number) {
        boolean second = fin.filter(number::isAfter).isPresent();
        if (seeds.bites("OOO-08", second)) {
            fin = Optional.of(number);
        } else {
            super.holdFin(number);
        }
    }

    @Override
    Bytes take(SequenceNumber rcvNxt) {
        List<SequenceNumber> edges = edges();
        boolean several = edges.size() > 2 && edges.get(0).equals(rcvNxt) && edges.get(1).equals(edges.get(2));
        Bytes text = super.take(rcvNxt);
        if (seeds.bites("SIB-HOLD-TAKE", several && text.length() > edges.get(1).minus(rcvNxt))) {
            int first = edges.get(1).minus(rcvNxt);
            hold(rcvNxt.plus(first), text.from(first));
            return text.slice(0, first);
        }
        return text;
    }
}
