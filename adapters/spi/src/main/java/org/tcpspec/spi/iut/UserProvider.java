package org.tcpspec.spi.iut;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * How the upper half of an IUT is found: an agent program that runs beside the stack and makes its calls. Announced in
 * {@code META-INF/services/org.tcpspec.spi.iut.UserProvider}. Who starts the agent, and where, is the lab's business.
 */
public interface UserProvider {

    /** The command line of the agent; it speaks protocol 1 on its standard streams and ends when its input does. */
    List<String> command();

    /**
     * Attaches to an agent that was started.
     *
     * @param fromAgent its standard output
     * @param toAgent its standard input
     * @throws LabException if it does not say hello
     */
    default Agent attach(InputStream fromAgent, OutputStream toAgent) {
        return attach(fromAgent, toAgent, Optional.empty());
    }

    /**
     * Attaches to an agent that was started, or that waits for whoever knows its token.
     *
     * @param token shown before anything is asked; empty for an agent on the streams of its process
     * @throws LabException if it does not take the token or does not say hello
     */
    Agent attach(InputStream fromAgent, OutputStream toAgent, Optional<String> token);
}
