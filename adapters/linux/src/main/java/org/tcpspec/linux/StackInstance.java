package org.tcpspec.linux;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.IutGoneInCompanyException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.iut.StackDescription.StreamAgent;
import org.tcpspec.spi.iut.StackDescription.TcpAgent;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.iut.Wire;
import org.tcpspec.spi.wire.Net;

/** One life of a stack on the network, with its user. */
final class StackInstance implements Joint {

    private static final int CONNECT_MILLIS = 5_000;

    /** How long after its streams a process may end. */
    private static final long DEATH_MILLIS = 500;

    private final Optional<StackProcess> process;
    private final Optional<Socket> control;
    private final Wire wire;
    private final Agent agent;

    /** By the stack's address, in whose name it is asked for its hardware address. */
    private final Map<InetAddress, InetAddress> askers;

    private final Set<JoinedBench> benches = ConcurrentHashMap.newKeySet();
    private Optional<IutGoneException> death = Optional.empty();
    private boolean closing;

    private StackInstance(
            StackDescription description,
            Optional<StackProcess> process,
            Optional<Socket> control,
            Wire wire,
            Agent agent) {
        this.askers = description.addresses().stream()
                .collect(Collectors.toMap(Net::address, net -> askerFor(description, net)));
        this.process = process;
        this.control = control;
        this.wire = wire;
        this.agent = agent;
        process.ifPresent(p -> p.onEnd(this::ended));
    }

    /** Starts the stack if it is to be started, waits until it is ready, and attaches to its user. */
    static StackInstance start(StackDescription description, Wire wire, UserProvider user) {
        description.addresses().forEach(net -> wire.forget(net.address()));
        boolean speaks = description.driver() instanceof StreamAgent;
        Optional<StackProcess> process = description.start().isEmpty()
                ? Optional.empty()
                : Optional.of(StackProcess.start(description.start(), description.directory(), speaks));
        try {
            awaitReady(description, wire, process);
            return attached(description, wire, user, process);
        } catch (LabException e) {
            process.ifPresent(StackProcess::end);
            throw e;
        }
    }

    private static void awaitReady(StackDescription description, Wire wire, Optional<StackProcess> process) {
        StackDescription.Ready ready = description.ready();
        long deadline = System.nanoTime() + ready.within().toNanos();
        if (ready.line().isPresent()) {
            String text = ready.line().get();
            if (!process.map(p -> p.awaitLine(text, deadline)).orElse(false)) {
                throw new LabException("ready: no line with \"" + text + "\" came within "
                        + ready.within().toSeconds() + " s. " + lastWords(process));
            }
        }
        for (Net net : description.addresses()) {
            InetAddress asker = askerFor(description, net);
            LabException nobody = null;
            boolean there = false;
            while (!there && (nobody == null || System.nanoTime() < deadline)) {
                if (process.filter(p -> !p.isAlive()).isPresent()) {
                    throw new LabException("start: the stack's process died. " + lastWords(process));
                }
                try (Wire.Phantom asking = wire.phantom(asker, net.address(), observed -> {})) {
                    there = asking.address().equals(asker);
                } catch (LabException e) {
                    nobody = e;
                }
            }
            if (!there) {
                throw new LabException("ready: " + nobody.getMessage() + " (asked for "
                        + ready.within().toSeconds() + " s). " + lastWords(process));
            }
        }
    }

    private static InetAddress askerFor(StackDescription description, Net net) {
        return description.gateways().stream()
                .filter(gateway -> net.contains(gateway))
                .findFirst()
                .orElseGet(() -> description.peers().stream()
                        .filter(peers -> peers.ip() == net.ip())
                        .findFirst()
                        .orElseThrow(() -> new LabException("there are no peers: of " + net.ip() + " under stack:"))
                        .at(1));
    }

    private static StackInstance attached(
            StackDescription description, Wire wire, UserProvider user, Optional<StackProcess> process) {
        if (description.driver() instanceof Services services) {
            return new StackInstance(description, process, Optional.empty(), wire, new ServicesAgent(services));
        }
        if (description.driver() instanceof TcpAgent tcp) {
            Socket control = connect(tcp);
            try {
                Agent agent = user.attach(control.getInputStream(), control.getOutputStream(), tcp.token());
                return new StackInstance(description, process, Optional.of(control), wire, agent);
            } catch (IOException | LabException e) {
                close(control);
                throw new LabException("agent: at " + tcp.at() + ": " + e.getMessage(), e);
            }
        }
        StackProcess speaking = process.orElseThrow(() -> new LabException("agent: streams needs start:"));
        try {
            Agent agent = user.attach(speaking.output(), speaking.input());
            return new StackInstance(description, process, Optional.empty(), wire, agent);
        } catch (LabException e) {
            throw new LabException("agent: " + e.getMessage() + ". " + lastWords(process), e);
        }
    }

    private static Socket connect(TcpAgent tcp) {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(tcp.at(), CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new LabException(
                    "agent: nobody answers at " + tcp.at() + " (" + e.getMessage()
                            + "). Start it there: TCPSPEC_TOKEN=... tcpspec-agent "
                            + tcp.at().getHostString() + " " + tcp.at().getPort(),
                    e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
            return;
        }
    }

    private static String lastWords(Optional<StackProcess> process) {
        return process.map(StackProcess::lastWords).orElse("");
    }

    private void ended() {
        death();
        benches.forEach(JoinedBench::wake);
    }

    /** How the stack's process came to its end, if it did so by itself. */
    private synchronized Optional<IutGoneException> death() {
        if (death.isEmpty() && !closing && process.filter(p -> !p.isAlive()).isPresent()) {
            String words = "The stack's process died. " + lastWords();
            death = Optional.of(
                    benches.size() > 1 ? new IutGoneInCompanyException(words) : new IutGoneException(words));
        }
        return death;
    }

    @Override
    public Agent agent() {
        return agent;
    }

    @Override
    public Mailbox watching(User one, Mailbox mailbox) {
        return one instanceof ServicesUser service ? service.watching(mailbox) : mailbox;
    }

    /** A call that fails because the process has died is a finding about the stack, not a fault of the lab. */
    @Override
    public User shown(User one, Runnable settle) {
        return one instanceof ServicesUser
                ? one
                : (User) Proxy.newProxyInstance(
                        User.class.getClassLoader(),
                        new Class<?>[] {User.class},
                        (proxy, call, arguments) -> called(one, settle, call, arguments));
    }

    @Override
    public void settle(Wire.Phantom phantom, InetAddress iut) {
        phantom.settle(askers.get(iut));
    }

    private Object called(User one, Runnable settle, Method call, Object[] arguments) throws Throwable {
        try {
            settle.run();
            return call.invoke(one, arguments);
        } catch (InvocationTargetException e) {
            if (process.isPresent() && e.getCause() instanceof LabException) {
                awaitDeath();
                check();
            }
            throw e.getCause();
        }
    }

    /** A process whose streams have ended is on its way out. */
    private void awaitDeath() {
        process.ifPresent(p -> p.awaitEnd(DEATH_MILLIS));
    }

    @Override
    public Wire wire() {
        return wire;
    }

    boolean wasStarted() {
        return process.isPresent();
    }

    String lastWords() {
        return lastWords(process);
    }

    /** The process has ended, or nobody listens at the other end of the control channel. */
    boolean isGone() {
        return process.filter(p -> !p.isAlive()).isPresent() || !agent.isAlive();
    }

    /** @throws IutGoneException if the stack's process has ended: it took the stack with it */
    @Override
    public void check() {
        if (!agent.isAlive()) {
            awaitDeath();
        }
        Optional<IutGoneException> gone = death();
        if (gone.isPresent()) {
            throw gone.get();
        }
        if (!agent.isAlive()) {
            throw new LabException("the agent is gone; whether the stack lives is not known");
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

    /** Ends it all but the wire. What it died of, if it did, stays known to those who were at it. */
    void close() {
        if (!agent.isAlive()) {
            awaitDeath();
        }
        death();
        synchronized (this) {
            closing = true;
        }
        agent.close();
        control.ifPresent(StackInstance::close);
        process.ifPresent(StackProcess::end);
    }
}
