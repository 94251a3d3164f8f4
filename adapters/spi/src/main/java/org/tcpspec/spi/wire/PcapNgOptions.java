package org.tcpspec.spi.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** The option list at the end of a pcapng block. */
final class PcapNgOptions {

    private PcapNgOptions() {}

    /** What to do with one option; {@code value} is in the order of its section. */
    @FunctionalInterface
    interface Visitor {
        void option(int code, ByteBuffer value);
    }

    /**
     * Hands every option to {@code visitor} until the end-of-options mark or the end of the block.
     *
     * @throws BufferUnderflowException if an option passes the end of the block
     */
    static void forEach(ByteBuffer options, Visitor visitor) {
        while (options.remaining() >= 4) {
            int code = options.getShort() & 0xffff;
            int length = options.getShort() & 0xffff;
            if (code == PcapNg.OPTION_END) {
                return;
            }
            if (length > options.remaining()) {
                throw new BufferUnderflowException();
            }
            visitor.option(code, options.slice(options.position(), length).order(options.order()));
            options.position(Math.min(options.limit(), options.position() + (length + 3 & ~3)));
        }
    }

    /** Writes one option, its value padded to a multiple of four octets. */
    static void put(ByteBuffer block, int code, byte[] value) {
        block.putShort((short) code).putShort((short) value.length).put(value);
        block.position(block.position() + (-value.length & 3));
    }

    /** What {@link #put} takes for a value of {@code length} octets. */
    static int size(int length) {
        return 4 + (length + 3 & ~3);
    }
}
