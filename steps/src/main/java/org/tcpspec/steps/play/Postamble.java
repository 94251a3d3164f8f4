package org.tcpspec.steps.play;

import java.util.Optional;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;

/** Returns the IUT to idle. Never judged, and nothing of it is on record. */
public final class Postamble {

    private Postamble() {}

    /**
     * Closes listeners, aborts connections, resets what may be left, and gives the bench back.
     *
     * @return what could not be cleaned, if anything; the verdict stands all the same
     */
    public static Optional<String> play(Scene scene) {
        scene.beginPostamble();
        try {
            for (Conversation c : scene.conversations()) {
                if (!c.isOver()) {
                    end(scene, c);
                }
            }
            return Optional.empty();
        } catch (LabException | IutGoneException gone) {
            return Optional.of("The IUT was not returned to idle: " + gone.getMessage());
        } finally {
            scene.bench().close();
        }
    }

    /** Ends one connection; what that draws is not judged. */
    static void end(Scene scene, Conversation c) {
        User user = scene.user();
        c.end();
        c.listener().ifPresent(user::closeListener);
        // There are stacks that die of ABORT in SYN-RECEIVED (gVisor's): one scenario shows that, not each has to pay
        // for it.
        boolean peerFirst =
                c.shadow().state() == State.SYN_RECEIVED && c.connection().isPresent();
        if (peerFirst) {
            reset(scene, c);
            scene.catchUp();
        }
        c.connection().ifPresent(user::abort);
        if (!peerFirst) {
            reset(scene, c);
        }
    }

    private static void reset(Scene scene, Conversation c) {
        if (c.shadow().state() != State.CLOSED && c.shadow().irs().isPresent()) {
            Segment rst = Segment.between(c.ends().peer(), c.ends().iut())
                    .withFlags(Flags.of(Flag.RST))
                    .withSeq(c.peerNext());
            scene.bench().peer().inject(SegmentCodec.encode(rst));
        }
    }
}
