package org.tcpspec.spi.iut;

import java.util.Map;
import java.util.Set;

/** An attached agent, shared by all scenarios of a run. Safe for use by many threads. */
public interface Agent extends AutoCloseable {

    /** What its {@code hello} claimed. */
    Set<Capability> capabilities();

    /** Facts from its {@code hello}: versions, limits. */
    Map<String, String> environment();

    /** False once the control channel is known to be broken. */
    boolean isAlive();

    /** A user for one scenario; calls and signals of its connections go to {@code mailbox}. */
    User user(Mailbox mailbox);

    /** Ends the connections and listeners that {@code user} left behind, by ABORT. */
    void release(User user);

    /**
     * Changes a setting of the agent's whole instance.
     *
     * @param name the stack's own name for it, such as a sysctl
     * @throws LabException if there is no such setting or the value is refused
     */
    void set(String name, String value);

    @Override
    void close();
}
