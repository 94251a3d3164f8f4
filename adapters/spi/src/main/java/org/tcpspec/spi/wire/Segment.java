package org.tcpspec.spi.wire;

import java.util.List;
import java.util.Optional;

/**
 * A TCP segment and what carries it (RFC 9293 section 3.1). A value: what is wrong with its octets on the wire is told
 * beside it, by {@link Packet} when it was read and by {@link Distortion} when it is built.
 *
 * @param window the 16-bit field as it stands, not scaled, 0 to 65535
 * @param reserved the four reserved bits, 0 to 15
 * @param urgentPointer the field as it stands, 0 to 65535
 */
public record Segment(
        Endpoint source,
        Endpoint destination,
        SequenceNumber seq,
        SequenceNumber ack,
        Flags flags,
        int window,
        int urgentPointer,
        List<TcpOption> options,
        Bytes text,
        int reserved,
        Ip ip) {

    public Segment {
        Range.check("window", window, 0xffff);
        Range.check("urgent pointer", urgentPointer, 0xffff);
        Range.check("reserved bits", reserved, 15);
        options = List.copyOf(options);
    }

    /** An empty segment with no flag, from which others are made. */
    public static Segment between(Endpoint source, Endpoint destination) {
        return new Segment(
                source,
                destination,
                SequenceNumber.ZERO,
                SequenceNumber.ZERO,
                Flags.NONE,
                0,
                0,
                List.of(),
                Bytes.EMPTY,
                0,
                Ip.DEFAULT);
    }

    public boolean has(Flag flag) {
        return flags.has(flag);
    }

    /** SEG.LEN: the octets of text, and one each for SYN and FIN (RFC 9293 section 3.4). */
    public int length() {
        return text.length() + (has(Flag.SYN) ? 1 : 0) + (has(Flag.FIN) ? 1 : 0);
    }

    /** The number after the last one that this segment occupies: SEG.SEQ + SEG.LEN. */
    public SequenceNumber end() {
        return seq.plus(length());
    }

    /** The number of the first octet of text: past the SYN if there is one. */
    public SequenceNumber textStart() {
        return has(Flag.SYN) ? seq.plus(1) : seq;
    }

    /** The first option of that type. */
    public <T extends TcpOption> Optional<T> option(Class<T> type) {
        return options.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    public Segment withSource(Endpoint source) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withDestination(Endpoint destination) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withSeq(SequenceNumber seq) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    /** With that acknowledgment number; the ACK flag stays as it is. */
    public Segment withAck(SequenceNumber ack) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withFlags(Flags flags) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withWindow(int window) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withUrgentPointer(int urgentPointer) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withOptions(List<TcpOption> options) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withText(Bytes text) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withReserved(int reserved) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    public Segment withIp(Ip ip) {
        return new Segment(source, destination, seq, ack, flags, window, urgentPointer, options, text, reserved, ip);
    }

    /** In the notation of RFC 9293: {@code <SEQ=100><ACK=300><CTL=FIN,ACK>}. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder("<SEQ=").append(seq).append('>');
        if (has(Flag.ACK)) {
            s.append("<ACK=").append(ack).append('>');
        }
        s.append("<CTL=").append(flags).append('>');
        if (!text.isEmpty()) {
            s.append("<DATA=").append(text.length()).append('>');
        }
        return s.toString();
    }
}
