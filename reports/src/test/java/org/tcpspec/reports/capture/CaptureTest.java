package org.tcpspec.reports.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.CapturedPacket.Direction;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Net;
import org.tcpspec.spi.wire.PcapNg;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** A small connection, told in octets: clean, with each mistake, and captured too badly to be judged. */
class CaptureTest {
    private static final Endpoint A = new Endpoint(Net.address("192.0.2.1"), 5000);
    private static final Endpoint B = new Endpoint(Net.address("192.0.2.2"), 80);
    private static final long ISS_A = 0xffff_fff0L;
    private static final long ISS_B = 7000;

    private final List<Bytes> packets = new ArrayList<>();

    private static Segment a(String flags, long seq, long ack, String text) {
        return segment(A, B, flags, ISS_A + seq, ISS_B + ack, text);
    }

    private static Segment b(String flags, long seq, long ack, String text) {
        return segment(B, A, flags, ISS_B + seq, ISS_A + ack, text);
    }

    private static Segment segment(Endpoint from, Endpoint to, String flags, long seq, long ack, String text) {
        return Segment.between(from, to)
                .withFlags(Flags.parse(flags))
                .withSeq(SequenceNumber.of(seq))
                .withAck(SequenceNumber.of(flags.contains("ACK") ? ack : 0))
                .withWindow(1000)
                .withText(Bytes.ascii(text));
    }

    private static Segment with(Segment segment, TcpOption... options) {
        return segment.withOptions(List.of(options));
    }

    private static Segment stamped(Segment segment, long value, long echo) {
        return with(segment, new TcpOption.Timestamps(value, echo));
    }

    private void sent(Segment... segments) {
        Arrays.stream(segments).map(SegmentCodec::encode).forEach(packets::add);
    }

    private void opened() {
        sent(a("SYN", 0, 0, ""), b("SYN,ACK", 0, 1, ""), a("ACK", 1, 1, ""));
    }

    private void openedWithTimestamps() {
        sent(
                stamped(a("SYN", 0, 0, ""), 10, 0),
                stamped(b("SYN,ACK", 0, 1, ""), 500, 10),
                stamped(a("ACK", 1, 1, ""), 11, 500));
    }

    private byte[] file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapNg.Writer writer = PcapNg.writer(out, "test")) {
            for (int i = 0; i < packets.size(); i++) {
                writer.write(1_000_000L * i, packets.get(i), Direction.UNKNOWN);
            }
        }
        return out.toByteArray();
    }

    private List<Ruling> judged(boolean complete) throws IOException {
        return Capture.read(new ByteArrayInputStream(file())).judge(complete);
    }

    private Ruling ruling(boolean complete) throws IOException {
        assertThat(judged(complete)).hasSize(1);
        return judged(complete).get(0);
    }

    private void assertClean() throws IOException {
        Ruling strict = ruling(true);
        assertThat(strict.unjudged()).isEmpty();
        assertThat(strict.findings()).isEmpty();
        assertThat(ruling(false)).usingRecursiveComparison().isEqualTo(strict);
    }

    private void assertUnjudged(String why) throws IOException {
        Ruling ruling = ruling(false);
        assertThat(ruling.unjudged()).get().asString().contains(why);
        assertThat(ruling.findings()).isEmpty();
    }

    private void assertAccused(boolean complete, long packet, Endpoint by, String requirement) throws IOException {
        Ruling ruling = ruling(complete);
        assertThat(ruling.unjudged()).isEmpty();
        assertThat(ruling.findings()).singleElement().satisfies(f -> {
            assertThat(f.packet()).isEqualTo(packet);
            assertThat(f.by()).isEqualTo(by);
            assertThat(f.must()).isTrue();
            assertThat(f.violation().requirement()).isEqualTo(requirement);
        });
    }

    @Test
    void aWholeConnectionIsCleanAndItsLadderTellsBothStates() throws IOException {
        opened();
        sent(a("ACK", 1, 1, "hello, this wraps"), b("ACK", 1, 18, ""), b("ACK", 1, 18, "good day"));
        sent(a("FIN,ACK", 18, 9, ""), b("ACK", 9, 19, ""), b("FIN,ACK", 9, 19, ""), a("ACK", 19, 10, ""));
        assertClean();
        assertThat(PairLadder.of(ruling(false)))
                .contains("SYN-SENT     --> <SEQ=100><CTL=SYN>")
                .contains("FIN-WAIT-1   --> <SEQ=118><ACK=309><CTL=FIN,ACK>")
                .containsPattern("10  TIME-WAIT .* CLOSED\n");
    }

    @Test
    void whatIsSentAgainOrOutOfOrderOrAsAKeepAliveIsClean() throws IOException {
        opened();
        sent(a("ACK", 6, 1, "world"), b("ACK", 1, 1, ""), a("ACK", 1, 1, "hello"), a("ACK", 1, 1, "helloworld"));
        sent(b("ACK", 1, 11, ""), a("ACK", 10, 1, "?"), b("ACK", 1, 11, ""));
        sent(a("FIN,ACK", 11, 1, ""), a("FIN,ACK", 11, 1, ""), a("ACK", 11, 1, "?"), b("ACK", 1, 12, ""));
        assertClean();
    }

    @Test
    void simultaneousOpenIsClean() throws IOException {
        sent(a("SYN", 0, 0, ""), b("SYN", 0, 0, ""), a("SYN,ACK", 0, 1, ""), b("SYN,ACK", 0, 1, ""));
        sent(a("ACK", 1, 1, "hello"), b("ACK", 1, 6, ""));
        assertClean();
    }

    @Test
    void twoConnectionsOfTheSamePortsAreToldApart() throws IOException {
        opened();
        sent(b("RST", 1, 0, ""));
        sent(a("SYN", 5000, 0, ""), b("SYN,ACK", 9000, 5001, ""), a("ACK", 5001, 9001, ""));
        assertThat(judged(true)).hasSize(2).allSatisfy(r -> {
            assertThat(r.unjudged()).isEmpty();
            assertThat(r.findings()).isEmpty();
        });
    }

    @Test
    void timestampsThatOvertakeEachOtherAccuseNobody() throws IOException {
        openedWithTimestamps();
        sent(stamped(a("ACK", 6, 1, "world"), 20, 500), stamped(a("ACK", 1, 1, "hello"), 19, 500));
        assertClean();
    }

    @Test
    void aConnectionThatBeganBeforeCannotBeJudged() throws IOException {
        sent(a("ACK", 1, 1, "x"), b("ACK", 1, 2, ""));
        assertUnjudged("began before the capture");
    }

    @Test
    void oneSideAloneCannotBeJudged() throws IOException {
        sent(a("SYN", 0, 0, ""), with(a("ACK", 1, 1, ""), new TcpOption.Mss(1000)));
        assertUnjudged("Only the segments of 192.0.2.1:5000");
    }

    @Test
    void aGapCannotBeJudged() throws IOException {
        opened();
        sent(a("ACK", 6, 1, "world"), b("ACK", 1, 11, ""), with(a("ACK", 11, 1, ""), new TcpOption.Mss(1000)));
        assertUnjudged("Packet 5 acknowledges octets that the capture does not hold");
    }

    @Test
    void aMissingSynCannotBeJudged() throws IOException {
        sent(a("SYN", 0, 0, ""), a("ACK", 1, 1, ""), b("ACK", 1, 1, "x"));
        assertUnjudged("an end whose SYN is not in the capture");
    }

    @Test
    void offloadCannotBeJudged() throws IOException {
        opened();
        sent(a("ACK", 1, 1, "x".repeat(537)));
        assertUnjudged("more than the MSS of 536");
        packets.clear();
        opened();
        byte[] octets = SegmentCodec.encode(a("ACK", 1, 1, "hello")).toArray();
        ByteBuffer.wrap(octets).putShort(36, (short) partialSum(octets));
        packets.add(Bytes.of(octets));
        assertUnjudged("(offload)");
    }

    private static int partialSum(byte[] octets) {
        ByteBuffer b = ByteBuffer.wrap(octets);
        long sum = 6 + octets.length - 20L;
        for (int at = 12; at < 20; at += 2) {
            sum += b.getShort(at) & 0xffff;
        }
        return (int) ((sum & 0xffff) + (sum >>> 16));
    }

    @Test
    void aWrongChecksumMayBeDamageOnTheWay() throws IOException {
        opened();
        packets.add(SegmentCodec.encode(a("ACK", 1, 1, "hello"), Distortion.wrongChecksum()));
        assertUnjudged("Packet 4 has a wrong checksum");
    }

    @Test
    void aCutPacketCannotBeJudged() throws IOException {
        opened();
        byte[] file = file();
        // the original length of the last packet
        ByteBuffer b = ByteBuffer.wrap(file);
        int block = file.length - b.getInt(file.length - 4);
        b.putInt(block + 24, b.getInt(block + 24) + 4);
        Ruling ruling =
                Capture.read(new ByteArrayInputStream(file)).judge(false).get(0);
        assertThat(ruling.unjudged()).get().asString().contains("Packet 3 was cut");
    }

    @Test
    void optionsInTheWrongPlace() throws IOException {
        opened();
        sent(with(b("ACK", 1, 1, ""), new TcpOption.Mss(1000)));
        assertAccused(false, 4, B, "MUST-65");
        packets.clear();
        sent(a("SYN", 0, 0, ""), with(b("SYN,ACK", 0, 1, ""), new TcpOption.WindowScale(2)));
        assertAccused(false, 2, B, "RFC7323-2.2-WS-SYNACK");
        packets.clear();
        sent(a("SYN", 0, 0, ""), stamped(b("SYN,ACK", 0, 1, ""), 5, 0));
        assertAccused(false, 2, B, "RFC7323-3.2-TS-SYNACK");
        packets.clear();
        sent(with(a("SYN", 0, 0, ""), new TcpOption.WindowScale(15)), b("SYN,ACK", 0, 1, ""));
        assertAccused(false, 1, A, "RFC7323-2.3-WS-MAX14");
    }

    @Test
    void malformedOptionsAndReservedBits() throws IOException {
        opened();
        sent(with(a("ACK", 1, 1, ""), new TcpOption.Malformed(Bytes.hex("08030000"))));
        assertAccused(false, 4, A, "MUST-68");
        packets.clear();
        opened();
        sent(with(a("ACK", 1, 1, ""), new TcpOption.EndOfList(), new TcpOption.Malformed(Bytes.hex("000001"))));
        assertAccused(false, 4, A, "MUST-69");
        packets.clear();
        opened();
        sent(a("ACK", 1, 1, "").withReserved(4));
        assertAccused(false, 4, A, "RFC9293-3.1-RSRVD-SEND");
        packets.clear();
        opened();
        sent(a("ACK", 1, 1, "").withReserved(1));
        assertClean();
    }

    @Test
    void noAck() throws IOException {
        opened();
        sent(a("PSH", 1, 0, "x"));
        assertAccused(false, 4, A, "RFC9293-3.1-ACK-ALWAYS");
    }

    @Test
    void textThatChanges() throws IOException {
        opened();
        sent(a("ACK", 1, 1, "hello"), a("ACK", 3, 1, "lLo, you"));
        assertAccused(false, 5, A, "RFC9293-3.4-OCTETS");
    }

    @Test
    void theFinIsTheEnd() throws IOException {
        opened();
        sent(a("FIN,ACK", 1, 1, ""), a("ACK", 2, 1, "more"));
        assertAccused(false, 5, A, "RFC9293-3.10.2-CLOSING");
        packets.clear();
        opened();
        sent(a("FIN,ACK", 1, 1, ""), a("FIN,ACK", 2, 1, ""));
        assertAccused(false, 5, A, "");
        packets.clear();
        opened();
        sent(a("FIN,ACK", 1, 1, ""), b("ACK", 1, 3, ""));
        assertAccused(false, 5, B, "RFC9293-3.4-ACK-RECEIVED");
    }

    @Test
    void timestamps() throws IOException {
        openedWithTimestamps();
        sent(stamped(b("ACK", 1, 1, "x"), 500, 11), stamped(a("ACK", 1, 2, ""), 10, 500));
        assertAccused(false, 5, A, "RFC7323-5.4-CLOCK-MONO");
        packets.clear();
        openedWithTimestamps();
        sent(a("ACK", 1, 1, "x"));
        assertAccused(false, 4, A, "RFC7323-3.2-TS-ALWAYS");
        packets.clear();
        opened();
        sent(stamped(a("ACK", 1, 1, "x"), 5, 0));
        assertAccused(false, 4, A, "RFC7323-3.2-TS-UNNEGOTIATED");
    }

    @Test
    void onlyACompleteCaptureProvesWhatWasNeverSent() throws IOException {
        opened();
        sent(b("ACK", 1, 40, ""));
        assertUnjudged("--complete");
        assertAccused(true, 4, B, "RFC9293-3.4-ACK-RECEIVED");
        packets.clear();
        opened();
        sent(a("ACK", 990, 1, "0123456789ab"));
        assertThat(ruling(false).findings()).isEmpty();
        assertAccused(true, 4, A, "");
        packets.clear();
        openedWithTimestamps();
        sent(stamped(a("ACK", 1, 1, "x"), 12, 499));
        assertThat(ruling(false).findings()).isEmpty();
        assertAccused(true, 4, A, "RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void aWindowThatShrinksIsAdvice() throws IOException {
        UnaryOperator<Segment> small = s -> s.withWindow(10);
        opened();
        sent(a("ACK", 1, 1, "hello"), small.apply(b("ACK", 1, 6, "")));
        assertThat(ruling(false).isAccused()).isFalse();
        assertThat(ruling(false).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.violation().requirement()).isEqualTo("SHLD-14"));
    }

    @Test
    void ofABrokenFileTheRestIsJudged() throws IOException {
        opened();
        sent(a("ACK", 1, 1, "hello"));
        byte[] file = file();
        Capture cut = Capture.read(new ByteArrayInputStream(file, 0, file.length - 5));
        assertThat(cut.damage()).isPresent();
        assertThat(cut.packets()).isEqualTo(3);
        assertThat(cut.judge(false))
                .singleElement()
                .satisfies(r -> assertThat(r.unjudged()).isEmpty());
        Capture none = Capture.read(new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}));
        assertThat(none.damage()).get().asString().contains("neither pcapng nor pcap");
        assertThat(none.judge(false)).isEmpty();
    }

    @Test
    void whatTheCapturingProgramDroppedMayBeOfAnyConnection() throws IOException {
        opened();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(file());
        file.write(statistics(0));
        assertThat(Capture.read(new ByteArrayInputStream(file.toByteArray())).judge(true))
                .singleElement()
                .satisfies(r -> assertThat(r.unjudged()).isEmpty());
        file.write(statistics(3));
        file.write(statistics(7));
        Capture capture = Capture.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat(capture.dropped()).isEqualTo(7);
        assertThat(capture.judge(true))
                .singleElement()
                .satisfies(r -> assertThat(r.unjudged()).get().asString().contains("dropped, by its own count 7"));
    }

    /** An interface statistics block (pcapng section 4.6) with isb_ifrecv and isb_ifdrop. */
    private static byte[] statistics(long dropped) {
        return ByteBuffer.allocate(52)
                .putInt(5)
                .putInt(52)
                .putInt(0)
                .putLong(0)
                .putShort((short) 4)
                .putShort((short) 8)
                .putLong(100)
                .putShort((short) 5)
                .putShort((short) 8)
                .putLong(dropped)
                .putInt(0)
                .putInt(52)
                .array();
    }
}
