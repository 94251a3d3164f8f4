package org.tcpspec.spi.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Segments at random, all of them right: every flag, every option, odd lengths, both IP versions. */
final class RandomSegments {

    private final Random random;

    RandomSegments(long seed) {
        this.random = new Random(seed);
    }

    Segment next() {
        boolean ipv6 = random.nextBoolean();
        Segment segment = Segment.between(endpoint(ipv6), endpoint(ipv6))
                .withSeq(new SequenceNumber(random.nextInt()))
                .withAck(new SequenceNumber(random.nextInt()))
                .withFlags(new Flags(random.nextInt(256)))
                .withWindow(random.nextInt(0x10000))
                .withUrgentPointer(random.nextInt(0x10000))
                .withReserved(random.nextInt(4) == 0 ? random.nextInt(16) : 0)
                .withOptions(options())
                .withText(octets(random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(8) == 0 ? 1500 : 40)));
        return segment.withIp(ip(ipv6));
    }

    Bytes octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Bytes.of(octets);
    }

    private Ip ip(boolean ipv6) {
        return ipv6
                ? new Ip(random.nextInt(256), random.nextInt(256), 0, true, Bytes.EMPTY)
                : new Ip(
                        random.nextInt(256),
                        random.nextInt(256),
                        random.nextInt(0x10000),
                        random.nextBoolean(),
                        random.nextInt(8) == 0 ? Bytes.hex("07070400000000".concat("00")) : Bytes.EMPTY);
    }

    private Endpoint endpoint(boolean ipv6) {
        byte[] address = octets(ipv6 ? 16 : 4).toArray();
        try {
            return new Endpoint(
                    ipv6 ? Inet6Address.getByAddress(null, address, -1) : InetAddress.getByAddress(address),
                    random.nextInt(0x10000));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** A list that fills whole words, so that it reads back as it was written. */
    private List<TcpOption> options() {
        List<TcpOption> options = new ArrayList<>();
        for (int n = random.nextInt(5); n > 0; n--) {
            options.add(option());
            if (length(options) > 40) {
                options.remove(options.size() - 1);
            }
        }
        fillWords(options);
        return options;
    }

    static void fillWords(List<TcpOption> options) {
        while (length(options) % 4 != 0) {
            options.add(new TcpOption.NoOperation());
        }
    }

    private static int length(List<TcpOption> options) {
        int length = 0;
        for (TcpOption option : options) {
            length += option instanceof TcpOption.Unknown unknown
                    ? 2 + unknown.data().length()
                    : option instanceof TcpOption.Sack sack
                            ? 2 + 8 * sack.blocks().size()
                            : option instanceof TcpOption.Malformed malformed
                                    ? malformed.raw().length()
                                    : fixed(option);
        }
        return length;
    }

    private static int fixed(TcpOption option) {
        return switch (option.kind()) {
            case TcpOption.KIND_END_OF_LIST, TcpOption.KIND_NO_OPERATION -> 1;
            case TcpOption.KIND_MSS -> 4;
            case TcpOption.KIND_WINDOW_SCALE -> 3;
            case TcpOption.KIND_TIMESTAMPS -> 10;
            default -> 2;
        };
    }

    private TcpOption option() {
        return switch (random.nextInt(8)) {
            case 0 -> new TcpOption.NoOperation();
            case 1 -> new TcpOption.Mss(random.nextInt(0x10000));
            case 2 -> new TcpOption.WindowScale(random.nextInt(256));
            case 3 -> new TcpOption.SackPermitted();
            case 4 -> new TcpOption.Sack(blocks(1 + random.nextInt(4)));
            case 5 -> new TcpOption.Timestamps(random.nextInt(), random.nextInt());
            case 6 -> new TcpOption.Unknown(200 + random.nextInt(56), octets(random.nextInt(8)));
            default -> new TcpOption.Malformed(Bytes.hex("020305"));
        };
    }

    private List<TcpOption.Sack.Block> blocks(int count) {
        List<TcpOption.Sack.Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(new TcpOption.Sack.Block(
                    new SequenceNumber(random.nextInt()), new SequenceNumber(random.nextInt())));
        }
        return blocks;
    }
}
