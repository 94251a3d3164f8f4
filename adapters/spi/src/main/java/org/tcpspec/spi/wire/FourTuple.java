package org.tcpspec.spi.wire;

/** The two ends that name a connection, seen from the kit: the IUT's and the peer's. */
public record FourTuple(Endpoint iut, Endpoint peer) {

    /** True if {@code segment} travels between these ends, in either direction. */
    public boolean matches(Segment segment) {
        return isFromIut(segment) || isFromPeer(segment);
    }

    public boolean isFromIut(Segment segment) {
        return segment.source().equals(iut) && segment.destination().equals(peer);
    }

    public boolean isFromPeer(Segment segment) {
        return segment.source().equals(peer) && segment.destination().equals(iut);
    }
}
