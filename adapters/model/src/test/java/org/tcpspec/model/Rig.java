package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** A bench of the model with a peer that is moved by hand, segment by segment. */
final class Rig {

    static final int MSS = 1460;
    static final Map<String, Support> RFC5961 =
            Map.of("rfc5961-rst", Support.CLAIMED, "rfc5961-syn", Support.CLAIMED, "rfc5961-ack", Support.CLAIMED);

    final Iut iut;
    final Bench bench;
    final FourTuple ends;
    final List<Observed.Signal> signals = new ArrayList<>();
    final Map<Segment, Long> times = new HashMap<>();
    SequenceNumber sndNxt;
    SequenceNumber rcvNxt = SequenceNumber.ZERO;
    ConnectionId connection = new ConnectionId(-1);
    /** What the peer's SYN carries. */
    List<TcpOption> onSyn = List.of(new TcpOption.Mss(MSS));
    /** What every other segment of the peer carries. */
    List<TcpOption> onOthers = List.of();

    ListenerId listener = new ListenerId(-1);

    private Rig(Statement statement, IpVersion ip, long seed, Map<String, String> settings) {
        iut = new ModelProvider().open(new IutRequest(statement, ip, seed));
        bench = iut.bench(new BenchRequest("test", ip, seed, settings));
        ends = new FourTuple(
                new Endpoint(bench.iutAddress(), bench.port(0)),
                new Endpoint(bench.peer().address(), 40_000));
        sndNxt = SequenceNumber.of(0xFFFF_FFF0L + seed);
    }

    static Rig of(long seed) {
        return new Rig(statement(RFC5961, Ixit.DEFAULT), IpVersion.IPV4, seed, Map.of());
    }

    static Rig of(Map<String, Support> options) {
        return new Rig(statement(options, Ixit.DEFAULT), IpVersion.IPV4, 1, Map.of());
    }

    /** With RFC 5961 and what is named besides, at any seed and over either IP version. */
    static Rig with(IpVersion ip, long seed, Option... options) {
        Map<String, Support> claimed = new HashMap<>(RFC5961);
        for (Option option : options) {
            claimed.put(option.toString(), Support.CLAIMED);
        }
        return new Rig(statement(claimed, Ixit.DEFAULT), ip, seed, Map.of());
    }

    static Rig withSettings(Map<String, String> settings) {
        return new Rig(statement(RFC5961, Ixit.DEFAULT), IpVersion.IPV4, 1, settings);
    }

    static Statement statement(Map<String, Support> options, Ixit ixit) {
        return new Statement(
                "model",
                EnumSet.allOf(Capability.class),
                options,
                ixit,
                Map.of(Profile.IGNORE_RST, "rfc1337", Profile.REOPEN_BY_TIMESTAMPS, "rfc6191"),
                List.of());
    }

    // ---- the peer

    Segment segment(String flags) {
        return Segment.between(ends.peer(), ends.iut())
                .withSeq(sndNxt)
                .withAck(rcvNxt)
                .withFlags(Flags.parse(flags))
                .withWindow(65_535)
                .withOptions(flags.contains("SYN") ? onSyn : onOthers);
    }

    /** Injects {@code segment} as it is. */
    void inject(Segment segment) {
        bench.peer().inject(SegmentCodec.encode(segment));
    }

    void inject(Segment segment, Distortion distortion) {
        bench.peer().inject(SegmentCodec.encode(segment, distortion));
    }

    /** Injects what a correct peer would, and moves SND.NXT. */
    void peer(String flags) {
        peer(segment(flags));
    }

    void peer(String flags, String text) {
        peer(segment(flags).withText(Bytes.ascii(text)));
    }

    void peer(Segment segment) {
        inject(segment);
        sndNxt = segment.end();
    }

    // ---- what is seen

    /** The next segment of the IUT, waiting in virtual time; signals on the way are kept. */
    Optional<Segment> next(Duration wait) {
        long deadline = bench.clock().in(wait);
        for (Optional<Observed> o = bench.next(deadline); o.isPresent(); o = bench.next(deadline)) {
            if (o.get() instanceof Observed.Signal signal) {
                signals.add(signal);
            } else if (o.get() instanceof Observed.Frame frame && frame.direction() == Observed.Direction.FROM_IUT) {
                assertThat(frame.packet())
                        .isEqualTo(SegmentCodec.decode(frame.packet().octets()));
                Segment seen = frame.packet().segment().orElseThrow();
                times.put(seen, frame.nanos());
                return Optional.of(seen);
            }
        }
        return Optional.empty();
    }

    /** The next segment, at once. */
    Segment sees(String flags) {
        return sees(flags, Duration.ZERO);
    }

    Segment sees(String flags, Duration within) {
        Segment seen = next(within).orElseThrow(() -> new AssertionError("silence instead of " + flags));
        assertThat(seen.flags().without(Flag.PSH))
                .hasToString(Flags.parse(flags).toString());
        if (seen.has(Flag.ACK) && !seen.has(Flag.RST)) {
            assertThat(seen.ack()).isEqualTo(sndNxt);
        }
        if (!seen.has(Flag.RST)) {
            rcvNxt = seen.has(Flag.SYN) ? seen.end() : SequenceNumber.max(rcvNxt, seen.end());
        }
        return seen;
    }

    void seesNothing() {
        assertThat(next(Duration.ZERO)).isEmpty();
    }

    void seesNothing(Duration wait) {
        assertThat(next(wait)).isEmpty();
    }

    void is(State state) {
        assertThat(bench.user().status(ends).state()).contains(state);
    }

    void told(SignalKind... kinds) {
        seesNothing();
        assertThat(signals).extracting(Observed.Signal::kind).containsExactly(kinds);
        signals.clear();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        signals.forEach(
                s -> text.append(new String(s.detail().text().toArray(), java.nio.charset.StandardCharsets.US_ASCII)));
        return text.toString();
    }

    // ---- paths

    Rig listening(OpenOptions options) {
        Outcome outcome = bench.user().openPassive(ends.iut(), options);
        listener = outcome.listener().orElseThrow();
        return this;
    }

    Rig synReceived(OpenOptions options) {
        listening(options);
        peer("SYN");
        rcvNxt = sees("SYN,ACK").end();
        return this;
    }

    Rig established() {
        return established(OpenOptions.DEFAULT);
    }

    /** A connection that a passive OPEN led to; the user was told and the listener is closed. */
    Rig established(OpenOptions options) {
        synReceived(options);
        peer("ACK");
        seesNothing();
        accepted();
        bench.user().closeListener(listener);
        return this;
    }

    void accepted() {
        assertThat(signals.get(0).kind()).isEqualTo(SignalKind.ACCEPTED);
        connection = signals.remove(0).connection();
    }

    Rig synSent() {
        connection = bench.user()
                .openActive(ends.iut(), ends.peer(), OpenOptions.DEFAULT)
                .connection()
                .orElseThrow();
        rcvNxt = next(Duration.ZERO).orElseThrow().end();
        return this;
    }

    Rig finWait1() {
        established();
        bench.user().close(connection);
        sees("FIN,ACK");
        return this;
    }

    Rig finWait2() {
        finWait1();
        peer("ACK");
        return this;
    }

    Rig closeWait() {
        established();
        peer("FIN,ACK");
        sees("ACK");
        return this;
    }

    Rig lastAck() {
        closeWait();
        bench.user().close(connection);
        sees("FIN,ACK");
        return this;
    }

    Rig closing() {
        finWait1();
        peer(segment("FIN,ACK").withAck(rcvNxt.minus(1)));
        sees("ACK");
        return this;
    }

    Rig timeWait() {
        finWait2();
        peer("FIN,ACK");
        sees("ACK");
        signals.clear();
        return this;
    }

    Rig in(State state) {
        switch (state) {
            case LISTEN -> listening(OpenOptions.DEFAULT);
            case SYN_SENT -> synSent();
            case SYN_RECEIVED -> synReceived(OpenOptions.DEFAULT);
            case ESTABLISHED -> established();
            case FIN_WAIT_1 -> finWait1();
            case FIN_WAIT_2 -> finWait2();
            case CLOSE_WAIT -> closeWait();
            case CLOSING -> closing();
            case LAST_ACK -> lastAck();
            case TIME_WAIT -> timeWait();
            case CLOSED -> {}
        }
        is(state);
        return this;
    }
}
