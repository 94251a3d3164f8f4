package org.tcpspec.spi.hosted;

import java.util.function.Consumer;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** A stack in this process for which whoever drives it lets time pass. One thread uses it. */
public interface DrivenStack {

    /** Who is told what the stack tells its user. */
    @FunctionalInterface
    interface Signals {
        void signal(SignalKind kind, ConnectionId connection, SignalDetail detail);
    }

    /**
     * A scenario begins.
     *
     * @param leaving takes each IP packet that the stack sends
     * @param signals takes what it tells its user
     * @return the user of this scenario
     */
    User begin(Consumer<Bytes> leaving, Signals signals);

    /** Its time, in nanoseconds. It never goes back. */
    long now();

    /** A little time passes, less than a millisecond. */
    void pass(long nanos);

    /** Time passes to the stack's next timer, or only to {@code deadline} if that is sooner; a timer that is due runs. */
    void passToNext(long deadline);

    /** An IP packet arrives; returns when the stack has done all that it does without time passing. */
    void arrive(Bytes ipPacket);

    /** The scenario has ended: the stack is to be idle again. */
    void end();
}
