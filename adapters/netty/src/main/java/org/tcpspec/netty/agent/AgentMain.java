package org.tcpspec.netty.agent;

import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The agent: makes the user's calls on the kernel's sockets of its network namespace. Speaks protocol 1 on its standard
 * streams, ends when its input does, and leaves nothing behind.
 */
public final class AgentMain {

    private AgentMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        // The output belongs to the protocol: what any library prints goes where errors go.
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        CompletableFuture<Void> jna = CompletableFuture.runAsync(AgentMain::loadJna);
        Epoll.ensureAvailability();
        IoEventLoop loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()).next();
        jna.get();
        Optional<SockDiag> diag = SockDiag.open();
        Speaker speaker = new Speaker(output, AgentMain::end);
        Calls calls = new Calls(loop, Times.REAL, diag, speaker::say);
        Server server = new Server(calls, Times.REAL, diag.isPresent(), speaker, AgentMain::end);
        listen(loop, server);
        loop.submit(calls::abortAll).get();
        end();
    }

    private static void loadJna() {
        try {
            Class.forName(Libc.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the agent's own class is missing", e);
        }
    }

    private static void listen(IoEventLoop loop, Server server) throws IOException {
        BufferedReader input = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.US_ASCII));
        String line = input.readLine();
        while (line != null) {
            String request = line;
            loop.execute(() -> server.handle(request));
            line = input.readLine();
        }
    }

    /** At once: what the agent held, the kernel closes. */
    private static void end() {
        Libc._exit(0);
    }
}
