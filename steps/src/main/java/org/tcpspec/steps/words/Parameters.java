package org.tcpspec.steps.words;

import io.cucumber.java.ParameterType;
import java.lang.reflect.Method;
import java.util.Optional;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.observe.Report;
import org.tcpspec.steps.observe.Sequence;

/** The parameter types of the steps. */
public final class Parameters {

    private static final String STATES = "LISTEN|SYN-SENT|SYN-RECEIVED|ESTABLISHED|FIN-WAIT-1|FIN-WAIT-2"
            + "|CLOSE-WAIT|CLOSING|LAST-ACK|TIME-WAIT|CLOSED";

    /** What the parameter type that {@code method} makes looks like; empty if it makes none. */
    public static Optional<String> regexp(Method method) {
        return Optional.ofNullable(method.getAnnotation(ParameterType.class)).map(ParameterType::value);
    }

    @ParameterType(STATES)
    public State state(String name) {
        return State.named(name).orElseThrow();
    }

    /** A segment of the peer. */
    @ParameterType(Phrase.REGEXP)
    public Phrase segment(String text) {
        return Phrase.parse(text);
    }

    /** A segment that the IUT must send. */
    @ParameterType(Phrase.REGEXP)
    public Expected expected(String text) {
        return Expected.of(Phrase.parse(text));
    }

    @ParameterType(Sequence.REGEXP)
    public Sequence sequence(String text) {
        return Sequence.parse(text);
    }

    @ParameterType(TimeSpan.REGEXP)
    public TimeSpan time(String number, String unit) {
        return TimeSpan.parse(number, unit);
    }

    /** An ICMP error message. */
    @ParameterType(Report.REGEXP)
    public Report report(String text) {
        return Report.parse(text);
    }

    /** An address that is no other host's. */
    @ParameterType(Place.REGEXP)
    public Place place(String words) {
        return Place.named(words);
    }

    /** What a packet may carry below TCP. */
    @ParameterType(IpField.REGEXP)
    public IpField ipField(String words) {
        return IpField.named(words);
    }

    @ParameterType(UserCall.REGEXP)
    public UserCall call(String words) {
        return UserCall.named(words);
    }

    /** Something of the IUT's that can be acknowledged or retransmitted. */
    @ParameterType("SYN,ACK|SYN|FIN|text")
    public String item(String words) {
        return words;
    }
}
