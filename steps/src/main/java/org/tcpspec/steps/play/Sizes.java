package org.tcpspec.steps.play;

import java.util.List;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.steps.observe.Conversation;

/** Judges how large the segments are that the IUT has sent: Eff.snd.MSS of RFC 9293 section 3.7.1. */
public final class Sizes {

    private static final int TCP_HEADER = 20;

    /** What the link between the IUT and the peer carries: that of Ethernet. */
    private static final int MTU = 1500;

    private final Scene scene;

    public Sizes(Scene scene) {
        this.scene = scene;
    }

    /** No segment so far, but for a SYN, has more than {@code octets} of options and text. */
    public void expectAtMost(Conversation c, int octets) {
        boolean anyText = false;
        for (Observed.Frame frame : sent(c)) {
            Segment segment = frame.packet().segment().orElseThrow();
            int size = size(c, frame.packet());
            if (!segment.has(Flag.SYN) && size > octets) {
                throw Verdicts.fail(
                        "Expected no segment of more than " + octets + " octets of options and text, but "
                                + c.figures().show(segment, true) + " has " + size + ".",
                        OptionalLong.of(frame.number()));
            }
            anyText |= !segment.text().isEmpty();
        }
        if (!anyText && scene.view(c).sentOctets() > 0) {
            throw Verdicts.inconclusive("The IUT has sent no text, so its size cannot be judged.");
        }
    }

    public void expectAtMostDefault(Conversation c) {
        expectAtMost(c, version(c).defaultMss());
    }

    public void expectAtMostLink(Conversation c) {
        expectAtMost(c, MTU - version(c).headerLength() - TCP_HEADER);
    }

    private static IpVersion version(Conversation c) {
        return IpVersion.of(c.ends().iut().address());
    }

    private static int size(Conversation c, Packet packet) {
        return packet.octets().length() - version(c).headerLength() - TCP_HEADER;
    }

    private List<Observed.Frame> sent(Conversation c) {
        return scene.record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.packet().segment().filter(c.ends()::isFromIut).isPresent())
                .toList();
    }
}
