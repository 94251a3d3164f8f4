package org.tcpspec.uml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One stream, two speakers. */
class GuestTest {

    private static Guest saying(String... lines) {
        byte[] all = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        return new Guest(new ByteArrayInputStream(all), new ByteArrayOutputStream());
    }

    @Test
    void whatIsSaidOfTheWireIsTakenOutAtItsPlace() throws IOException {
        List<String> order = new ArrayList<>();
        Guest guest = saying("1 ok 5 6", "wire sent 7 45", "event data 8 8 1 text=00", "wire sent 9 60", "2 ok 9 9");
        guest.tellWire(order::add);
        BufferedReader agent = new BufferedReader(new InputStreamReader(guest.agentSays(), StandardCharsets.US_ASCII));
        for (String line = agent.readLine(); line != null; line = agent.readLine()) {
            order.add(line);
        }
        assertThat(order).containsExactly("1 ok 5 6", "sent 7 45", "event data 8 8 1 text=00", "sent 9 60", "2 ok 9 9");
    }

    @Test
    void eachRequestEndsWithOneIdle() throws IOException {
        Guest guest = saying("wire failed net.ipv4.tcp_no_such: No such file or directory", "wire idle 42");
        guest.say("knows net.ipv4.tcp_no_such");
        assertThat(guest.awaitIdle(0)).isFalse();
        byte[] rest = new byte[8];
        assertThat(guest.agentSays().read(rest)).isEqualTo(-1);
        assertThat(guest.now()).isEqualTo(42);
        assertThat(guest.failure()).contains("net.ipv4.tcp_no_such: No such file or directory");
        assertThat(guest.awaitIdle(0)).as("it has ended").isFalse();
    }
}
