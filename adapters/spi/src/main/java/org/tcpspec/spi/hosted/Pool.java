package org.tcpspec.spi.hosted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.LabException;

/**
 * Processes with a stack each, started as they are needed and used again and again, each by one bench at a time. Safe for
 * use by many threads.
 */
public final class Pool<P extends Pool.Member> implements AutoCloseable {

    /** One of the processes. */
    public interface Member extends AutoCloseable {

        /** False once it cannot be used any more. */
        boolean isAlive();

        /** Ends it. Never throws; a second call does nothing. */
        @Override
        void close();
    }

    private final Supplier<P> start;
    private final Semaphore places;
    private final Deque<P> idle = new ArrayDeque<>();
    private final List<P> all = new ArrayList<>();
    private boolean closed;

    /**
     * Starts none yet.
     *
     * @param most how many at once; whoever wants one more waits until another is given back
     */
    public Pool(Supplier<P> start, int most) {
        this.start = start;
        this.places = new Semaphore(most, true);
    }

    /**
     * One that nobody uses; it must be given back.
     *
     * @throws LabException if the pool is closed
     */
    public P take() {
        places.acquireUninterruptibly();
        try {
            return idleOrNew();
        } catch (RuntimeException | Error e) {
            places.release();
            throw e;
        }
    }

    private P idleOrNew() {
        synchronized (idle) {
            if (closed) {
                throw new LabException("the IUT is closed");
            }
            while (!idle.isEmpty()) {
                P member = idle.pop();
                if (member.isAlive()) {
                    return member;
                }
                end(member);
            }
        }
        P member = start.get();
        synchronized (idle) {
            all.add(member);
        }
        return member;
    }

    /** Whoever took {@code member} needs it no more. */
    public void giveBack(P member) {
        synchronized (idle) {
            if (member.isAlive() && !closed) {
                idle.push(member);
            } else {
                end(member);
            }
        }
        places.release();
    }

    private void end(P member) {
        member.close();
        all.remove(member);
    }

    /** Ends all of them. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            all.forEach(Member::close);
            all.clear();
            idle.clear();
        }
    }
}
