package org.tcpspec.gvisor;

import java.util.Optional;
import java.util.function.Consumer;
import org.tcpspec.spi.hosted.DrivenStack;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** Drives one netstack through one scenario. */
final class GvisorDriver implements DrivenStack {

    private final GvisorLibrary library;
    private final long start;
    private Consumer<Bytes> leaving = packet -> {};
    private GvisorUser user;
    private long now;

    /** @param start the time at which the stack was opened, in nanoseconds */
    GvisorDriver(GvisorLibrary library, long start) {
        this.library = library;
        this.start = start;
    }

    @Override
    public User begin(Consumer<Bytes> taker, Signals signals) {
        leaving = taker;
        user = new GvisorUser(library, signals, this::act);
        return user;
    }

    /** Does something now: what is due by now happens before, and all that it draws is told after. */
    private void act(Runnable what) {
        library.passTo(now);
        look();
        what.run();
        look();
    }

    /**
     * What left comes before what the user learns, and what the user thereby makes leave comes after.
     *
     * @return whether there was anything
     */
    private boolean look() {
        boolean any = false;
        boolean more = true;
        while (more) {
            more = false;
            for (Optional<Bytes> packet = library.leaving(); packet.isPresent(); packet = library.leaving()) {
                leaving.accept(packet.get());
                more = true;
            }
            more |= user.learns();
            any |= more;
        }
        return any;
    }

    @Override
    public long now() {
        return start + now;
    }

    @Override
    public void pass(long nanos) {
        now += nanos;
    }

    @Override
    public void passToNext(long deadline) {
        library.passTo(now);
        if (!look()) {
            library.passToNext(deadline - start);
            now = Math.max(now, library.now());
            look();
        }
    }

    @Override
    public void arrive(Bytes ipPacket) {
        act(() -> library.arrive(ipPacket));
    }

    @Override
    public void end() {
        library.close();
    }
}
