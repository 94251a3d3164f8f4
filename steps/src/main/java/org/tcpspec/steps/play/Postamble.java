package org.tcpspec.steps.play;

import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment;

/** Returns the IUT to idle. Never judged, and nothing of it is on record. */
public final class Postamble {

    private Postamble() {}

    /** Closes listeners, aborts connections, resets what may be left, and gives the bench back. */
    public static void play(Scene scene) {
        scene.beginPostamble();
        try {
            User user = scene.user();
            for (Conversation c : scene.conversations()) {
                c.listener().ifPresent(user::closeListener);
                c.connection().ifPresent(user::abort);
                if (c.shadow().state() != State.CLOSED && c.shadow().irs().isPresent()) {
                    Segment rst = Segment.between(c.ends().peer(), c.ends().iut())
                            .withFlags(Flags.of(Flag.RST))
                            .withSeq(c.peerNext());
                    scene.bench()
                            .peer()
                            .inject(org.tcpspec.spi.wire.SegmentCodec.encode(
                                    new PeerSegment.Built(rst, Distortion.NONE).segment()));
                }
            }
        } catch (LabException | IutGoneException gone) {
            // The verdict stands; the bench notes for itself what it could not clean.
        } finally {
            scene.bench().close();
        }
    }
}
