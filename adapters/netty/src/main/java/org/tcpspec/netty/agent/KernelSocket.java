package org.tcpspec.netty.agent;

import com.sun.jna.LastErrorException;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.NativeInetAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.Refusal;

/**
 * One of the kernel's TCP sockets, non-blocking, as Netty's epoll transport knows it, without the channel that Netty
 * usually puts around it: a channel reads by itself when the peer's FIN arrives, closes by itself on errors and queues
 * what the kernel did not take, and each of these would be a call that the scenario never made.
 */
final class KernelSocket {

    static final int EPOLLIN = 0x001;
    /** An octet of urgent data is there. */
    static final int EPOLLPRI = 0x002;

    static final int EPOLLOUT = 0x004;
    static final int EPOLLERR = 0x008;
    static final int EPOLLHUP = 0x010;
    /** Tell a change once, not a state for ever. */
    private static final int EPOLLET = 1 << 31;

    private static final int ACCEPTED_ADDRESS = 26;
    private static final int IP_BIND_ADDRESS_NO_PORT = 24;
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_KEEPIDLE = 4;
    private static final int TCP_KEEPINTVL = 5;
    private static final int TCP_USER_TIMEOUT = 18;
    private static final int IPPROTO_IP = 0;
    private static final int IP_TOS = 1;
    private static final int IP_TTL = 2;
    private static final int IP_RECVERR = 11;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int IPV6_RECVERR = 25;
    private static final int IPV6_TCLASS = 67;
    /** The Diffserv codepoint stands above the bits of ECN in its octet (RFC 2474 section 3). */
    private static final int ECN_BITS = 2;

    private final Socket socket;
    private Optional<IoRegistration> registration = Optional.empty();

    private final boolean six;

    private KernelSocket(Socket socket, boolean six) {
        this.socket = socket;
        this.six = six;
    }

    /** An unbound socket of that address family, so that IPv4 never goes through IPv6's mapped addresses. */
    static KernelSocket stream(int family) throws RefusedException {
        try {
            int fd = Libc.socket(family, Libc.SOCK_STREAM | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
            KernelSocket socket = new KernelSocket(new Socket(fd), family == Libc.AF_INET6);
            socket.opening(() -> socket.socket.setReuseAddress(true));
            socket.opening(() -> socket.urgentMark().keepInline());
            return socket;
        } catch (LastErrorException e) {
            throw Errno.of(e).refuseOpening();
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    private void opening(Call call) throws RefusedException {
        try {
            call.run();
        } catch (IOException e) {
            throw Errno.of(e).refuseOpening();
        }
    }

    private void calling(Call call) throws RefusedException {
        try {
            call.run();
        } catch (IOException e) {
            throw Errno.of(e).refuseCalling();
        }
    }

    void bind(InetSocketAddress local) throws RefusedException {
        opening(() -> socket.bind(local));
    }

    void listen(int backlog) throws RefusedException {
        opening(() -> socket.listen(backlog));
    }

    /** A local port that is left open is chosen for the pair of sockets, when the other one is known, not by bind. */
    void choosePortOnConnect() throws RefusedException {
        opening(() -> socket.setIntOpt(IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1));
    }

    /** Starts an active OPEN. */
    void connect(InetSocketAddress remote, boolean portChosen) throws RefusedException {
        try {
            socket.connect(remote);
        } catch (IOException e) {
            Errno errno = Errno.of(e);
            // With the local port chosen, EADDRNOTAVAIL says that this very 4-tuple is in use; else that all are.
            Refusal inUse = portChosen ? Refusal.ALREADY_EXISTS : Refusal.INSUFFICIENT_RESOURCES;
            throw errno.number() == Errno.EADDRNOTAVAIL
                    ? new RefusedException(inUse, errno.words())
                    : errno.refuseOpening();
        }
    }

    /** A connection that a listening socket has for us. */
    record Accepted(KernelSocket socket, InetSocketAddress remote) {}

    /** The next connection; empty if there is none now. One that was gone before it could be taken is passed over. */
    Optional<Accepted> accept() {
        byte[] address = new byte[ACCEPTED_ADDRESS];
        while (true) {
            try {
                int fd = socket.accept(address);
                return fd < 0
                        ? Optional.empty()
                        : Optional.of(new Accepted(
                                new KernelSocket(new Socket(fd), six),
                                NativeInetAddress.address(address, 1, address[0])));
            } catch (IOException e) {
                if (Errno.of(e).number() != Errno.ECONNABORTED) {
                    return Optional.empty();
                }
            }
        }
    }

    InetSocketAddress local() {
        return socket.localAddress();
    }

    /** Null while there is no connection. */
    InetSocketAddress remote() {
        return socket.remoteAddress();
    }

    /**
     * Reads into the direct buffer {@code into}.
     *
     * @return the octets read, 0 if there are none now, -1 at the end of the stream
     */
    int read(ByteBuffer into, int max) throws IOException {
        return socket.read(into, 0, Math.min(max, into.capacity()));
    }

    /** Writes {@code octets} from a direct buffer: as many as the kernel takes, 0 if none. */
    int write(ByteBuffer octets, int from, int to) throws RefusedException {
        int[] taken = {0};
        calling(() -> taken[0] = socket.write(octets, from, to));
        return taken[0];
    }

    /** CLOSE of the RFC. Not through Netty, which keeps a second one from the kernel. */
    void shutdownOutput() throws RefusedException {
        try {
            Libc.shutdown(socket.intValue(), Libc.SHUT_WR);
        } catch (LastErrorException e) {
            throw Errno.of(e).refuseCalling();
        }
    }

    /** Makes the next {@link #close} an ABORT. */
    void lingerZero() throws RefusedException {
        calling(() -> socket.setSoLinger(0));
    }

    void noDelay(boolean on) throws RefusedException {
        calling(() -> socket.setTcpNoDelay(on));
    }

    /** What a listening socket is told, those inherit that it accepts. */
    void choose(Map<ConnectionOption, Long> chosen) throws RefusedException {
        for (Map.Entry<ConnectionOption, Long> entry : chosen.entrySet()) {
            int value = entry.getValue().intValue();
            switch (entry.getKey()) {
                case DIFFSERV -> option(IP_TOS, IPV6_TCLASS, value << ECN_BITS);
                case TIME_TO_LIVE -> option(IP_TTL, IPV6_UNICAST_HOPS, value);
                case ERROR_REPORTS -> option(IP_RECVERR, IPV6_RECVERR, value);
                default ->
                    throw new RefusedException(
                            Refusal.NOT_OFFERED, entry.getKey().toString());
            }
        }
    }

    private void option(int four, int other, int value) throws RefusedException {
        calling(() -> socket.setIntOpt(six ? IPPROTO_IPV6 : IPPROTO_IP, six ? other : four, value));
    }

    UrgentMark urgentMark() {
        return new UrgentMark(socket);
    }

    void userTimeout(int millis) throws RefusedException {
        calling(() -> socket.setIntOpt(IPPROTO_TCP, TCP_USER_TIMEOUT, millis));
    }

    void keepAlive(boolean on) throws RefusedException {
        calling(() -> socket.setKeepAlive(on));
    }

    /** The kernel counts in seconds: rounded up. The same goes for the wait between keep-alives without an answer. */
    void keepAliveInterval(int millis) throws RefusedException {
        int seconds = (int) ((millis + 999L) / 1000);
        calling(() -> {
            socket.setIntOpt(IPPROTO_TCP, TCP_KEEPINTVL, seconds);
            socket.setIntOpt(IPPROTO_TCP, TCP_KEEPIDLE, seconds);
        });
    }

    /** The error that is pending on the socket, which is taken by this; 0 if there is none. */
    int takeError() {
        try {
            return Math.abs(socket.getSoError());
        } catch (IOException e) {
            return Errno.of(e).number();
        }
    }

    /** Calls {@code ready} in the event loop with epoll's bits whenever something of {@code interest} changes. */
    void watch(IoEventLoop loop, int interest, IntConsumer ready) {
        registration = Optional.of(
                loop.register(new Handle(socket, ready)).syncUninterruptibly().getNow());
        interest(interest);
    }

    /** Changes what is watched; what is already so is told again. */
    void interest(int interest) {
        registration.ifPresent(r -> r.submit(EpollIoOps.valueOf(interest | EPOLLERR | EPOLLET)));
    }

    void unwatch() {
        registration.ifPresent(IoRegistration::cancel);
        registration = Optional.empty();
    }

    private record Handle(FileDescriptor fd, IntConsumer ready) implements EpollIoHandle {
        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            ready.accept(((EpollIoEvent) event).ops().value());
        }

        @Override
        public void close() {
            // The loop ends; the socket is closed by its owner.
        }
    }

    /** POSIX {@code close()}. Idempotent. */
    void close() {
        unwatch();
        try {
            socket.close();
        } catch (IOException e) {
            // Linux closes the descriptor even then; the error is that of earlier writes, which nobody asks for.
            return;
        }
    }
}
