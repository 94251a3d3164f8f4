package org.tcpspec.spi.hosted;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;

/** Child processes with one {@link HostedStack} each. Safe for use by many threads. */
public final class Children implements AutoCloseable {

    private final Pool<Child> pool;
    private final AtomicInteger benches = new AtomicInteger();

    /**
     * Starts none yet.
     *
     * @param stack what each child runs
     * @param arguments for its constructor
     * @param most how many at once; whoever wants a bench more waits until another one is closed
     */
    public Children(Class<? extends HostedStack> stack, List<String> arguments, int most) {
        List<String> all = List.copyOf(arguments);
        this.pool = new Pool<>(() -> Child.start(stack.getName(), all), most);
    }

    /**
     * What {@link HostedStack#environment} says.
     *
     * @throws LabException if the stack cannot be used
     */
    public Map<String, String> environment() {
        Child child = pool.take();
        try {
            return child.environment();
        } finally {
            pool.giveBack(child);
        }
    }

    /**
     * A bench in one of the children.
     *
     * @throws IutGoneException if the stack died
     * @throws LabException if the stack cannot be used
     */
    public Bench bench(BenchRequest request) {
        Child child = pool.take();
        try {
            return new HostedBench(child, benches.incrementAndGet(), request, () -> pool.giveBack(child));
        } catch (RuntimeException | Error e) {
            pool.giveBack(child);
            throw e;
        }
    }

    /** Ends all children. */
    @Override
    public void close() {
        pool.close();
    }
}
