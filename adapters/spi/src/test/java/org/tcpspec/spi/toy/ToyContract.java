package org.tcpspec.spi.toy;

import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutContract;

/** The contract, played with the toy and a flaw of its adapter. */
class ToyContract extends IutContract {

    private final Iut iut;

    ToyContract(ToyFlaw flaw) {
        this.iut = new ToyIut(flaw);
    }

    @Override
    public Iut iut() {
        return iut;
    }

    @Override
    public Optional<Iut> another() {
        return Optional.of(new ToyIut(ToyFlaw.NONE));
    }

    @Override
    public Map<String, String> setting() {
        return Map.of(ToyIut.TIME_TO_LIVE, "33");
    }
}
