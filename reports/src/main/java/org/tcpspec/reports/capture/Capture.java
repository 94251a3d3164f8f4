package org.tcpspec.reports.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.CaptureFormatException;
import org.tcpspec.spi.wire.CapturedPacket;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.PcapNg;
import org.tcpspec.spi.wire.SegmentCodec;

/** What a capture file holds. */
public final class Capture {
    private final List<Frame> frames = new ArrayList<>();
    private long packets;
    private long dropped;
    private Optional<String> damage = Optional.empty();

    private Capture() {}

    /**
     * Reads a capture file of the form pcapng or pcap; of a damaged one, what stands before the damage.
     *
     * @throws IOException if the file cannot be read
     */
    public static Capture read(InputStream file) throws IOException {
        Capture capture = new Capture();
        try {
            PcapNg.read(new BufferedInputStream(file), capture::take, n -> capture.dropped += n);
        } catch (CaptureFormatException e) {
            capture.damage = Optional.of(e.getMessage());
        }
        return capture;
    }

    private void take(CapturedPacket captured) {
        packets++;
        Optional<Packet> packet = captured.ip().map(SegmentCodec::decode);
        packet.flatMap(Packet::segment)
                .ifPresent(segment ->
                        frames.add(new Frame(packets, captured.nanos(), packet.get(), segment, captured.isCut())));
    }

    /** How many packets were read, of whatever kind. */
    public long packets() {
        return packets;
    }

    /** How many of them hold no TCP segment that can be read. */
    public long others() {
        return packets - frames.size();
    }

    /** How many packets the capturing program dropped, as it says in the file; 0 too where it says nothing. */
    public long dropped() {
        return dropped;
    }

    /** What is wrong with the file, in one sentence; then only what stands before it was read. */
    public Optional<String> damage() {
        return damage;
    }

    /** The connections, in the order in which they begin, each judged. */
    public List<Ruling> judge(boolean complete) {
        return Connection.of(frames).stream()
                .map(c -> new Examiner(c, complete).rule())
                .map(this::withoutDrops)
                .toList();
    }

    /** Nobody knows of which connection the dropped packets were. */
    private Ruling withoutDrops(Ruling ruling) {
        if (dropped == 0 || ruling.unjudged().isPresent()) {
            return ruling;
        }
        String why = "The capture lacks packets that its program dropped, by its own count " + dropped + ".";
        return new Ruling(ruling.connection(), Optional.of(why), List.of());
    }
}
