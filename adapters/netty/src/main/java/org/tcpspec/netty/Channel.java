package org.tcpspec.netty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tcpspec.netty.Protocol.Event;
import org.tcpspec.netty.Protocol.Reply;
import org.tcpspec.netty.Protocol.Request;
import org.tcpspec.netty.Protocol.Said;
import org.tcpspec.spi.iut.LabException;

/**
 * The control channel: numbers requests, matches replies to them and passes events on. Replies and events are handled
 * by one thread, in the order in which the agent said them. Safe for use by many threads.
 */
final class Channel implements AutoCloseable {

    private static final long ANSWER_SECONDS = 30;
    private static final long JOIN_MILLIS = 2_000;

    private final BufferedReader in;
    private final OutputStream out;
    private final Consumer<Event> events;
    private final Thread reader;
    private final AtomicLong lastNumber = new AtomicLong();
    private final ConcurrentMap<Long, Pending> pending = new ConcurrentHashMap<>();
    private final Object writeLock = new Object();
    private volatile Optional<LabException> broken = Optional.empty();

    private record Pending(Consumer<Reply> first, CompletableFuture<Reply> answer) {}

    Channel(InputStream in, OutputStream out, Consumer<Event> events) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        this.out = out;
        this.events = events;
        this.reader = new Thread(this::read, "agent-replies");
        reader.setDaemon(true);
    }

    void start() {
        reader.start();
    }

    boolean isAlive() {
        return broken.isEmpty();
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @param first gets the reply before anything that the agent says later is handled
     * @throws LabException if the agent is gone or does not answer
     */
    Reply call(String verb, List<String> arguments, Consumer<Reply> first) {
        return await(verb, send(verb, arguments, first));
    }

    /** Sends a request; its reply comes later. */
    CompletableFuture<Reply> send(String verb, List<String> arguments, Consumer<Reply> first) {
        long number = lastNumber.incrementAndGet();
        Pending waiting = new Pending(first, new CompletableFuture<>());
        pending.put(number, waiting);
        byte[] line = (new Request(number, verb, arguments).format() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            synchronized (writeLock) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            fail(new LabException("the agent does not listen any more: " + e.getMessage(), e));
        }
        broken.ifPresent(waiting.answer()::completeExceptionally);
        return waiting.answer();
    }

    Reply await(String verb, CompletableFuture<Reply> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LabException(
                    "the agent is gone, \"" + verb + "\" has no answer: "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (TimeoutException e) {
            throw new LabException("the agent did not answer \"" + verb + "\" within " + ANSWER_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while the agent did \"" + verb + "\"", e);
        }
    }

    private void read() {
        try {
            String line = in.readLine();
            while (line != null) {
                handle(Said.parse(line));
                line = in.readLine();
            }
            fail(new LabException("it ended"));
        } catch (IOException e) {
            fail(new LabException("its output broke: " + e.getMessage(), e));
        } catch (IllegalArgumentException e) {
            fail(new LabException("it does not speak protocol 1: " + e.getMessage(), e));
        }
    }

    private void handle(Said said) {
        if (said instanceof Event event) {
            events.accept(event);
        } else if (said instanceof Reply reply) {
            Pending waiting = pending.remove(reply.number());
            if (waiting == null) {
                throw new IllegalArgumentException("a reply to no request: " + reply.format());
            }
            try {
                waiting.first().accept(reply);
            } catch (IllegalArgumentException e) {
                waiting.answer().completeExceptionally(e);
                throw e;
            }
            waiting.answer().complete(reply);
        }
    }

    private void fail(LabException why) {
        broken = Optional.of(why);
        pending.values().forEach(waiting -> waiting.answer().completeExceptionally(why));
        pending.clear();
    }

    @Override
    public void close() {
        try {
            synchronized (writeLock) {
                out.close();
            }
            reader.join(JOIN_MILLIS);
        } catch (IOException e) {
            // The agent went first; that was the aim.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
