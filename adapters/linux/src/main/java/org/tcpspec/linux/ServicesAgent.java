package org.tcpspec.linux;

import java.util.Map;
import java.util.Set;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.iut.User;

/** Nobody drives the user: the stack runs a service, which listens before anyone asks. */
final class ServicesAgent implements Agent {

    static final Set<Capability> CAPABILITIES = Set.of(Capability.PASSIVE_OPEN, Capability.IPV6);

    private final Services services;

    ServicesAgent(Services services) {
        this.services = services;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("discard", Integer.toString(services.discard()));
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public User user(Mailbox mailbox) {
        return new ServicesUser(services.discard(), mailbox);
    }

    /** What the scenario left behind the peer has reset. */
    @Override
    public void release(User user) {
        if (!(user instanceof ServicesUser)) {
            throw new IllegalArgumentException("not a user of this agent");
        }
    }

    @Override
    public void set(String name, String value) {
        throw new LabException("a service has no settings: " + name);
    }

    @Override
    public void close() {
        // The service goes with its stack.
    }
}
