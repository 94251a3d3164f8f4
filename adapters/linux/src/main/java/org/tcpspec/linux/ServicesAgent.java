package org.tcpspec.linux;

import java.util.LinkedHashMap;
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

    private static final Set<Capability> LISTENS = Set.of(Capability.PASSIVE_OPEN, Capability.IPV6);
    private static final Set<Capability> CLOSES = Set.of(Capability.PASSIVE_OPEN, Capability.IPV6, Capability.CLOSE);

    private final Services services;

    ServicesAgent(Services services) {
        this.services = services;
    }

    @Override
    public Set<Capability> capabilities() {
        return of(services);
    }

    /** One that closes first does what CLOSE would. */
    static Set<Capability> of(Services services) {
        return services.daytime().isPresent() ? CLOSES : LISTENS;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> ports = new LinkedHashMap<>();
        ports.put("discard", Integer.toString(services.discard()));
        services.daytime().ifPresent(port -> ports.put("daytime", Integer.toString(port)));
        return ports;
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public User user(Mailbox mailbox) {
        return new ServicesUser(services, mailbox);
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
