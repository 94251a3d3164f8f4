package org.tcpspec.steps.cover;

import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * What a guard asks about besides the variables of section 3.3.1, just before an event.
 *
 * @param openedActively the connection began with an active OPEN
 * @param known the user holds a handle of the connection, so that it can be told something
 * @param reading the user keeps a RECEIVE outstanding
 * @param nagle Nagle's algorithm may hold small segments back
 * @param closedBothWays the user has said that it reads no more
 * @param finQueued CLOSE was called
 * @param unsent octets of SENDs that have not left yet
 * @param unread octets that have arrived in order and were not handed to the user
 * @param sndWnd the window that the peer offered last
 * @param urgentTo RCV.UP, if the user is in urgent mode
 * @param consumed the number of the first octet that was not handed to the user
 * @param givenUp the connection was given up: R2, or the user timeout
 */
public record Circumstances(
        boolean openedActively,
        boolean known,
        boolean reading,
        boolean nagle,
        boolean closedBothWays,
        boolean finQueued,
        long unsent,
        long unread,
        long sndWnd,
        Optional<SequenceNumber> urgentTo,
        SequenceNumber consumed,
        boolean givenUp) {}
