package org.tcpspec.spi.iut;

import java.util.Optional;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.FourTuple;

/**
 * What a signal carries, besides its kind.
 *
 * @param text the text handed over; empty but for {@link SignalKind#DATA}
 * @param listener the listener that accepted; present for {@link SignalKind#ACCEPTED}
 * @param connection the ends of the connection; present for {@link SignalKind#ACCEPTED} and {@link SignalKind#OPENED}
 * @param words the stack's own words, for the reader of a report
 */
public record SignalDetail(Bytes text, Optional<ListenerId> listener, Optional<FourTuple> connection, String words) {

    public static final SignalDetail NONE = new SignalDetail(Bytes.EMPTY, Optional.empty(), Optional.empty(), "");

    public static SignalDetail text(Bytes text) {
        return new SignalDetail(text, Optional.empty(), Optional.empty(), "");
    }

    public static SignalDetail accepted(ListenerId listener, FourTuple connection) {
        return new SignalDetail(Bytes.EMPTY, Optional.of(listener), Optional.of(connection), "");
    }

    public static SignalDetail opened(FourTuple connection) {
        return new SignalDetail(Bytes.EMPTY, Optional.empty(), Optional.of(connection), "");
    }

    public static SignalDetail words(String words) {
        return new SignalDetail(Bytes.EMPTY, Optional.empty(), Optional.empty(), words);
    }
}
