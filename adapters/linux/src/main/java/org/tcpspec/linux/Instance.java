package org.tcpspec.linux;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.iut.Wire;
import org.tcpspec.spi.kernel.LinuxSettings;
import org.tcpspec.spi.wire.IpVersion;

/** One network namespace with its agent, and the wire to it. */
final class Instance implements Joint {

    /**
     * What the lab changes in every namespace: {@link LinuxSettings#CHANGED}, and {@code rp_filter}, since a segment from
     * an address that should never send would not reach TCP.
     */
    private static final Map<String, String> TUNING = tuning();

    private static final AtomicInteger PAIRS = new AtomicInteger();

    private final AgentProcess process;
    private final Network network;
    private final Wire wire;
    private final Agent agent;
    private final Addresses addresses = new Addresses();
    private final Set<JoinedBench> benches = ConcurrentHashMap.newKeySet();
    private int iutAddresses = 1;
    private volatile boolean closing;

    private Instance(AgentProcess process, Network network, Wire wire, Agent agent) {
        this.process = process;
        this.network = network;
        this.wire = wire;
        this.agent = agent;
        process.onEnd(() -> benches.forEach(JoinedBench::wake));
    }

    private static Map<String, String> tuning() {
        Map<String, String> tuning = new LinkedHashMap<>(LinuxSettings.CHANGED);
        tuning.put("net.ipv4.conf.all.rp_filter", "0");
        tuning.put("net.ipv4.conf." + Network.IUT_END + ".rp_filter", "0");
        return tuning;
    }

    /**
     * A fresh instance. The agent's start takes longest; the rest is done meanwhile.
     *
     * @param settings by the stack's own names, applied after the lab's
     */
    static Instance start(PeerProvider peer, UserProvider user, Statement statement, Map<String, String> settings) {
        AgentProcess process = AgentProcess.start(user.command());
        try {
            Network network = Network.create(PAIRS.getAndIncrement());
            network.connect(process.pid());
            Wire wire = peer.open(network.peerEnd(), statement, any -> true);
            try {
                Network.configure(process.pid(), wire.gateway(), statement.can(Capability.IPV6));
                Agent agent = process.attach(user);
                TUNING.forEach(agent::set);
                settings.forEach(agent::set);
                return new Instance(process, network, wire, agent);
            } catch (LabException e) {
                wire.close();
                throw e;
            }
        } catch (LabException e) {
            // The veth pair goes with the namespace of its other end.
            process.end();
            throw e;
        }
    }

    /** Every setting that differs from the kernel's own, by its name. */
    static Map<String, String> changed() {
        return TUNING;
    }

    @Override
    public Agent agent() {
        return agent;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    ProcessHandle process() {
        return process.handle();
    }

    /** The agent lives and the capture works. */
    boolean isAlive() {
        if (!process.isAlive()) {
            return false;
        }
        try {
            wire.lost();
            return true;
        } catch (LabException e) {
            // A capture that broke says so whenever it is asked.
            return false;
        }
    }

    /** @throws LabException if the agent has ended */
    @Override
    public void check() {
        if (!process.isAlive() && !closing) {
            throw new LabException("the agent in the IUT's namespace died; the kernel lives. " + process.lastWords());
        }
    }

    /** A place for one scenario. */
    Place place(IpVersion ip) {
        boolean ipv6 = agent.capabilities().contains(Capability.IPV6);
        if (ip == IpVersion.IPV6 && !ipv6) {
            throw new LabException("this kernel has no IPv6");
        }
        Addresses.Block block = addresses.block();
        provide(block.address(), ipv6);
        return new Place(
                Addresses.iut(ip, block.address()),
                Optional.of(Addresses.net(ip, block.address())),
                index -> block.firstPort() + index,
                addresses.phantom(ip),
                () -> addresses.phantom(ip));
    }

    /** Makes sure that the IUT has its address of that number. */
    private synchronized void provide(int address, boolean ipv6) {
        while (iutAddresses <= address) {
            Network.addAddress(process.pid(), iutAddresses, ipv6);
            iutAddresses++;
        }
    }

    @Override
    public void add(JoinedBench bench) {
        benches.add(bench);
    }

    @Override
    public void remove(JoinedBench bench) {
        benches.remove(bench);
    }

    /** Ends it all. */
    List<String> close() {
        closing = true;
        agent.close();
        process.end();
        wire.close();
        network.remove();
        return wire.strays();
    }
}
