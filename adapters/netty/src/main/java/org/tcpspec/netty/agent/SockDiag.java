package org.tcpspec.netty.agent;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.tcpspec.spi.wire.State;

/**
 * STATUS by {@code sock_diag(7)}: asks the kernel for the one socket of a 4-tuple. Sees what no file descriptor shows
 * any more: orphans, TIME-WAIT, and a passive open that is still in SYN-RECEIVED. Where there is no such connection the
 * kernel answers with the listener that would take its SYN, which is what STATUS is to tell.
 */
final class SockDiag {

    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int NLMSG_ERROR = 2;
    private static final int NLM_F_REQUEST = 1;
    private static final int NLMSG_HEADER = 16;
    private static final int REQUEST = NLMSG_HEADER + 8 + 48;
    /** Header, {@code inet_diag_msg} without its counters: family, state, timer, retransmits, socket id. */
    private static final int ANSWER_LEAST = NLMSG_HEADER + 4 + 48;

    private static final int ENOENT = -2;
    private static final int PROTOCOL_TCP = 6;

    private final int socket;
    private int sequence;

    private SockDiag(int socket) {
        this.socket = socket;
    }

    /**
     * Ready to ask, if this kernel answers in the layout that is known here. That is tried on two sockets: one that
     * listens and one that is not there.
     */
    static Optional<SockDiag> open() {
        try {
            SockDiag diag = new SockDiag(
                    Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, Libc.NETLINK_SOCK_DIAG));
            return diag.knowsItsWay() ? Optional.of(diag) : Optional.empty();
        } catch (LastErrorException e) {
            return Optional.empty();
        }
    }

    private boolean knowsItsWay() {
        try {
            KernelSocket listener = KernelSocket.stream(Libc.AF_INET);
            InetSocketAddress remote = new InetSocketAddress("127.0.0.1", 1);
            InetSocketAddress there;
            State listening;
            try {
                listener.bind(new InetSocketAddress("0.0.0.0", 0));
                listener.listen(1);
                there = new InetSocketAddress("127.0.0.1", listener.local().getPort());
                listening = state(there, remote);
            } finally {
                listener.close();
            }
            return listening == State.LISTEN && state(there, remote) == State.CLOSED;
        } catch (RefusedException | UnknownLayoutException e) {
            return false;
        }
    }

    /** The kernel said something that this class does not understand. */
    static final class UnknownLayoutException extends Exception {
        UnknownLayoutException(String message) {
            super(message);
        }
    }

    /** The state of the connection between these ends. */
    State state(InetSocketAddress local, InetSocketAddress remote) throws UnknownLayoutException {
        sequence++;
        byte[] request = request(local, remote);
        byte[] answer = new byte[8192];
        int length;
        try {
            Libc.send(socket, request, new NativeLong(request.length), 0);
            length = Libc.recv(socket, answer, new NativeLong(answer.length), Libc.MSG_DONTWAIT)
                    .intValue();
        } catch (LastErrorException e) {
            throw new UnknownLayoutException("sock_diag: errno " + e.getErrorCode());
        }
        return read(ByteBuffer.wrap(answer, 0, length).order(ByteOrder.nativeOrder()), local);
    }

    private byte[] request(InetSocketAddress local, InetSocketAddress remote) {
        ByteBuffer q = ByteBuffer.allocate(REQUEST).order(ByteOrder.nativeOrder());
        q.putInt(REQUEST).putShort((short) SOCK_DIAG_BY_FAMILY).putShort((short) NLM_F_REQUEST);
        q.putInt(sequence).putInt(0);
        q.put((byte) family(local.getAddress())).put((byte) PROTOCOL_TCP).putShort((short) 0);
        q.putInt(-1);
        port(q, local.getPort());
        port(q, remote.getPort());
        address(q, local.getAddress());
        address(q, remote.getAddress());
        // Any interface, any cookie.
        q.putInt(0).putInt(-1).putInt(-1);
        return q.array();
    }

    private State read(ByteBuffer answer, InetSocketAddress local) throws UnknownLayoutException {
        if (answer.limit() < NLMSG_HEADER + 4 || answer.getInt(8) != sequence) {
            throw new UnknownLayoutException("sock_diag answered " + answer.limit() + " octets");
        }
        int type = answer.getShort(4) & 0xffff;
        if (type == NLMSG_ERROR) {
            if (answer.getInt(NLMSG_HEADER) == ENOENT) {
                return State.CLOSED;
            }
            throw new UnknownLayoutException("sock_diag: error " + answer.getInt(NLMSG_HEADER));
        }
        int port = answer.limit() < ANSWER_LEAST
                ? -1
                : (answer.get(NLMSG_HEADER + 4) & 0xff) << 8 | answer.get(NLMSG_HEADER + 5) & 0xff;
        if (type != SOCK_DIAG_BY_FAMILY || port != local.getPort()) {
            throw new UnknownLayoutException("sock_diag answered with a message of type " + type);
        }
        return named(answer.get(NLMSG_HEADER + 1));
    }

    /** By the kernel's numbering ({@code include/net/tcp_states.h}). */
    private static State named(int number) throws UnknownLayoutException {
        return switch (number) {
            case 1 -> State.ESTABLISHED;
            case 2 -> State.SYN_SENT;
            // 12: a request that has no socket of its own yet.
            case 3, 12 -> State.SYN_RECEIVED;
            case 4 -> State.FIN_WAIT_1;
            case 5 -> State.FIN_WAIT_2;
            case 6 -> State.TIME_WAIT;
            // 13: bound, and nothing more.
            case 7, 13 -> State.CLOSED;
            case 8 -> State.CLOSE_WAIT;
            case 9 -> State.LAST_ACK;
            case 10 -> State.LISTEN;
            case 11 -> State.CLOSING;
            default -> throw new UnknownLayoutException("sock_diag knows a state " + number);
        };
    }

    static int family(InetAddress address) {
        return address instanceof Inet4Address ? Libc.AF_INET : Libc.AF_INET6;
    }

    private static void port(ByteBuffer q, int port) {
        q.put((byte) (port >> 8)).put((byte) port);
    }

    private static void address(ByteBuffer q, InetAddress address) {
        byte[] octets = address.getAddress();
        q.put(octets).put(new byte[16 - octets.length]);
    }
}
