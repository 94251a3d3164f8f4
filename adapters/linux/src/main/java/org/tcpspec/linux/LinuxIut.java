package org.tcpspec.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.kernel.LinuxSettings;

/** This machine's kernel in namespaces of its own: one that scenarios share, one more for each that changes a setting. */
final class LinuxIut implements Iut {

    /** Instances with settings that may live at once: each is a process of some 70 MB. */
    private static final int MOST_OWN = 32;

    private final PeerProvider peer;
    private final UserProvider user;
    private final Statement claimed;
    private final Semaphore room = new Semaphore(MOST_OWN, true);

    /** More starts at once than processors would only make each of them late. */
    private final Semaphore starts = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final Statement statement;
    private final List<String> notes = new ArrayList<>();
    private final Set<Instance> own = ConcurrentHashMap.newKeySet();
    private Instance shared;
    private boolean closed;

    private LinuxIut(PeerProvider peer, UserProvider user, Statement claimed, Instance shared) {
        this.peer = peer;
        this.user = user;
        this.claimed = claimed;
        this.shared = shared;
        this.statement = inForce(claimed, shared.agent().capabilities());
    }

    static LinuxIut open(PeerProvider peer, UserProvider user, Statement claimed) {
        Network.prepareOwnNamespace();
        return new LinuxIut(peer, user, claimed, Instance.start(peer, user, claimed, Map.of()));
    }

    /** What is claimed, as far as the agent can do it on this machine. */
    private static Statement inForce(Statement claimed, Set<Capability> able) {
        Set<Capability> both = new HashSet<>(claimed.capabilities());
        both.retainAll(able);
        return new Statement(
                claimed.name().replace("${kernel}", System.getProperty("os.version")),
                both,
                claimed.options(),
                claimed.ixit(),
                known(claimed.settings()),
                claimed.deviations());
    }

    /** The settings that this kernel has: some are younger than others. */
    private static Map<String, String> known(Map<String, String> settings) {
        Map<String, String> known = new LinkedHashMap<>(settings);
        known.values().removeIf(name -> !Files.exists(Path.of("/proc/sys", name.replace('.', '/'))));
        return known;
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public synchronized Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(shared.agent().environment());
        environment.put("kernel", System.getProperty("os.version"));
        environment.put("offloads", Network.OFFLOADS);
        Instance.changed().forEach((name, value) -> environment.put("setting " + name, value));
        return environment;
    }

    @Override
    public Bench bench(BenchRequest request) {
        return request.settings().isEmpty() ? bench(sharedInstance(), request, this::back) : withSettings(request);
    }

    private static Bench bench(Instance instance, BenchRequest request, Consumer<JoinedBench> closed) {
        return JoinedBench.open(instance, instance.place(request.ip()), request.scenario(), closed);
    }

    /** A fresh instance takes the place of one whose agent died. */
    private synchronized Instance sharedInstance() {
        if (closed) {
            throw new LabException("the lab is closed");
        }
        if (!shared.isAlive()) {
            notes.add("the agent died or the capture broke; a fresh namespace was made");
            notes.addAll(shared.close());
            shared = Instance.start(peer, user, claimed, Map.of());
        }
        return shared;
    }

    private Bench withSettings(BenchRequest request) {
        Map<String, String> settings = new LinkedHashMap<>();
        request.settings()
                .forEach((name, value) -> settings.put(stackName(name), LinuxSettings.value(stackName(name), value)));
        Instance instance = startOwn(settings);
        try {
            return bench(instance, request, bench -> {
                back(bench);
                end(instance);
            });
        } catch (LabException e) {
            end(instance);
            throw e;
        }
    }

    private Instance startOwn(Map<String, String> settings) {
        room.acquireUninterruptibly();
        starts.acquireUninterruptibly();
        try {
            Instance instance = Instance.start(peer, user, claimed, settings);
            own.add(instance);
            return instance;
        } catch (LabException e) {
            room.release();
            throw e;
        } finally {
            starts.release();
        }
    }

    private String stackName(String speaking) {
        String name = statement.settings().get(speaking);
        if (name == null) {
            throw new LabException("Linux has no setting \"" + speaking + "\"; it has "
                    + statement.settings().keySet());
        }
        return name;
    }

    private void back(JoinedBench bench) {
        try {
            bench.giveBack();
        } catch (LabException e) {
            note("could not clean up after " + bench.scenario() + ": " + e.getMessage());
        }
    }

    private void end(Instance instance) {
        if (own.remove(instance)) {
            instance.close().forEach(this::note);
            room.release();
        }
    }

    private synchronized void note(String line) {
        notes.add(line);
    }

    @Override
    public synchronized List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (!closed) {
            all.addAll(shared.wire().strays());
        }
        return all;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        notes.addAll(shared.close());
        own.forEach(this::end);
    }
}
