package org.tcpspec.netty.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tcpspec.netty.Protocol.Said;

/** Says lines, one by one, at once. Used by the event loop's thread only. */
final class Speaker {

    private final OutputStream out;
    private final Runnable nobodyListens;

    Speaker(OutputStream out, Runnable nobodyListens) {
        this.out = out;
        this.nobodyListens = nobodyListens;
    }

    void say(Said said) {
        try {
            out.write((said.format() + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            nobodyListens.run();
        }
    }
}
