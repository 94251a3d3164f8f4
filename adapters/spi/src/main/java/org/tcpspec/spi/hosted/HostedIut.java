package org.tcpspec.spi.hosted;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;

/** An IUT of {@link Children}: as many copies of its stack as there are scenarios at once, each in its own process. */
public final class HostedIut implements Iut {

    private final Statement statement;
    private final Children children;
    private final Map<String, String> environment;

    /**
     * Starts the first child, so that what is missing is told before anything is played.
     *
     * @throws LabException if the stack cannot be used
     */
    public HostedIut(Statement statement, Children children) {
        this.statement = statement;
        this.children = children;
        this.environment = started(children);
    }

    private static Map<String, String> started(Children children) {
        try {
            return children.environment();
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Bench bench(BenchRequest request) {
        return children.bench(request);
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        children.close();
    }
}
