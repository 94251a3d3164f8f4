package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment;

/** Asks on another 4-tuple whether the IUT still answers (DESIGN 4, rule 3). Not judged, and the last thing done. */
final class Liveness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int CONTROL_PORT = 7;

    private final Scene scene;

    Liveness(Scene scene) {
        this.scene = scene;
    }

    boolean isAlive() {
        scene.beginPostamble();
        // What the scenario does to every packet of the peer may be what the IUT cannot bear.
        scene.lowerLayer(UnaryOperator.identity());
        Conversation control = scene.converse(CONTROL_PORT);
        if (scene.statement().can(Capability.PASSIVE_OPEN)) {
            Endpoint local = control.ends().iut();
            Outcome listening = scene.user().openPassive(local, OpenOptions.DEFAULT);
            control.listener(listening.listener());
        }
        // The user of a service cannot listen where nobody does: there a SYN is answered with RST.
        boolean listens = control.listener().isPresent() || scene.statement().can(Capability.DRIVEN_USER);
        Segment syn = Segment.between(control.ends().peer(), control.ends().iut())
                .withFlags(Flags.of(Flag.SYN))
                .withSeq(control.peerIss())
                .withWindow(65535);
        scene.inject(new PeerSegment.Built(syn, Distortion.NONE));
        Flag answer = listens && scene.statement().can(Capability.PASSIVE_OPEN) ? Flag.SYN : Flag.RST;
        long deadline = scene.bench().clock().in(PATIENCE);
        boolean answered = false;
        do {
            answered |= control.unclaimed().stream().anyMatch(a -> a.segment().has(answer));
        } while (!answered && scene.pump(deadline));
        control.listener().ifPresent(scene.user()::closeListener);
        return answered;
    }
}
