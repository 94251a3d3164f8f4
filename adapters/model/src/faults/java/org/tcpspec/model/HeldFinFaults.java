package org.tcpspec.model;

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
}
