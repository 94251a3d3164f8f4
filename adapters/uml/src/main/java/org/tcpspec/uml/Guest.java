package org.tcpspec.uml;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The streams to and from the kernel's only program, shared by the agent and the wire: lines that begin with
 * {@code wire} are taken out, all others are the agent's. They are handled in the order in which they were said, by the
 * thread that reads for the agent. Each line that is written is one request, and ends with {@code wire idle}.
 */
final class Guest {

    private static final String WIRE = "wire ";
    private static final String IDLE = "idle ";
    private static final String FAILED = "failed ";

    private final Sieve in;
    private final Requests out;
    private volatile Consumer<String> wire = line -> {};
    private volatile Optional<String> failure = Optional.empty();
    private int pending;
    private boolean ended;
    private long now;

    Guest(InputStream in, OutputStream out) {
        this.in = new Sieve(new BufferedInputStream(in));
        this.out = new Requests(out);
    }

    /** What the agent says. */
    InputStream agentSays() {
        return in;
    }

    /** What is said to the agent, each line in one piece. */
    OutputStream toAgent() {
        return out;
    }

    /** Who takes what is said of the wire from now on: the line without its first word. */
    void tellWire(Consumer<String> taker) {
        wire = taker;
    }

    /** Why the last line of the wire's could not be done. */
    Optional<String> failure() {
        return failure;
    }

    /** Says a line of the wire's. False if nobody listens any more. */
    boolean say(String line) {
        failure = Optional.empty();
        try {
            out.write((WIRE + line + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        } catch (IOException e) {
            // Whoever waits for the answer is told that the kernel has ended.
            ended();
            return false;
        }
    }

    /**
     * Waits until all that was asked has been done and told. False if it has not been after {@code seconds}, or never
     * will be.
     */
    synchronized boolean awaitIdle(long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            for (long left = end - System.nanoTime(); pending > 0 && !ended && left > 0; ) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return pending == 0 && !ended;
    }

    /** The kernel's time when it was last idle, in nanoseconds. */
    synchronized long now() {
        return now;
    }

    private synchronized void idle(long time) {
        now = time;
        pending--;
        notifyAll();
    }

    private synchronized void asked() {
        pending++;
    }

    private synchronized void ended() {
        ended = true;
        notifyAll();
    }

    private final class Requests extends FilterOutputStream {
        Requests(OutputStream out) {
            super(out);
        }

        @Override
        public synchronized void write(byte[] line, int from, int length) throws IOException {
            asked();
            out.write(line, from, length);
        }

        @Override
        public synchronized void flush() throws IOException {
            super.flush();
        }
    }

    private final class Sieve extends InputStream {
        private final InputStream all;
        private byte[] line = {};
        private int read;

        Sieve(InputStream all) {
            this.all = all;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** No more than the rest of one line, so that what is said after it is handled after it. */
        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (read == line.length) {
                if (!nextLine()) {
                    ended();
                    return -1;
                }
            }
            int count = Math.min(length, line.length - read);
            System.arraycopy(line, read, into, from, count);
            read += count;
            return count;
        }

        private boolean nextLine() throws IOException {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            int octet;
            do {
                octet = all.read();
                if (octet < 0) {
                    return false;
                }
                octets.write(octet);
            } while (octet != '\n');
            line = octets.toByteArray();
            read = 0;
            String text = new String(line, StandardCharsets.US_ASCII).strip();
            if (text.startsWith(WIRE)) {
                read = line.length;
                take(text.substring(WIRE.length()));
            }
            return true;
        }

        private void take(String said) {
            if (said.startsWith(IDLE)) {
                idle(Long.parseLong(said.substring(IDLE.length())));
            } else if (said.startsWith(FAILED)) {
                failure = Optional.of(said.substring(FAILED.length()));
            } else {
                wire.accept(said);
            }
        }
    }
}
