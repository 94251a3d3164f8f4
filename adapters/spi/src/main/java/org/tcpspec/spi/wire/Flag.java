package org.tcpspec.spi.wire;

/** A control bit of the TCP header (RFC 9293 section 3.1; ECE and CWR by RFC 3168). */
public enum Flag {
    FIN(0x01),
    SYN(0x02),
    RST(0x04),
    PSH(0x08),
    ACK(0x10),
    URG(0x20),
    ECE(0x40),
    CWR(0x80);

    private final int bit;

    Flag(int bit) {
        this.bit = bit;
    }

    /** The bit in the flags octet of the header. */
    public int bit() {
        return bit;
    }
}
