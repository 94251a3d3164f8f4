package org.tcpspec.spi.hosted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;

/**
 * Child processes with one {@link HostedStack} each, started as they are needed and used again and again, each by one
 * bench at a time. Safe for use by many threads.
 */
public final class Children implements AutoCloseable {

    private final String stack;
    private final List<String> arguments;
    private final Semaphore places;
    private final AtomicInteger benches = new AtomicInteger();
    private final Deque<Child> idle = new ArrayDeque<>();
    private final List<Child> all = new ArrayList<>();
    private boolean closed;

    /**
     * Starts none yet.
     *
     * @param stack what each child runs
     * @param arguments for its constructor
     * @param most how many at once; whoever wants a bench more waits until another one is closed
     */
    public Children(Class<? extends HostedStack> stack, List<String> arguments, int most) {
        this.stack = stack.getName();
        this.arguments = List.copyOf(arguments);
        this.places = new Semaphore(most, true);
    }

    /**
     * What {@link HostedStack#environment} says.
     *
     * @throws LabException if the stack cannot be used
     */
    public Map<String, String> environment() {
        places.acquireUninterruptibly();
        try {
            Child child = take();
            Map<String, String> facts = child.environment();
            giveBack(child);
            return facts;
        } finally {
            places.release();
        }
    }

    /**
     * A bench in one of the children.
     *
     * @throws IutGoneException if the stack died
     * @throws LabException if the stack cannot be used
     */
    public Bench bench(BenchRequest request) {
        places.acquireUninterruptibly();
        try {
            Child child = take();
            return new HostedBench(child, benches.incrementAndGet(), request, () -> {
                giveBack(child);
                places.release();
            });
        } catch (RuntimeException | Error e) {
            places.release();
            throw e;
        }
    }

    private Child take() {
        synchronized (idle) {
            if (closed) {
                throw new LabException("the IUT is closed");
            }
            while (!idle.isEmpty()) {
                Child child = idle.pop();
                if (child.isAlive()) {
                    return child;
                }
                child.close();
            }
        }
        Child child = Child.start(stack, arguments);
        synchronized (idle) {
            all.add(child);
        }
        return child;
    }

    private void giveBack(Child child) {
        synchronized (idle) {
            if (child.isAlive() && !closed) {
                idle.push(child);
            } else {
                child.close();
                all.remove(child);
            }
        }
    }

    /** Ends all children. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            all.forEach(Child::close);
            all.clear();
            idle.clear();
        }
    }
}
