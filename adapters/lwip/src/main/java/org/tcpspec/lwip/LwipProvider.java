package org.tcpspec.lwip;

import com.sun.jna.NativeLibrary;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.tcpspec.spi.hosted.Children;
import org.tcpspec.spi.hosted.HostedIut;
import org.tcpspec.spi.hosted.HostedStack;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;

/** lwIP in child processes and in virtual time: {@code --iut lwip}. By default it is Debian's package liblwip0. */
public final class LwipProvider implements IutProvider {

    private static final String LIBRARY = "liblwip.so.0";
    private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());

    @Override
    public String name() {
        return "lwip";
    }

    @Override
    public String description() {
        return "lwIP, in processes of its own and in virtual time (Debian's liblwip0)";
    }

    @Override
    public URL statement() {
        return LwipProvider.class.getResource("lwip.yaml");
    }

    @Override
    public URL deviations() {
        return LwipProvider.class.getResource("deviations.yaml");
    }

    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public List<Checkup> checkups() {
        return List.of(Checkup.of("liblwip", () -> {
            try {
                return NativeLibrary.getInstance(LIBRARY).getFile().toString();
            } catch (UnsatisfiedLinkError e) {
                throw new LabException("there is no " + LIBRARY + ". Install it: apt-get install liblwip0", e);
            }
        }));
    }

    @Override
    public Iut open(IutRequest request) {
        List<String> arguments = new ArrayList<>(List.of(LIBRARY, ""));
        arguments.addAll(HostedStack.arguments(request.statement().capabilities()));
        return new HostedIut(request.statement(), new Children(LwipStack.class, arguments, MOST));
    }
}
