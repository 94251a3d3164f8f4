package org.tcpspec.reports.junit;

import java.net.URL;
import java.util.function.Function;
import org.tcpspec.reports.read.StackFile;
import org.tcpspec.spi.inprocess.InProcessIut;
import org.tcpspec.spi.inprocess.StackInProcess;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;

/** A Java stack that a test binds. */
record BoundStack(URL statement, Function<StackInProcess.Surroundings, StackInProcess> stacks) implements IutProvider {

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String description() {
        return "a stack in this JVM, bound by a test";
    }

    @Override
    public URL deviations() {
        return StackFile.class.getResource("no-deviations.yaml");
    }

    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public Iut open(IutRequest request) {
        return new InProcessIut(request.statement(), stacks);
    }
}
