package org.tcpspec.uml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.tcpspec.spi.hosted.DrivenBench;
import org.tcpspec.spi.hosted.Pool;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Place;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.kernel.LinuxSettings;
import org.tcpspec.spi.wire.IpVersion;

/** As many kernels as there are scenarios at once; each scenario has a network namespace of its own in one of them. */
final class UmlIut implements Iut {

    /** More kernels than processors gain nothing: none of them ever waits. */
    private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final String PREFIX_4 = "/24";
    private static final String PREFIX_6 = "/64";

    private final Pool<Kernel> kernels;
    private final AtomicInteger benches = new AtomicInteger();
    private final Statement statement;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private UmlIut(Pool<Kernel> kernels, Kernel first, Built built, Statement claimed) {
        this.kernels = kernels;
        Set<Capability> both = new HashSet<>(claimed.capabilities());
        both.retainAll(first.agent().capabilities());
        this.statement = new Statement(
                claimed.name().replace("${kernel}", built.version() + ", user mode, virtual time"),
                both,
                claimed.options(),
                claimed.ixit(),
                first.known(claimed.settings()),
                claimed.deviations());
        environment.putAll(first.agent().environment());
        environment.put("kernel", built.version());
        environment.put("program", built.kernel().toString());
        environment.put("time", "virtual");
        LinuxSettings.CHANGED.forEach((name, value) -> environment.put("setting " + name, value));
    }

    /** @throws LabException if the kernel does not start */
    static UmlIut open(Built built, Statement claimed) {
        UserProvider user = ServiceLoader.load(UserProvider.class)
                .findFirst()
                .orElseThrow(() -> new LabException("no user is on the class path: add tcpspec-netty"));
        Pool<Kernel> kernels = new Pool<>(() -> Kernel.start(built, user), MOST);
        Kernel first = kernels.take();
        try {
            return new UmlIut(kernels, first, built, claimed);
        } finally {
            kernels.giveBack(first);
        }
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    @Override
    public Bench bench(BenchRequest request) {
        Place place = Place.of(benches.incrementAndGet(), request.ip());
        List<String> words = words(place, request);
        Kernel kernel = kernels.take();
        try {
            kernel.open(words);
            return new DrivenBench(new UmlDriver(kernel, () -> kernels.giveBack(kernel)), place, statement);
        } catch (RuntimeException | Error e) {
            kernels.giveBack(kernel);
            throw e;
        }
    }

    private List<String> words(Place place, BenchRequest request) {
        String prefix = request.ip() == IpVersion.IPV4 ? PREFIX_4 : PREFIX_6;
        List<String> words = new ArrayList<>();
        words.add(place.iut().getHostAddress() + prefix);
        words.add(place.net().second().getHostAddress() + prefix);
        Map<String, String> settings = new LinkedHashMap<>(LinuxSettings.CHANGED);
        request.settings().forEach((name, value) -> {
            String own = statement.settings().get(name);
            if (own == null) {
                throw new LabException("this kernel has no setting '" + name + "'.");
            }
            settings.put(own, LinuxSettings.value(own, value));
        });
        settings.forEach((name, value) -> words.add(name + "=" + value.replace(' ', '_')));
        return words;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        kernels.close();
    }
}
