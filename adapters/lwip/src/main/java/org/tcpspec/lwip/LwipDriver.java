package org.tcpspec.lwip;

import java.util.function.Consumer;
import org.tcpspec.spi.hosted.DrivenStack;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** Drives lwIP through one scenario. Its time is a count of ticks. */
final class LwipDriver implements DrivenStack {

    private final Lwip lwip;
    private final Ticks ticks;
    private LwipUser user;

    LwipDriver(Lwip lwip, Ticks ticks) {
        this.lwip = lwip;
        this.ticks = ticks;
    }

    @Override
    public User begin(Consumer<Bytes> leaving, Signals signals) {
        lwip.onLeaving(leaving);
        user = new LwipUser(lwip, signals);
        return user;
    }

    @Override
    public long now() {
        return ticks.now();
    }

    @Override
    public void pass(long nanos) {
        ticks.pass(nanos);
    }

    @Override
    public void passToNext(long deadline) {
        if (ticks.passUntil(deadline)) {
            lwip.tick();
        }
    }

    @Override
    public void arrive(Bytes ipPacket) {
        lwip.arrive(ipPacket);
    }

    @Override
    public void end() {
        lwip.onLeaving(packet -> {});
        user.end();
    }
}
