package org.tcpspec.spi.toy;

/** The contract can be kept: the toy keeps it. */
class ToyContractTest extends ToyContract {
    ToyContractTest() {
        super(ToyFlaw.NONE);
    }
}
