package org.tcpspec.netty;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tcpspec.netty.Protocol.Reply;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.Bytes;

/**
 * One SEND or RECEIVE in as many requests as the agent's longest line makes of it. The record gets it as the one call
 * that it is; it ends with the first piece of which the stack takes, or has, less than was asked.
 */
final class Pieces {

    private final Channel channel;
    private final int piece;
    private final Consumer<Observed> record;
    private Optional<Outcome> soFar = Optional.empty();
    private long before;
    private boolean over;

    /** @param piece the most octets of text in one request or reply */
    Pieces(Channel channel, int piece, Consumer<Observed> record) {
        this.channel = channel;
        this.piece = piece;
        this.record = record;
    }

    /**
     * @param length the octets of the whole call
     * @param arguments the words of the piece from one octet to another
     * @param meaning of a reply that is no refusal
     */
    Outcome call(
            String call,
            String verb,
            int length,
            BiFunction<Integer, Integer, List<String>> arguments,
            Function<Reply, Outcome> meaning) {
        int from = 0;
        do {
            int start = from;
            int end = Math.min(length, start + piece);
            channel.call(verb, arguments.apply(start, end), reply -> {
                before = start == 0 ? reply.before() : before;
                take(reply.refusal()
                        .map(refusal -> Outcome.refused(refusal, reply.words()))
                        .orElseGet(() -> meaning.apply(reply)));
                over |= end == length
                        || reply.refusal().isPresent()
                        || soFar.orElseThrow().count() < end;
                if (over) {
                    record.accept(new Observed.Call(before, reply.after(), call, soFar.orElseThrow()));
                }
            });
            from = end;
        } while (!over);
        return soFar.orElseThrow();
    }

    /** A later piece that is refused does not undo what the earlier ones did. */
    private void take(Outcome next) {
        soFar = Optional.of(soFar.map(had -> joined(had, next)).orElse(next));
    }

    private static Outcome joined(Outcome had, Outcome next) {
        if (next.isRefused()) {
            return had;
        }
        Bytes text = had.text().plus(next.text());
        return text.isEmpty() ? Outcome.took(had.count() + next.count()) : Outcome.received(text);
    }
}
