package org.tcpspec.spi.wire;

/** Something wrong with the octets of a packet. Which of them matters is for the reader to say. */
public enum Defect {
    /** Not IPv4 or IPv6, or shorter than the header it announces. */
    IP_HEADER("the IP header is malformed"),
    IP_CHECKSUM("the IPv4 header checksum is wrong"),
    /** Octets follow the packet: a frame may be padded. */
    IP_LENGTH("more octets came than the IP length tells"),
    CUT_SHORT("fewer octets came than the IP length tells"),
    FRAGMENT("the packet is a fragment"),
    /** The protocol is not TCP; such a packet has no segment. */
    NOT_TCP("the packet is not TCP"),
    TRUNCATED("the TCP header is cut short"),
    DATA_OFFSET("the data offset points inside the fixed header or past the end of the segment"),
    CHECKSUM("the TCP checksum is wrong"),
    OPTION_LENGTH("an option has an impossible length"),
    OPTION_PADDING("octets after the end-of-list option are not zero"),
    RESERVED_BITS("reserved bits are set");

    private final String sentence;

    Defect(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
