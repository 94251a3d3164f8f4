package org.tcpspec.spi.toy;

import java.util.function.Consumer;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/** The user above the toy: the RFC's calls, each mapped to one of the stack's own. */
public final class ToyUser implements User {

    private static final Outcome NOT_OFFERED = Outcome.refused(Refusal.NOT_OFFERED, "");
    private static final int EPHEMERAL = 61_000;

    private final ToyTcp tcp;
    private final ToyFlaw flaw;

    public ToyUser(ToyTcp tcp) {
        this(tcp, ToyFlaw.NONE);
    }

    ToyUser(ToyTcp tcp, ToyFlaw flaw) {
        this.tcp = tcp;
        this.flaw = flaw;
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        return Outcome.listening(tcp.listen(local, options.reading()));
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        Endpoint from = local.port() == 0 ? new Endpoint(local.address(), EPHEMERAL) : local;
        return Outcome.opening(tcp.open(new FourTuple(from, remote), options.reading()));
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return on(connection, tcb -> tcp.send(tcb, text), Outcome.took(text.length()));
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return tcp.find(connection)
                .map(tcb -> {
                    Bytes taken = tcb.unread.slice(0, Math.min(max, tcb.unread.length()));
                    tcb.unread = tcb.unread.from(taken.length());
                    return Outcome.received(taken);
                })
                .orElse(doesNotExist());
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return on(connection, tcb -> tcb.reading = true, Outcome.OK);
    }

    @Override
    public Outcome close(ConnectionId connection) {
        return on(connection, tcp::close, Outcome.OK);
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return on(
                connection,
                tcb -> {
                    tcb.handle = flaw == ToyFlaw.HANDLE_SURVIVES_CLOSE;
                    tcp.close(tcb);
                },
                Outcome.OK);
    }

    @Override
    public Outcome abort(ConnectionId connection) {
        return on(connection, tcp::abort, Outcome.OK);
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        return tcp.closeListener(listener) ? Outcome.OK : doesNotExist();
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return flaw == ToyFlaw.SILENTLY_IGNORES_A_CALL ? Outcome.OK : NOT_OFFERED;
    }

    @Override
    public Outcome status(FourTuple connection) {
        return Outcome.state(tcp.status(connection));
    }

    private Outcome on(ConnectionId connection, Consumer<ToyTcp.Tcb> call, Outcome done) {
        return tcp.find(connection)
                .map(tcb -> {
                    call.accept(tcb);
                    return done;
                })
                .orElse(doesNotExist());
    }

    private static Outcome doesNotExist() {
        return Outcome.refused(Refusal.DOES_NOT_EXIST, "");
    }
}
