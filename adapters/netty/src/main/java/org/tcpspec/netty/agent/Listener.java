package org.tcpspec.netty.agent;

import io.netty.channel.IoEventLoop;
import java.util.Optional;

/** A passive OPEN. Accepts at once whatever completes. Used by the event loop's thread only. */
final class Listener {

    private final KernelSocket socket;
    private final Times times;
    private final Taker taker;

    /** What becomes of a connection that was accepted. */
    @FunctionalInterface
    interface Taker {
        /** @param before the time just before it was accepted */
        void accepted(KernelSocket.Accepted accepted, long before);
    }

    private Listener(KernelSocket socket, Times times, Taker taker) {
        this.socket = socket;
        this.times = times;
        this.taker = taker;
    }

    static Listener on(KernelSocket socket, IoEventLoop loop, Times times, Taker taker) {
        Listener listener = new Listener(socket, times, taker);
        socket.watch(loop, KernelSocket.EPOLLIN, bits -> listener.acceptAll());
        return listener;
    }

    private void acceptAll() {
        while (true) {
            long before = times.nanos();
            Optional<KernelSocket.Accepted> accepted = socket.accept();
            if (accepted.isEmpty()) {
                return;
            }
            taker.accepted(accepted.get(), before);
        }
    }

    void close() {
        socket.close();
    }
}
