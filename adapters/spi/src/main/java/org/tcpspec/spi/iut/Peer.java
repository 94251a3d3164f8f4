package org.tcpspec.spi.iut;

import java.net.InetAddress;
import org.tcpspec.spi.wire.Bytes;

/**
 * The other end of the wire, for one scenario: the lower tester. A phantom host whose address no kernel owns and no
 * other scenario uses, so that nothing but the kit ever answers for it.
 */
public interface Peer {

    /** The phantom's address. */
    InetAddress address();

    /**
     * Puts an IP packet on the wire towards the IUT, as it is. It comes back through {@link Bench#next} as a
     * {@link Observed.Frame} from the peer, with the number and time that the capture gave it, octet by octet and
     * before anything that it draws - also if the IUT will not take it, or it is no TCP.
     *
     * <p>Returns when the packet is on its way, without waiting for the capture.
     *
     * @param ipPacket from the first octet of the IP header on; whatever is wrong with it is meant to be
     * @throws LabException if it cannot be sent
     */
    void inject(Bytes ipPacket);
}
