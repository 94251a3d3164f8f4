package org.tcpspec.linux;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.tcpspec.spi.iut.LabException;

/** Plays the tests tagged {@code lab} in a process that entered the lab. Exit code 0: all passed; 75: no lab here. */
public final class LabMain {

    static final int NO_LAB = 75;

    /** Instead of a pattern: open an IUT, say {@link #READY} and the agent's process id, and wait to be killed. */
    static final String WAIT = "wait";

    static final String READY = "ready";

    private LabMain() {}

    public static void main(String[] arguments) {
        try {
            new LinuxProvider().enter(command(arguments));
        } catch (LabException e) {
            System.out.println(e.getMessage());
            System.exit(NO_LAB);
        }
        if (List.of(arguments).equals(List.of(WAIT))) {
            waitToBeKilled();
        }
        System.exit(play(arguments) ? 0 : 1);
    }

    private static void waitToBeKilled() {
        Scene scene = Lab.scene("killed");
        scene.establish();
        System.out.println(READY + " "
                + ((Instance) ((JoinedBench) scene.bench).joint()).process().pid());
        while (!Thread.currentThread().isInterrupted()) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    private static List<String> command(String[] arguments) {
        ProcessHandle.Info self = ProcessHandle.current().info();
        List<String> command = new ArrayList<>(List.of(self.command().orElseThrow()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LabMain.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean play(String[] arguments) {
        String pattern = arguments.length == 0 ? ".*InLab" : ".*" + arguments[0] + ".*InLab";
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.tcpspec.linux"))
                .filters(ClassNameFilter.includeClassNamePatterns(pattern), TagFilter.includeTags("lab"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        Lab.close();
        TestExecutionSummary summary = listener.getSummary();
        summary.printTo(new PrintWriter(System.out, true));
        summary.printFailuresTo(new PrintWriter(System.out, true), 12);
        return summary.getTestsSucceededCount() > 0
                && summary.getTestsFailedCount() == 0
                && summary.getContainersFailedCount() == 0;
    }
}
