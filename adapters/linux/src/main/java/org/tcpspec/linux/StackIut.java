package org.tcpspec.linux;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.StackDescription.Reset;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.iut.Wire;

/** A stack on the network: one wire, and one instance after the other where it dies or is to be started afresh. */
final class StackIut implements Iut {

    private final StackDescription description;
    private final UserProvider user;
    private final Optional<Tap> tap;
    private final Wire wire;
    private final StackAddresses addresses;
    private final Statement statement;
    private final List<String> notes = new ArrayList<>();
    private StackInstance instance;
    private boolean used;
    private boolean closed;

    private StackIut(
            StackDescription description,
            UserProvider user,
            Optional<Tap> tap,
            Wire wire,
            StackInstance instance,
            Statement claimed) {
        this.description = description;
        this.user = user;
        this.tap = tap;
        this.wire = wire;
        this.addresses = new StackAddresses(description);
        this.instance = instance;
        this.statement = inForce(claimed, instance.agent().capabilities());
    }

    static StackIut open(StackDescription description, PeerProvider peer, UserProvider user, IutRequest request) {
        String link = description.link().name();
        Optional<Tap> tap = description.link().created() ? Optional.of(Tap.create(link)) : Optional.empty();
        try {
            Wire wire = peer.open(link, request.statement(), address -> StackAddresses.isOurs(description, address));
            try {
                StackInstance instance = StackInstance.start(description, wire, user);
                return new StackIut(description, user, tap, wire, instance, request.statement());
            } catch (LabException e) {
                wire.close();
                throw e;
            }
        } catch (LabException e) {
            tap.ifPresent(Tap::close);
            throw e;
        }
    }

    /** What is claimed, as far as the agent offers it. */
    private static Statement inForce(Statement claimed, Set<Capability> able) {
        Set<Capability> both = new HashSet<>(claimed.capabilities());
        both.retainAll(able);
        return new Statement(
                claimed.name(), both, claimed.options(), claimed.ixit(), claimed.settings(), claimed.deviations());
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public synchronized Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(instance.agent().environment());
        environment.put(
                (description.link().created() ? "tap" : "interface"),
                description.link().name());
        environment.put("addresses", description.addresses().toString());
        environment.put("peers", description.peers().toString());
        if (!description.start().isEmpty()) {
            environment.put("start", String.join(" ", description.start()));
        }
        return environment;
    }

    @Override
    public Bench bench(BenchRequest request) {
        StackInstance one = usable();
        try {
            return JoinedBench.open(one, addresses.place(request.ip()), request.scenario(), this::back);
        } catch (LabException e) {
            if (!one.isGone()) {
                throw e;
            }
            // It died between two words, of another scenario.
            return JoinedBench.open(usable(), addresses.place(request.ip()), request.scenario(), this::back);
        }
    }

    private synchronized StackInstance usable() {
        if (closed) {
            throw new LabException("the run with this stack has ended");
        }
        boolean gone = instance.isGone();
        if (gone || used && description.reset() == Reset.RESTART) {
            if (gone) {
                notes.add("the stack or its agent ended; it was " + (instance.wasStarted() ? "started" : "called")
                        + " again. " + instance.lastWords());
            }
            instance.close();
            instance = StackInstance.start(description, wire, user);
        }
        used = true;
        return instance;
    }

    private void back(JoinedBench bench) {
        try {
            bench.giveBack();
        } catch (LabException e) {
            boolean nothingLeft = bench.joint() instanceof StackInstance stack && stack.isGone();
            if (nothingLeft) {
                return;
            }
            note("could not clean up after " + bench.scenario() + ": " + e.getMessage());
        }
    }

    private synchronized void note(String line) {
        notes.add(line);
    }

    @Override
    public synchronized List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(wire.strays());
        return all;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            instance.close();
            wire.close();
            tap.ifPresent(Tap::close);
        }
    }
}
