package org.tcpspec.uml;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.tcpspec.spi.hosted.DrivenStack;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** Drives one kernel through one scenario. */
final class UmlDriver implements DrivenStack {

    private static final String SENT = "sent ";
    private static final int VERSION_6 = 6;
    private static final int MULTICAST_6 = 0xff;
    private static final int DESTINATION_6 = 24;
    private static final int DESTINATION_4 = 16;
    private static final int MULTICAST_4 = 0xe;

    private final Kernel kernel;
    private final Runnable ended;
    private Consumer<Bytes> leaving = packet -> {};
    private User user;
    private boolean over;
    private long now;
    private boolean seen;

    /** @param ended run once when the scenario has ended */
    UmlDriver(Kernel kernel, Runnable ended) {
        this.kernel = kernel;
        this.ended = ended;
        this.now = kernel.guest().now();
    }

    @Override
    public User begin(Consumer<Bytes> taker, Signals signals) {
        leaving = taker;
        user = kernel.agent().user(observed -> learned(observed, signals));
        kernel.guest().tellWire(this::said);
        return (User) Proxy.newProxyInstance(User.class.getClassLoader(), new Class<?>[] {User.class}, calls());
    }

    /** Each call is followed by all that it draws; what the user learns comes as a signal, and the call is the bench's. */
    private InvocationHandler calls() {
        return (proxy, method, arguments) -> kernel.doing(() -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) {
        try {
            return method.invoke(user, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LabException lab) {
                throw lab;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("User is public", e);
        }
    }

    private void learned(Observed observed, Signals signals) {
        if (observed instanceof Observed.Signal signal) {
            at(signal.nanos());
            signals.signal(signal.kind(), signal.connection(), signal.detail());
        }
    }

    private void said(String line) {
        if (line.startsWith(SENT)) {
            String[] words = line.split(" ");
            Bytes packet = Bytes.hex(words[2]);
            if (!isMulticast(packet)) {
                at(Long.parseLong(words[1]));
                leaving.accept(packet);
            }
        }
    }

    /** The neighbours' chatter of a host that has just got its addresses. */
    private static boolean isMulticast(Bytes packet) {
        boolean six = packet.length() > DESTINATION_6 && packet.at(0) >> 4 == VERSION_6;
        return six
                ? packet.at(DESTINATION_6) == MULTICAST_6
                : packet.length() > DESTINATION_4 && packet.at(DESTINATION_4) >> 4 == MULTICAST_4;
    }

    private void at(long nanos) {
        now = Math.max(now, nanos);
        seen = true;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void pass(long nanos) {
        now += nanos;
    }

    /** The kernel's clock runs on by some nanoseconds each time it is read; after a wait in vain the bench's counts. */
    @Override
    public void passToNext(long deadline) {
        seen = false;
        kernel.waitUntil(deadline);
        if (!seen) {
            now = Math.max(now, Math.min(deadline, kernel.guest().now()));
        }
    }

    @Override
    public void arrive(Bytes ipPacket) {
        kernel.arrive(ipPacket);
    }

    @Override
    public void end() {
        if (over) {
            return;
        }
        over = true;
        kernel.guest().tellWire(line -> {});
        try {
            if (kernel.isAlive()) {
                kernel.doing(() -> {
                    kernel.agent().release(user);
                    return true;
                });
            }
        } catch (LabException | IutGoneException e) {
            // It died while it cleaned up: the next bench gets another kernel.
            kernel.close();
        } finally {
            ended.run();
        }
    }
}
