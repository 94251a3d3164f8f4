package org.tcpspec.lwip;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.hosted.Children;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;

/** lwIP as an IUT: as many copies of it as there are scenarios at once, each in a process of its own. */
final class LwipIut implements Iut {

    private final Statement statement;
    private final Children children;
    private final Map<String, String> environment;

    /** Starts the first child, so that what is missing is told before anything is played. */
    LwipIut(Statement statement, Children children) {
        this.statement = statement;
        this.children = children;
        this.environment = children.environment();
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
