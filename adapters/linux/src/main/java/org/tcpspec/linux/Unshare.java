package org.tcpspec.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tcpspec.spi.iut.LabException;

/** How a network namespace is had on this machine, and what stands in the way. */
final class Unshare {

    private static final int CAP_SYS_ADMIN = 21;

    /** In words of {@code unshare(1)}: with the right to, only a network namespace; else inside a user namespace. */
    private static final List<String> PRIVILEGED = List.of("--net");

    private static final List<String> UNPRIVILEGED = List.of("--user", "--map-root-user", "--net");

    private Unshare() {}

    /**
     * The command that runs what follows it in a network namespace of its own.
     *
     * @throws LabException if the machine refuses it, with the mechanism and the command that mends it
     */
    static List<String> command() {
        List<String> refusals = new ArrayList<>();
        for (List<String> way : ways()) {
            List<String> command = new ArrayList<>(List.of(Commands.find("unshare")));
            command.addAll(way);
            List<String> probe = new ArrayList<>(command);
            probe.addAll(List.of("--", "/bin/sh", "-c", ":"));
            Commands.Result result = Commands.run("", probe);
            if (result.exit() == 0) {
                return command;
            }
            refusals.add(result.output());
        }
        throw new LabException(explain(String.join("; ", refusals), Unshare::read, Reentry.status("Seccomp:", "0")));
    }

    private static List<List<String>> ways() {
        return Reentry.hasCapability(CAP_SYS_ADMIN) ? List.of(PRIVILEGED, UNPRIVILEGED) : List.of(UNPRIVILEGED);
    }

    /**
     * @param setting reads a file under {@code /proc/sys}; empty if there is none
     * @param seccomp the mode that {@code /proc/self/status} tells; 2 is a filter
     */
    static String explain(String refusal, Function<String, String> setting, String seccomp) {
        String start = "This machine refuses a network namespace to this process (" + refusal + "): ";
        if (setting.apply("user/max_user_namespaces").equals("0")) {
            return start + "user namespaces are switched off. As root: sysctl -w user.max_user_namespaces=15000";
        }
        if (setting.apply("user/max_net_namespaces").equals("0")) {
            return start + "network namespaces are switched off. As root: sysctl -w user.max_net_namespaces=15000";
        }
        if (setting.apply("kernel/unprivileged_userns_clone").equals("0")) {
            return start + "only root may make user namespaces. As root: sysctl -w kernel.unprivileged_userns_clone=1";
        }
        if (setting.apply("kernel/apparmor_restrict_unprivileged_userns").equals("1")) {
            return start + "AppArmor restricts unprivileged user namespaces. As root: sysctl -w"
                    + " kernel.apparmor_restrict_unprivileged_userns=0 - or run tcpspec with sudo";
        }
        if (seccomp.equals("2")) {
            return start + "a seccomp filter is in force, as in a container. Start the container with: docker run"
                    + " --security-opt seccomp=unconfined --cap-add SYS_ADMIN --cap-add NET_ADMIN";
        }
        return start + "run tcpspec as root: sudo ./tcpspec run --iut linux";
    }

    private static String read(String name) {
        Path file = Path.of("/proc/sys", name);
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            // Some files of /proc show themselves and cannot be read; then they tell nothing.
            return "";
        }
    }
}
