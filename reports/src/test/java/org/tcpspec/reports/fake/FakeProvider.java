package org.tcpspec.reports.fake;

import java.net.URL;
import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;

/** An IUT without any TCP: what becomes of its scenarios is told by their own steps. */
public final class FakeProvider implements IutProvider {

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String description() {
        return "for tests of the reports";
    }

    @Override
    public URL statement() {
        return FakeProvider.class.getResource("/fake.yaml");
    }

    @Override
    public URL deviations() {
        return FakeProvider.class.getResource("/fake-deviations.yaml");
    }

    @Override
    public List<Checkup> checkups() {
        return List.of(Checkup.of("toaster", () -> {
            throw new LabException("There is no toaster. Buy one.");
        }));
    }

    @Override
    public Iut open(IutRequest request) {
        return new FakeIut(request.statement());
    }

    private record FakeIut(Statement statement) implements Iut {
        @Override
        public Map<String, String> environment() {
            return Map.of("Kernel", "none", "Changed setting x", "1 = 2 \\ <3>");
        }

        @Override
        public Bench bench(BenchRequest request) {
            throw new LabException("the fake has no bench");
        }

        @Override
        public List<String> notes() {
            return List.of("a stray <b>packet</b>");
        }

        @Override
        public void close() {
            // nothing was started
        }
    }
}
