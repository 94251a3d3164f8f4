package org.tcpspec.steps.observe;

import java.util.Optional;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * A segment of the IUT with what was known when it was captured.
 *
 * @param sndNxt the IUT's SND.NXT before it
 * @param sndUna the IUT's SND.UNA at that time
 * @param rcvNxt the RCV.NXT of a correct IUT at that time
 * @param explanation present if it needs no Then to ask for it
 */
public record Arrival(
        Observed.Frame frame,
        Segment segment,
        SequenceNumber sndNxt,
        SequenceNumber sndUna,
        SequenceNumber rcvNxt,
        Optional<Explanation> explanation) {}
