package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.IutGoneInCompanyException;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.iut.Wire;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Net;

/** Whom the death of a stack's process is put down to: its one scenario, or nobody as long as there were several. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StackInstanceTest {

    private static final Net NET = Net.of("192.0.2.2/24");

    private static final UserProvider NOBODY = new UserProvider() {
        @Override
        public List<String> command() {
            throw new AssertionError("services have no agent");
        }

        @Override
        public Agent attach(InputStream fromAgent, OutputStream toAgent, Optional<String> token) {
            throw new AssertionError("services have no agent");
        }
    };

    @TempDir
    private Path folder;

    private Path trigger;
    private StackInstance instance;

    /** Its process ends by a signal as soon as somebody writes to the trigger. */
    @BeforeEach
    void start() throws IOException, InterruptedException {
        trigger = folder.resolve("trigger");
        assertThat(new ProcessBuilder("mkfifo", trigger.toString()).start().waitFor())
                .isZero();
        StackDescription description = new StackDescription(
                new StackDescription.Link("tap0", true),
                List.of(NET),
                List.of(NET.at(1)),
                List.of(Net.of("198.18.0.0/15")),
                List.of("/bin/sh", "-c", "read -r line < trigger; echo overrun >&2; kill -ABRT $$"),
                folder,
                new StackDescription.Ready(Optional.empty(), Duration.ofSeconds(10)),
                StackDescription.Reset.AGENT,
                new StackDescription.Services(9, OptionalInt.empty()),
                false);
        instance = StackInstance.start(description, new QuietWire(), NOBODY);
    }

    private JoinedBench bench(int number) {
        InetAddress phantom = Net.of("198.18.0.0/15").at(number);
        Joint.Place place =
                new Joint.Place(NET.address(), Optional.empty(), index -> 1000 + index, phantom, () -> phantom);
        return JoinedBench.open(instance, place, "scenario " + number, JoinedBench::giveBack);
    }

    private void kill() throws IOException {
        Files.writeString(trigger, "now\n");
    }

    private static long soon() {
        return RealClock.INSTANCE.in(Duration.ofSeconds(30));
    }

    @Test
    void theOneScenarioThatIsPlayedIsToBlame() throws IOException {
        bench(1).close();
        JoinedBench only = bench(2);
        kill();
        assertThatThrownBy(() -> only.next(soon()))
                .isExactlyInstanceOf(IutGoneException.class)
                .hasMessageContaining("signal 6")
                .hasMessageContaining("overrun");
        instance.close();
    }

    @Test
    void ofSeveralNoneIsToBlameAndEachIsTold() throws IOException {
        JoinedBench one = bench(1);
        JoinedBench other = bench(2);
        kill();
        assertThatThrownBy(() -> one.next(soon())).isInstanceOf(IutGoneInCompanyException.class);
        one.close();
        instance.close();
        assertThatThrownBy(() -> other.next(soon()))
                .as("also when the next instance has been started")
                .isInstanceOf(IutGoneInCompanyException.class)
                .hasMessageContaining("overrun");
    }

    /** Nobody answers and nothing comes. */
    private static final class QuietWire implements Wire {

        @Override
        public Phantom phantom(InetAddress address, InetAddress iut, Mailbox mailbox) {
            return new QuietPhantom(address);
        }

        @Override
        public void forget(InetAddress iut) {}

        @Override
        public String gateway() {
            return "";
        }

        @Override
        public long lost() {
            return 0;
        }

        @Override
        public List<String> strays() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private record QuietPhantom(InetAddress address) implements Wire.Phantom {

        @Override
        public void inject(Bytes ipPacket) {}

        @Override
        public void answerFor(InetAddress another) {}

        @Override
        public void settle(InetAddress neighbour) {}

        @Override
        public void close() {}
    }
}
