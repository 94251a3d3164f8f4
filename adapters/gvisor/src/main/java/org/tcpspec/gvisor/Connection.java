package org.tcpspec.gvisor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.tcpspec.spi.hosted.DrivenStack;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/** One of the user's connections: a socket, and what the user knows of it. */
final class Connection {

    private static final int AT_ONCE = 1 << 16;
    private static final int ECN_BITS = 2;

    final ConnectionId id;
    final int socket;
    private final GvisorLibrary library;
    private final DrivenStack.Signals signals;
    private boolean reading;
    private boolean open;
    private boolean closing;
    private boolean ended;

    private Connection(
            ConnectionId id, int socket, boolean reading, GvisorLibrary library, DrivenStack.Signals signals) {
        this.id = id;
        this.socket = socket;
        this.reading = reading;
        this.library = library;
        this.signals = signals;
    }

    /** One whose active OPEN begins. */
    static Connection opening(
            ConnectionId id, int socket, OpenOptions options, GvisorLibrary library, DrivenStack.Signals signals) {
        Connection connection = new Connection(id, socket, options.reading(), library, signals);
        connection.choose(options);
        return connection;
    }

    /** One that {@code listener} accepted. */
    static Connection accepted(
            ConnectionId id,
            int socket,
            ListenerId listener,
            OpenOptions options,
            GvisorLibrary library,
            DrivenStack.Signals signals) {
        Connection connection = opening(id, socket, options, library, signals);
        connection.open = true;
        SignalDetail detail = connection
                .ends()
                .map(ends -> SignalDetail.accepted(listener, ends))
                .orElse(new SignalDetail(Bytes.EMPTY, Optional.of(listener), Optional.empty(), ""));
        signals.signal(SignalKind.ACCEPTED, id, detail);
        return connection;
    }

    private void choose(OpenOptions options) {
        library.choose(socket, GvisorLibrary.Choice.NAGLE, options.nagle() ? 1 : 0);
        options.chosen().forEach(this::choose);
    }

    /** The error, if gVisor refuses it. */
    Optional<String> choose(ConnectionOption option, long value) {
        return switch (option) {
            case DIFFSERV -> library.choose(socket, GvisorLibrary.Choice.TRAFFIC_CLASS, value << ECN_BITS);
            case TIME_TO_LIVE -> library.choose(socket, GvisorLibrary.Choice.TIME_TO_LIVE, value);
            case ERROR_REPORTS -> library.choose(socket, GvisorLibrary.Choice.ERROR_REPORTS, value);
        };
    }

    /** The ends, while it is a connection. */
    private Optional<FourTuple> ends() {
        return library.ends(socket).map(words -> {
            String[] four = words.split(" ");
            return new FourTuple(endpoint(four[0], four[1]), endpoint(four[2], four[3]));
        });
    }

    private static Endpoint endpoint(String address, String port) {
        try {
            return new Endpoint(InetAddress.getByName(address), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("gVisor tells addresses, not names", e);
        }
    }

    /** The connection is no more, and the user knows. */
    boolean isEnded() {
        return ended;
    }

    /** The user knows that nothing more will come. */
    boolean isClosing() {
        return closing;
    }

    void startReading() {
        reading = true;
    }

    /** As a program does that polls its sockets. True if the user learned anything. */
    boolean learns() {
        if (ended) {
            return false;
        }
        return !open && opened() || open && (report() || text()) || end();
    }

    private boolean opened() {
        Optional<FourTuple> ends = ends();
        ends.ifPresent(e -> {
            open = true;
            signals.signal(SignalKind.OPENED, id, SignalDetail.opened(e));
        });
        return ends.isPresent();
    }

    private boolean report() {
        Optional<String> error = library.report(socket);
        error.ifPresent(words -> signals.signal(SignalKind.SOFT_ERROR, id, SignalDetail.words(words)));
        return error.isPresent();
    }

    /** Reads; without a user who reads, only the end of the stream is noticed. */
    private boolean text() {
        if (closing || !reading && library.unread(socket) > 0) {
            return false;
        }
        Optional<Bytes> text = library.receive(socket, AT_ONCE);
        if (text.isPresent()) {
            signals.signal(SignalKind.DATA, id, SignalDetail.text(text.get()));
            return true;
        }
        return notReceived(library.error());
    }

    private boolean notReceived(String error) {
        if (error.equals(GvisorError.WOULD_BLOCK)) {
            return false;
        }
        if (error.equals(GvisorError.CLOSED_FOR_RECEIVE)) {
            closing = !end();
            if (closing) {
                signals.signal(SignalKind.CLOSING, id, SignalDetail.NONE);
            }
            return true;
        }
        ended(error);
        return true;
    }

    /** What is left unread can still be read after the connection has gone, so that comes first. */
    private boolean end() {
        String state = library.state(socket);
        if (!state.equals("ERROR") && !state.equals("CLOSED")) {
            return false;
        }
        Optional<String> error = library.lastError(socket);
        error.ifPresent(this::ended);
        return error.isPresent();
    }

    private void ended(String error) {
        ended = true;
        signals.signal(GvisorError.ending(error), id, SignalDetail.words(error));
    }

    /** RECEIVE; empty, with the error in the library, if there is nothing. */
    Optional<Bytes> receive(int most) {
        return library.receive(socket, most);
    }
}
