package org.tcpspec.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tcpspec.spi.iut.LabException;

/** A TAP device that the run makes: this machine's own TCP/IP is silent on it. */
final class Tap implements AutoCloseable {

    private final String name;
    private final Thread hook;

    private Tap(String name) {
        this.name = name;
        this.hook = new Thread(() -> remove(name), "tcpspec-tap");
    }

    static Tap create(String name) {
        if (Files.exists(Path.of("/sys/class/net", name))) {
            throw new LabException("tap: there is an interface " + name + " already. Use it by interface: " + name
                    + ", or remove it: ip link del " + name);
        }
        String ip = Commands.find("ip");
        Commands.Result made = Commands.run("", List.of(ip, "tuntap", "add", "dev", name, "mode", "tap"));
        if (made.exit() != 0) {
            throw new LabException("tap: " + name + " cannot be made (" + made.output()
                    + "). It needs root and /dev/net/tun (modprobe tun); with start: it needs no root");
        }
        Tap tap = new Tap(name);
        Runtime.getRuntime().addShutdownHook(tap.hook);
        Commands.check(
                "link set " + name + " addrgenmode none\nlink set " + name + " up\n", List.of(ip, "-batch", "-"));
        return tap;
    }

    private static void remove(String name) {
        Commands.run("", List.of(Commands.find("ip"), "link", "del", name));
    }

    @Override
    public void close() {
        remove(name);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends: the hook has nothing left to remove.
            return;
        }
    }
}
