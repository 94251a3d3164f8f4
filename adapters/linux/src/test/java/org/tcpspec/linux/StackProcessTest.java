package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StackProcessTest {

    @TempDir
    private Path folder;

    private StackProcess shell(String script) {
        return StackProcess.start(List.of("/bin/sh", "-c", script), folder, false);
    }

    private static long soon() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    }

    @Test
    void aStackIsEndedByItsProcessId() {
        StackProcess process = shell("echo pid $$; exec sleep 1000");
        assertThat(process.awaitLine("pid", soon())).isTrue();
        long pid = Long.parseLong(process.lastWords().replaceAll("(?s).*pid (\\d+).*", "$1"));
        Optional<ProcessHandle> stack = ProcessHandle.of(pid);
        assertThat(stack).isPresent();
        process.end();
        stack.get().onExit().join();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aStackThatDiesTellsHowAndWhatItSaid() {
        StackProcess process = shell("echo no such device >&2; exit 4");
        CompletableFuture<Void> ended = new CompletableFuture<>();
        process.onEnd(() -> ended.complete(null));
        ended.join();
        assertThat(process.lastWords()).contains("it ended with 4").contains("no such device");
        process.end();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        StackProcess process = StackProcess.start(List.of("./no-such-stack"), folder, false);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        process.onEnd(() -> ended.complete(null));
        ended.join();
        assertThat(process.lastWords()).contains("there is no such program");
        process.end();
    }

    @Test
    void aLineThatNeverComesIsNotAwaitedForEver() {
        StackProcess process = shell("exec sleep 1000");
        assertThat(process.awaitLine("ready", System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200)))
                .isFalse();
        process.end();
    }
}
