package org.tcpspec.netty.agent;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * Urgent data as the kernel keeps it (RFC 9293 section 3.8.5, RFC 6093): inline in the stream, with a mark at its last
 * octet. Reads stop before the mark.
 */
final class UrgentMark {

    private static final int SOL_SOCKET = 1;
    private static final int SO_OOBINLINE = 10;
    private static final NativeLong SIOCINQ = new NativeLong(0x541B);

    private final Socket socket;

    UrgentMark(Socket socket) {
        this.socket = socket;
    }

    /** Leaves urgent octets in the stream, where RFC 9293 has them. */
    void keepInline() throws IOException {
        socket.setIntOpt(SOL_SOCKET, SO_OOBINLINE, 1);
    }

    /**
     * How many octets are left to the end of urgent data: 0 if there is none or its last octet was read. Of urgent data
     * whose end has not arrived it is as many as are there, and one.
     */
    int left() throws IOException {
        // Only of urgent octets that are not inline does the kernel tell where they are; nothing is read meanwhile.
        socket.setIntOpt(SOL_SOCKET, SO_OOBINLINE, 0);
        try {
            return isPending() ? octetsBefore() + 1 : 0;
        } finally {
            keepInline();
        }
    }

    private boolean isPending() throws IOException {
        try {
            Libc.recv(
                    socket.intValue(),
                    new byte[1],
                    new NativeLong(1),
                    Libc.MSG_OOB | Libc.MSG_PEEK | Libc.MSG_DONTWAIT);
            return true;
        } catch (LastErrorException e) {
            // EINVAL: none. EAGAIN: announced, but its last octet is not here yet.
            return e.getErrorCode() == Errno.EAGAIN;
        }
    }

    private int octetsBefore() throws IOException {
        int[] octets = {0};
        try {
            Libc.ioctl(socket.intValue(), SIOCINQ, octets);
        } catch (LastErrorException e) {
            throw new IOException(Errno.of(e).words(), e);
        }
        return octets[0];
    }

    /** SEND of urgent data: as many octets as the kernel takes. */
    int send(byte[] octets) throws RefusedException {
        try {
            return Libc.send(
                            socket.intValue(),
                            octets,
                            new NativeLong(octets.length),
                            Libc.MSG_OOB | Libc.MSG_DONTWAIT | Libc.MSG_NOSIGNAL)
                    .intValue();
        } catch (LastErrorException e) {
            if (e.getErrorCode() == Errno.EAGAIN) {
                return 0;
            }
            throw Errno.of(e).refuseCalling();
        }
    }
}
