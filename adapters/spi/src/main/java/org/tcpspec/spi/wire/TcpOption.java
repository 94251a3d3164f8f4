package org.tcpspec.spi.wire;

import java.util.List;

/**
 * A TCP option (RFC 9293 section 3.1), well-formed or not.
 *
 * <p>The known kinds have types of their own. Everything else is {@link Unknown} when its length octet is usable and
 * {@link Malformed} when it is not; both keep their octets, so that parsing and building are inverse.
 */
public sealed interface TcpOption {

    int KIND_END_OF_LIST = 0;
    int KIND_NO_OPERATION = 1;
    int KIND_MSS = 2;
    int KIND_WINDOW_SCALE = 3;
    int KIND_SACK_PERMITTED = 4;
    int KIND_SACK = 5;
    int KIND_TIMESTAMPS = 8;

    /** The option-kind octet, 0 to 255. */
    int kind();

    /**
     * End of option list: what follows it in the header is padding and must be zero (MUST-69). Padding of whole words
     * reads as several of these, so that a header is rebuilt with its length.
     */
    record EndOfList() implements TcpOption {
        @Override
        public int kind() {
            return KIND_END_OF_LIST;
        }
    }

    record NoOperation() implements TcpOption {
        @Override
        public int kind() {
            return KIND_NO_OPERATION;
        }
    }

    /** Maximum segment size in octets, 0 to 65535 (RFC 9293 section 3.7.1). */
    record Mss(int octets) implements TcpOption {
        public Mss {
            Range.check("MSS", octets, 0xffff);
        }

        @Override
        public int kind() {
            return KIND_MSS;
        }
    }

    /** Window scale (RFC 7323 section 2.2); a shift above 14 is legal to build and wrong to use. */
    record WindowScale(int shift) implements TcpOption {
        public WindowScale {
            Range.check("window scale", shift, 0xff);
        }

        @Override
        public int kind() {
            return KIND_WINDOW_SCALE;
        }
    }

    /** RFC 2018 section 2. */
    record SackPermitted() implements TcpOption {
        @Override
        public int kind() {
            return KIND_SACK_PERMITTED;
        }
    }

    /** RFC 2018 section 3. Without a block it can be built, and reads back as {@link Malformed}. */
    record Sack(List<Block> blocks) implements TcpOption {
        public Sack {
            blocks = List.copyOf(blocks);
        }

        /** The octets from {@code left} (inclusive) to {@code right} (exclusive). */
        public record Block(SequenceNumber left, SequenceNumber right) {}

        @Override
        public int kind() {
            return KIND_SACK;
        }
    }

    /** RFC 7323 section 3.2; both values are 32 bits, unsigned. */
    record Timestamps(long value, long echoReply) implements TcpOption {
        public Timestamps {
            value &= 0xffff_ffffL;
            echoReply &= 0xffff_ffffL;
        }

        @Override
        public int kind() {
            return KIND_TIMESTAMPS;
        }
    }

    /** An option of a kind that this kit does not know, 2 to 255; its length octet is {@code data.length() + 2}. */
    record Unknown(int kind, Bytes data) implements TcpOption {
        public Unknown {
            if (kind <= KIND_NO_OPERATION || kind > 0xff) {
                throw new IllegalArgumentException("no option with a length has the kind " + kind);
            }
        }
    }

    /**
     * Octets that are not a well-formed option: a length of 0 or 1, one that passes the end of the header, one that is
     * wrong for a known kind, or octets behind {@link EndOfList} that are not all zero. Built as they stand.
     */
    record Malformed(Bytes raw) implements TcpOption {
        @Override
        public int kind() {
            return raw.isEmpty() ? KIND_END_OF_LIST : raw.at(0);
        }
    }
}
