package org.tcpspec.lwip;

import com.sun.jna.Pointer;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.FourTuple;

/** What the user knows of one of its connections. */
final class Connection {

    final ConnectionId id;
    final Pointer pcb;
    final FourTuple ends;
    boolean reading;
    /** The open is complete. */
    boolean open;
    /** lwIP has freed the pcb: it must not be touched any more. */
    boolean freed;
    /** The peer's FIN was told to this user's callback, and not yet to the user. */
    boolean finUntold;
    /** The user knows that nothing more will come. */
    boolean finTold;
    /** Text that the user has not read; lwIP has not been told that it was received. */
    Bytes unread = Bytes.EMPTY;

    Connection(ConnectionId id, Pointer pcb, FourTuple ends, OpenOptions options) {
        this.id = id;
        this.pcb = pcb;
        this.ends = ends;
        this.reading = options.reading();
    }
}
