package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.CapturedPacket.Direction;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Net;
import org.tcpspec.spi.wire.PcapNg;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;

/** How {@code judge} ends, and what it says of input that it cannot read. */
class JudgeCommandTest {
    private static final Endpoint A = new Endpoint(Net.address("192.0.2.1"), 5000);
    private static final Endpoint B = new Endpoint(Net.address("192.0.2.2"), 80);
    private static final Segment SYN = segment(A, B, "SYN", 100, 0, "");
    private static final Segment SYN_ACK = segment(B, A, "SYN,ACK", 300, 101, "");
    private static final Segment ACK = segment(A, B, "ACK", 101, 301, "");

    @TempDir
    private Path folder;

    private Commands kit;

    @BeforeEach
    void aFolder() {
        kit = new Commands(folder);
    }

    private static Segment segment(Endpoint from, Endpoint to, String flags, long seq, long ack, String text) {
        return Segment.between(from, to)
                .withFlags(Flags.parse(flags))
                .withSeq(SequenceNumber.of(seq))
                .withAck(SequenceNumber.of(ack))
                .withWindow(1000)
                .withText(Bytes.ascii(text));
    }

    private String capture(Segment... segments) throws IOException {
        Path file = folder.resolve("capture.pcapng");
        try (OutputStream out = Files.newOutputStream(file);
                PcapNg.Writer writer = PcapNg.writer(out, "test")) {
            long nanos = 0;
            for (Segment segment : segments) {
                writer.write(nanos++, SegmentCodec.encode(segment), Direction.UNKNOWN);
            }
        }
        return file.toString();
    }

    @Test
    void aCleanConnectionEndsWithZero() throws IOException {
        assertThat(kit.command("judge", capture(SYN, SYN_ACK, ACK))).isZero();
        assertThat(kit.said())
                .contains("packets 1 to 3: clean\n", "1 connections in 3 packets: 1 clean")
                .doesNotContain("-->");
        assertThat(kit.command("judge", "--ladders", capture(SYN, SYN_ACK, ACK)))
                .isZero();
        assertThat(kit.said()).contains("ESTABLISHED  --> <SEQ=101><ACK=301><CTL=ACK>");
    }

    @Test
    void aBrokenMustEndsWithOneAndNamesThePacket() throws IOException {
        Segment withoutAck = segment(B, A, "PSH", 301, 0, "hello");
        assertThat(kit.command("judge", capture(SYN, SYN_ACK, ACK, withoutAck))).isEqualTo(1);
        assertThat(kit.said())
                .contains("packet 4, by 192.0.2.2:80: RFC9293-3.1-ACK-ALWAYS (RFC 9293 3.1)", "1 with a MUST broken");
    }

    @Test
    void whereNothingCanBeJudgedItEndsWithTwo() throws IOException {
        assertThat(kit.command("judge", capture(ACK))).isEqualTo(2);
        assertThat(kit.said()).contains("cannot be judged. It began before the capture");
        assertThat(kit.command("judge", capture())).isEqualTo(2);
        assertThat(kit.said()).contains("0 connections in 0 packets");
    }

    @Test
    void whatIsNoCaptureEndsWithSixtyFourAndOneSentence() throws IOException {
        refused("neither pcapng nor pcap", kit.file("garbage", "root:x:0:0").toString());
        refused("the file is empty", kit.file("empty", "").toString());
        refused("There is no file", kit.path("missing"));
        refused("There is no file", folder.toString());
        refused("FILE");
    }

    private void refused(String words, String... file) {
        String[] args = new String[1 + file.length];
        args[0] = "judge";
        System.arraycopy(file, 0, args, 1, file.length);
        assertThat(kit.command(args)).isEqualTo(64);
        assertThat(kit.said()).isEmpty();
        assertThat(kit.complained().lines()).singleElement().asString().contains(words);
    }

    @Test
    void ofADamagedFileTheRestIsTold() throws IOException {
        Path whole = Path.of(capture(SYN, SYN_ACK, ACK));
        byte[] octets = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(octets, octets.length - 3));
        assertThat(kit.command("judge", cut.toString())).isEqualTo(64);
        assertThat(kit.said()).contains("1 connections in 2 packets");
        assertThat(kit.complained().lines()).singleElement().asString().contains("is damaged after packet 2");
    }
}
