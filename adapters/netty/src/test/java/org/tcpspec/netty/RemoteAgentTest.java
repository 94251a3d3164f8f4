package org.tcpspec.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.State;

/** The kit's end of the control channel, against the recorded transcript. */
class RemoteAgentTest {

    private final BlockingQueue<Observed> record = new LinkedBlockingQueue<>();
    private final Endpoint listening = new Endpoint(InetAddress.getLoopbackAddress(), 5000);
    private final Endpoint connecting = new Endpoint(InetAddress.getLoopbackAddress(), 4000);
    private ScriptedAgent script;
    private Agent agent;
    private User user;

    @BeforeEach
    void attach() throws IOException {
        script = new ScriptedAgent();
        agent = new NettyUserProvider().attach(script.output(), script.input());
        user = agent.user(record::add);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        agent.close();
        script.close();
    }

    private Observed next() throws InterruptedException {
        Observed next = record.poll(5, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private Outcome told(Outcome outcome) throws InterruptedException {
        assertThat(next()).isInstanceOfSatisfying(Observed.Call.class, call -> {
            assertThat(call.outcome()).isEqualTo(outcome);
            assertThat(call.before()).isLessThan(call.nanos());
        });
        return outcome;
    }

    @Test
    void helloTellsWhatTheAgentCan() {
        assertThat(agent.capabilities())
                .contains(Capability.STATUS, Capability.IPV6)
                .doesNotContain(Capability.OPEN_FROM_LISTEN);
        assertThat(agent.environment()).containsEntry("kernel", "6.18.44").doesNotContainKey("version");
    }

    @Test
    void callsAndSignalsStandInTheRecordInTheAgentsOrder() throws InterruptedException {
        assertThat(told(user.openPassive(listening, OpenOptions.DEFAULT)).listener())
                .contains(new ListenerId(1));
        FourTuple ends = new FourTuple(listening, connecting);
        assertThat(told(user.status(ends)).state()).contains(State.LISTEN);
        told(user.openActive(connecting, listening, OpenOptions.DEFAULT.notReading()));
        assertThat(next()).isInstanceOfSatisfying(Observed.Signal.class, s -> {
            assertThat(s.kind()).isEqualTo(SignalKind.ACCEPTED);
            assertThat(s.connection()).isEqualTo(new ConnectionId(3));
            assertThat(s.detail().listener()).contains(new ListenerId(1));
            assertThat(s.detail().connection()).contains(ends);
        });
        assertThat(((Observed.Signal) next()).kind()).isEqualTo(SignalKind.OPENED);
        assertThat(told(user.send(new ConnectionId(2), Bytes.ascii("hello"))).count())
                .isEqualTo(5);
        assertThat(((Observed.Signal) next()).detail().text()).isEqualTo(Bytes.ascii("hello"));
        assertThat(told(user.receive(new ConnectionId(2), 9)).text()).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void urgentDataIsSentAndAskedFor() throws InterruptedException {
        assertThat(told(user.sendUrgent(new ConnectionId(6), Bytes.ascii("urgent")))
                        .count())
                .isEqualTo(6);
        assertThat(told(user.urgentLeft(new ConnectionId(7))).count()).isZero();
    }

    @Test
    void refusalsCarryTheReasonAndTheStacksWords() throws InterruptedException {
        Outcome refused = told(user.userTimeout(new ConnectionId(4), 1000));
        assertThat(refused.refusal()).contains(Refusal.DOES_NOT_EXIST);
        assertThat(refused.words()).isEqualTo("the connection has ended");
    }

    @Test
    void aSettingThatIsRefusedIsAFaultOfTheLab() {
        agent.set("net.ipv4.tcp_rfc1337", "1");
        assertThatThrownBy(() -> agent.set("net.ipv4.no_such_thing", "1"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("this kernel has no");
    }

    @Test
    void releaseEndsWhatTheUserHoldsAndTellsNothing() throws InterruptedException {
        told(user.openPassive(listening, OpenOptions.DEFAULT));
        agent.release(user);
        assertThat(record).isEmpty();
        assertThat(script.unexpected()).isEmpty();
    }

    @Test
    void anAgentThatEndsIsAFaultOfTheLab() {
        assertThatThrownBy(() -> user.closeListener(new ListenerId(77)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("agent is gone");
        assertThatThrownBy(() -> user.closeListener(new ListenerId(1))).isInstanceOf(LabException.class);
    }

    @Test
    void whatDoesNotSpeakTheProtocolIsNoAgent() {
        for (String output : List.of("", "Welcome to BusyBox\n", "1 ok 2 3 version=9\n")) {
            ByteArrayInputStream in = new ByteArrayInputStream(output.getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> new NettyUserProvider().attach(in, new ByteArrayOutputStream()))
                    .isInstanceOf(LabException.class);
        }
    }
}
