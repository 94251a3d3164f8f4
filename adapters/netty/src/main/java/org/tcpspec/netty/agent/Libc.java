package org.tcpspec.netty.agent;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The few calls of the C library that neither Java nor Netty offers. */
final class Libc {

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    static final int SOCK_STREAM = 1;
    static final int SOCK_RAW = 3;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int SOCK_NONBLOCK = 0x800;
    static final int NETLINK_SOCK_DIAG = 4;
    static final int MSG_OOB = 0x1;
    static final int MSG_PEEK = 0x2;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;
    static final int SHUT_WR = 1;

    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    /** Ends the process at once; the JVM's own ways wait 300 ms for a thread that is in {@code epoll_wait}. */
    static native void _exit(int status);

    static native int socket(int domain, int type, int protocol) throws LastErrorException;

    static native int shutdown(int socket, int how) throws LastErrorException;

    static native NativeLong send(int socket, byte[] octets, NativeLong length, int flags) throws LastErrorException;

    static native int ioctl(int socket, NativeLong request, int[] value) throws LastErrorException;

    static native NativeLong recv(int socket, byte[] octets, NativeLong length, int flags) throws LastErrorException;
}
