package org.tcpspec.steps.observe;

import java.util.Optional;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * A segment of the IUT with what was known when it was captured.
 *
 * @param before where the connection stood before it
 * @param explanation present if it needs no Then to ask for it
 */
public record Arrival(Observed.Frame frame, Segment segment, Standing before, Optional<Explanation> explanation) {

    /**
     * The numbers that a segment sent at some moment should carry.
     *
     * @param sndNxt the IUT's SND.NXT
     * @param sndUna the IUT's SND.UNA
     * @param rcvNxt the RCV.NXT of a correct IUT
     */
    public record Standing(SequenceNumber sndNxt, SequenceNumber sndUna, SequenceNumber rcvNxt) {}
}
