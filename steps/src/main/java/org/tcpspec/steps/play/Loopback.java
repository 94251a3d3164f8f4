package org.tcpspec.steps.play;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Predicate;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.State;

/**
 * Connections of the IUT's user with itself, at the loopback address. No segment of theirs crosses the IUT's boundary:
 * what its user learns is all that is known of them.
 */
public final class Loopback {

    private static final int SERVICE = 1;
    private static final Duration TOLD = Duration.ofSeconds(2);

    private final Scene scene;
    private final InetAddress address;
    private boolean listening;

    public Loopback(Scene scene, IpVersion ip) {
        this.scene = scene;
        byte[] octets = new byte[ip == IpVersion.IPV4 ? 4 : 16];
        octets[0] = (byte) (ip == IpVersion.IPV4 ? 127 : 0);
        octets[octets.length - 1] = 1;
        try {
            this.address = InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    /** Active OPEN, from a port that the IUT chooses, to a listener of the same user. */
    public Outcome open() {
        Endpoint service = new Endpoint(address, scene.bench().port(SERVICE));
        if (!listening) {
            granted(scene.call(
                    "passive OPEN on loopback", () -> scene.user().openPassive(service, OpenOptions.DEFAULT)));
            listening = true;
        }
        return scene.call(
                "active OPEN over loopback",
                () -> scene.user().openActive(new Endpoint(address, 0), service, OpenOptions.DEFAULT));
    }

    /** Opens a connection and closes it, the end that opened it first, which is left in TIME-WAIT. */
    public void leaveTimeWait() {
        ConnectionId client = granted(open()).connection().orElseThrow();
        FourTuple ends = await(SignalKind.OPENED, s -> s.connection().equals(client))
                .detail()
                .connection()
                .orElseThrow();
        ConnectionId server = await(SignalKind.ACCEPTED, s -> isOf(ends, s)).connection();
        granted(scene.call("CLOSE", () -> scene.user().close(client)));
        await(SignalKind.CLOSING, s -> s.connection().equals(server));
        granted(scene.call("CLOSE of the other end", () -> scene.user().close(server)));
        await(SignalKind.CLOSING, s -> s.connection().equals(client));
        if (scene.user().status(ends).state().filter(State.TIME_WAIT::equals).isEmpty()) {
            throw Verdicts.inconclusive("The end that closed first is not in TIME-WAIT.");
        }
    }

    private static boolean isOf(FourTuple client, Observed.Signal accepted) {
        return accepted.detail()
                .connection()
                .filter(c -> c.peer().equals(client.iut()))
                .isPresent();
    }

    private Observed.Signal await(SignalKind kind, Predicate<Observed.Signal> which) {
        long deadline = scene.bench().clock().in(TOLD);
        do {
            for (Observed.Signal signal : scene.untold()) {
                if (signal.kind() == kind && which.test(signal)) {
                    scene.untold().remove(signal);
                    return signal;
                }
            }
        } while (scene.pump(deadline));
        throw Verdicts.inconclusive("The user was not told \"" + kind.words() + "\" of a loopback connection.");
    }

    private static Outcome granted(Outcome outcome) {
        if (outcome.isRefused()) {
            throw Verdicts.inconclusive("A call on loopback was refused: "
                    + outcome.refusal().orElseThrow().words() + " " + outcome.words());
        }
        return outcome;
    }
}
