package org.tcpspec.spi.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The option list of a TCP header to octets and back. */
final class OptionCodec {

    private OptionCodec() {}

    /** The options as they stand, padded with zero octets to a multiple of four. */
    static byte[] encode(List<TcpOption> options) {
        ByteBuffer b = ByteBuffer.allocate(
                options.stream().mapToInt(OptionCodec::length).sum() + 3 & ~3);
        options.forEach(o -> put(b, o));
        return b.array();
    }

    private static int length(TcpOption option) {
        if (option instanceof TcpOption.EndOfList || option instanceof TcpOption.NoOperation) {
            return 1;
        } else if (option instanceof TcpOption.Mss) {
            return 4;
        } else if (option instanceof TcpOption.WindowScale) {
            return 3;
        } else if (option instanceof TcpOption.Sack sack) {
            return 2 + 8 * sack.blocks().size();
        } else if (option instanceof TcpOption.Timestamps) {
            return 10;
        } else if (option instanceof TcpOption.Unknown unknown) {
            return 2 + unknown.data().length();
        } else if (option instanceof TcpOption.Malformed malformed) {
            return malformed.raw().length();
        }
        return 2;
    }

    private static void put(ByteBuffer b, TcpOption option) {
        if (option instanceof TcpOption.Malformed malformed) {
            b.put(malformed.raw().buffer());
            return;
        }
        b.put((byte) option.kind());
        int length = length(option);
        if (length == 1) {
            return;
        }
        b.put((byte) length);
        if (option instanceof TcpOption.Mss mss) {
            b.putShort((short) mss.octets());
        } else if (option instanceof TcpOption.WindowScale scale) {
            b.put((byte) scale.shift());
        } else if (option instanceof TcpOption.Sack sack) {
            sack.blocks()
                    .forEach(block ->
                            b.putInt(block.left().value()).putInt(block.right().value()));
        } else if (option instanceof TcpOption.Timestamps t) {
            b.putInt((int) t.value()).putInt((int) t.echoReply());
        } else if (option instanceof TcpOption.Unknown unknown) {
            b.put(unknown.data().buffer());
        }
    }

    /** Reads the option list. After end-of-list, or a length that cannot be stepped over, no option is looked for. */
    static List<TcpOption> decode(Bytes octets, Set<Defect> defects) {
        List<TcpOption> options = new ArrayList<>();
        int at = 0;
        while (at < octets.length()) {
            int kind = octets.at(at);
            if (kind == TcpOption.KIND_END_OF_LIST) {
                padding(octets, at, options, defects);
                return options;
            }
            if (kind == TcpOption.KIND_NO_OPERATION) {
                options.add(new TcpOption.NoOperation());
                at++;
                continue;
            }
            int length = at + 1 < octets.length() ? octets.at(at + 1) : 0;
            if (length < 2 || at + length > octets.length()) {
                defects.add(Defect.OPTION_LENGTH);
                options.add(new TcpOption.Malformed(octets.from(at)));
                return options;
            }
            TcpOption option = known(kind, octets.slice(at, at + length));
            if (option instanceof TcpOption.Malformed) {
                defects.add(Defect.OPTION_LENGTH);
            }
            options.add(option);
            at += length;
        }
        return options;
    }

    /** End-of-list at {@code at}, and what is behind it: as few options as give the same octets when built. */
    private static void padding(Bytes octets, int at, List<TcpOption> options, Set<Defect> defects) {
        options.add(new TcpOption.EndOfList());
        if (!isZero(octets.from(at))) {
            defects.add(Defect.OPTION_PADDING);
            options.add(new TcpOption.Malformed(octets.from(at + 1)));
            return;
        }
        int notPadded = octets.length() - 3 - at;
        for (int i = 1; i < notPadded; i++) {
            options.add(new TcpOption.EndOfList());
        }
    }

    private static TcpOption known(int kind, Bytes whole) {
        ByteBuffer b = whole.buffer().position(2);
        int rest = b.remaining();
        return switch (kind) {
            case TcpOption.KIND_MSS -> rest == 2 ? new TcpOption.Mss(b.getShort() & 0xffff) : malformed(whole);
            case TcpOption.KIND_WINDOW_SCALE ->
                rest == 1 ? new TcpOption.WindowScale(b.get() & 0xff) : malformed(whole);
            case TcpOption.KIND_SACK_PERMITTED -> rest == 0 ? new TcpOption.SackPermitted() : malformed(whole);
            case TcpOption.KIND_SACK -> rest > 0 && rest % 8 == 0 ? sack(b) : malformed(whole);
            case TcpOption.KIND_TIMESTAMPS ->
                rest == 8 ? new TcpOption.Timestamps(b.getInt(), b.getInt()) : malformed(whole);
            default -> new TcpOption.Unknown(kind, whole.from(2));
        };
    }

    private static TcpOption malformed(Bytes whole) {
        return new TcpOption.Malformed(whole);
    }

    private static TcpOption sack(ByteBuffer b) {
        List<TcpOption.Sack.Block> blocks = new ArrayList<>();
        while (b.hasRemaining()) {
            blocks.add(new TcpOption.Sack.Block(new SequenceNumber(b.getInt()), new SequenceNumber(b.getInt())));
        }
        return new TcpOption.Sack(blocks);
    }

    private static boolean isZero(Bytes octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.at(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
