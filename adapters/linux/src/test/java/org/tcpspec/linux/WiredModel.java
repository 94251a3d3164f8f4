package org.tcpspec.linux;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.tcpspec.model.Host;
import org.tcpspec.model.Profile;
import org.tcpspec.model.Surroundings;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Packet;

/**
 * The model as a phantom host in real time, and the kernel's user opposite it: each sends a pattern and hashes what it
 * gets. One thread drives both.
 */
final class WiredModel {

    private static final int PIECE = 32 << 10;
    private static final Duration BEAT = Duration.ofMillis(20);

    /** One end: what it has still to send, and what it got. */
    static final class End {
        private final long seed;
        private final int length;
        private final MessageDigest got = sha256();
        private int sent;
        private int received;
        private boolean closed;
        private boolean peerClosed;
        private Optional<ConnectionId> connection = Optional.empty();

        End(long seed, int length) {
            this.seed = seed;
            this.length = length;
        }

        /** Sends what the stack takes, then closes. */
        void goOn(ToIntFunction<Bytes> send, Runnable close) {
            int taken = 1;
            while (sent < length && taken > 0) {
                taken = send.applyAsInt(Bytes.pattern(seed, sent, Math.min(PIECE, length - sent)));
                sent += taken;
            }
            if (sent == length && !closed) {
                closed = true;
                close.run();
            }
        }

        void take(Bytes text) {
            got.update(text.toArray());
            received += text.length();
        }

        String hash() {
            return HexFormat.of().formatHex(got.digest());
        }

        static String hashOf(long seed, int length) {
            return HexFormat.of()
                    .formatHex(sha256().digest(Bytes.pattern(seed, 0, length).toArray()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    final End model;
    final End kernel;
    final LossyLink<Packet> toKernel;
    final LossyLink<Packet> toModel;
    private final Bench bench;
    private final Host host;
    private final Queue<Packet> leaving = new ArrayDeque<>();
    private final List<String> trouble = new ArrayList<>();

    WiredModel(Bench bench, int length, double loss, double reordering) {
        this.bench = bench;
        this.model = new End(1, length);
        this.kernel = new End(2, length);
        this.host = new Host(
                List.of(bench.peer().address()), profile(), 1, bench.clock().nanos(), new Surroundings() {
                    @Override
                    public void send(long nanos, Packet packet) {
                        leaving.add(packet);
                    }

                    @Override
                    public void signal(long nanos, SignalKind kind, ConnectionId connection, SignalDetail detail) {
                        signalled(model, kind, connection, detail);
                    }

                    @Override
                    public void note(String words) {
                        // A line for a log, which this test does not keep.
                    }
                });
        this.toKernel = new LossyLink<>(3, loss, reordering, p -> bench.peer().inject(p.octets()));
        this.toModel = new LossyLink<>(4, loss, reordering, host::arrive);
    }

    private static Profile profile() {
        Ixit real = new Ixit(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofMillis(40),
                Duration.ofMinutes(5),
                Duration.ofMinutes(3),
                Duration.ofMillis(250),
                Duration.ZERO,
                Duration.ofMillis(1),
                0,
                0,
                Map.of());
        Map<String, Support> options = Map.of(
                "rfc5961-rst", Support.CLAIMED,
                "rfc5961-syn", Support.CLAIMED,
                "rfc5961-ack", Support.CLAIMED,
                "timestamps", Support.CLAIMED,
                "window-scale", Support.CLAIMED);
        return Profile.of(new Statement("model", Set.of(), options, real, Map.of(), List.of()));
    }

    /** Both ways at once, until both have closed or the time is up. */
    void exchange(Duration atMost) {
        Endpoint iut = new Endpoint(bench.iutAddress(), bench.port(0));
        bench.user().openPassive(iut, OpenOptions.DEFAULT);
        // Nothing is sent before it is open: a CLOSE in SYN-SENT would delete the TCB.
        host.user().openActive(new Endpoint(bench.peer().address(), 5000), iut, OpenOptions.DEFAULT);
        long end = bench.clock().in(atMost);
        while (!(model.peerClosed && kernel.peerClosed) && bench.clock().nanos() < end && trouble.isEmpty()) {
            wire();
            long timer = host.nextTimer().orElse(Long.MAX_VALUE);
            bench.next(Math.min(timer, bench.clock().in(BEAT))).ifPresentOrElse(this::observed, this::idle);
            host.advanceTo(bench.clock().nanos());
        }
        wire();
    }

    private void idle() {
        toKernel.idle();
        toModel.idle();
        kernel.connection.ifPresent(id -> kernel.goOn(
                text -> bench.user().send(id, text).count(), () -> bench.user().close(id)));
    }

    private void wire() {
        model.connection.ifPresent(id -> model.goOn(
                text -> host.user().send(id, text).count(), () -> host.user().close(id)));
        while (!leaving.isEmpty()) {
            toKernel.pass(leaving.remove());
        }
    }

    private void observed(Observed observed) {
        if (observed instanceof Observed.Frame frame && frame.direction() == Direction.FROM_IUT) {
            host.advanceTo(bench.clock().nanos());
            toModel.pass(frame.packet());
        } else if (observed instanceof Observed.Signal signal) {
            signalled(kernel, signal.kind(), signal.connection(), signal.detail());
        }
    }

    private void signalled(End end, SignalKind kind, ConnectionId connection, SignalDetail detail) {
        switch (kind) {
            case ACCEPTED, OPENED -> end.connection = Optional.of(connection);
            case DATA -> end.take(detail.text());
            case CLOSING -> end.peerClosed = true;
            default -> trouble.add((end == model ? "model: " : "kernel: ") + kind + " " + detail.words());
        }
    }

    @Override
    public String toString() {
        return "model sent " + model.sent + ", got " + model.received + "; kernel sent " + kernel.sent + ", got "
                + kernel.received + "; lost " + toKernel.lost() + " and " + toModel.lost() + ", overtaken "
                + toKernel.overtaken() + " and " + toModel.overtaken() + "; trouble " + trouble;
    }
}
