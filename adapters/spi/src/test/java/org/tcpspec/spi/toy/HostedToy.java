package org.tcpspec.spi.toy;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.hosted.HostedStack;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.LabException;

/** The toy in a child process. A scenario of the name that it is told kills it, as an assertion in C would. */
public final class HostedToy implements HostedStack {

    static final String REFUSES = "refuses to start";

    private final String deadly;

    public HostedToy(List<String> arguments) {
        this.deadly = arguments.get(0);
        if (deadly.equals(REFUSES)) {
            throw new LabException("the toy is broken; buy a new one");
        }
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "stack", "toy", "pid", Long.toString(ProcessHandle.current().pid()));
    }

    @Override
    public Bench bench(int number, BenchRequest request) {
        if (request.scenario().equals(deadly)) {
            System.out.println("Assertion \"toys do not die\" failed");
            Runtime.getRuntime().halt(134);
        }
        return ToyIut.bench(number, request, ToyFlaw.NONE);
    }
}
