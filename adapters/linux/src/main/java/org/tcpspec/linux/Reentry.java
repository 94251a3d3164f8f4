package org.tcpspec.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tcpspec.spi.iut.LabException;

/**
 * Replaces this process by one in a network namespace of its own, with the same process id and terminal. The new
 * process knows by a variable of its environment that it is there, and checks what the variable says: a process that
 * merely inherited it is not in the lab.
 */
final class Reentry {

    static final String VARIABLE = "TCPSPEC_LAB";

    private static final int CAP_NET_ADMIN = 12;

    private Reentry() {}

    /** The C library's exec; does not return if it succeeds. */
    private interface Libc extends Library {
        int execve(String path, String[] arguments, String[] environment) throws LastErrorException;
    }

    /** True if this process was started by {@link #replaceBy} and has a network namespace of its own to rule. */
    static boolean isInside() {
        String[] mark = System.getenv().getOrDefault(VARIABLE, "").split(" ", 2);
        if (mark.length < 2
                || !mark[0].equals(Long.toString(ProcessHandle.current().pid()))) {
            return false;
        }
        if (mark[1].equals(networkNamespace())) {
            throw new LabException("unshare ran, but this process has no network namespace of its own: " + mark[1]);
        }
        return hasCapability(CAP_NET_ADMIN);
    }

    /** Does not return. */
    static void replaceBy(List<String> command) {
        List<String> unshare = new ArrayList<>(Unshare.command());
        unshare.add("--");
        unshare.addAll(command);
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.put(VARIABLE, ProcessHandle.current().pid() + " " + networkNamespace());
        System.out.flush();
        System.err.flush();
        try {
            Native.load("c", Libc.class)
                    .execve(
                            unshare.get(0),
                            unshare.toArray(String[]::new),
                            environment.entrySet().stream()
                                    .map(e -> e.getKey() + "=" + e.getValue())
                                    .toArray(String[]::new));
        } catch (LastErrorException e) {
            throw new LabException("cannot replace this process by " + unshare.get(0) + ": " + e.getMessage(), e);
        }
    }

    static String networkNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString();
        } catch (IOException e) {
            throw new LabException("/proc/self/ns/net cannot be read: is /proc mounted? " + e.getMessage(), e);
        }
    }

    static boolean hasCapability(int number) {
        long effective = Long.parseUnsignedLong(status("CapEff:", "0"), 16);
        return (effective >>> number & 1) == 1;
    }

    /** A line of this process's {@code /proc/self/status}. */
    static String status(String name, String otherwise) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            throw new LabException("/proc/self/status cannot be read: is /proc mounted? " + e.getMessage(), e);
        }
    }
}
