package org.tcpspec.netty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The recorded transcript: requests, each with what the agent said to it. */
record Golden(String request, List<String> said) {

    static List<Golden> transcript() {
        List<Golden> transcript = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("> ")) {
                transcript.add(new Golden(line.substring(2), new ArrayList<>()));
            } else {
                transcript.get(transcript.size() - 1).said().add(line.substring(2));
            }
        }
        return transcript;
    }

    static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("golden.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
