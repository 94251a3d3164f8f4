package org.tcpspec.steps.cover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** What each guard of the transition table means: a predicate over what was known just before the event. */
public final class Guards {

    private static final String NO_SECURITY =
            "Nobody implements multi-level security, so no segment and no call can differ in it.";

    private static final Map<String, Predicate<Observation>> PREDICATES = new LinkedHashMap<>();

    /** Guards that nothing on the wire and no call of a test's user can bring about, with the reason. */
    private static final Map<String, String> POLICY = new LinkedHashMap<>();

    static {
        policy();
        calls();
        segments();
        synSent();
        timeWait();
        time();
    }

    private Guards() {}

    /** Every guard that has a meaning here. */
    public static Set<String> known() {
        return PREDICATES.keySet();
    }

    /** Why wire coverage leaves out {@code row}; empty if it does not. */
    public static Optional<String> policy(Row row) {
        boolean security = row.variant().equals("mls") || row.event() == EventKind.SEG_SECURITY;
        return security ? Optional.of(NO_SECURITY) : Optional.ofNullable(POLICY.get(row.guard()));
    }

    /**
     * True if the guard of {@code row} held.
     *
     * @throws IllegalArgumentException if the guard has no meaning here
     */
    public static boolean holds(Row row, Observation o) {
        Predicate<Observation> predicate = PREDICATES.get(row.guard());
        if (predicate == null) {
            throw new IllegalArgumentException("nobody says what the guard \"" + row.guard() + "\" means");
        }
        return predicate.test(o);
    }

    private static void define(String guard, Predicate<Observation> predicate) {
        PREDICATES.put(guard, predicate);
    }

    private static void never(String guard, String reason) {
        POLICY.put(guard, reason);
        define(guard, o -> false);
    }

    private static void policy() {
        String rights = "Only a host's policy on who may use which socket can refuse it.";
        String room = "Only a host that runs out of memory or of room for connections can refuse it.";
        never("caller has no right to the local socket", rights);
        never("caller has no right to such a connection", rights);
        never("no room for another connection", room);
        never("no room to queue", room);
        never("too little text queued, no room for the request", room);
        never("Diffserv value not permitted to caller", "Only a host's policy on Diffserv values can refuse it.");
        never("security/compartment not permitted to caller", NO_SECURITY);
    }

    private static void calls() {
        define("-", o -> true);
        define("remote socket given and valid, caller allowed, room left", o -> remoteIsValid(o) && hasRoom(o));
        define("remote socket given and valid, room left", o -> remoteIsValid(o) && hasRoom(o));
        define("remote socket given, room left", o -> remoteIsValid(o) && hasRoom(o));
        define(
                "remote socket missing",
                o -> remote(o)
                        .filter(r -> r.port() == 0 || r.address().isAnyLocalAddress())
                        .isPresent());
        define("remote address invalid (broadcast, multicast)", Guards::remoteIsInvalid);
        define("remote address given but invalid (broadcast, multicast)", Guards::remoteIsInvalid);
        define("caller allowed, room left, remote address open or valid", o -> !remoteIsInvalid(o) && hasRoom(o));
        define("same connection", o -> o.call().isPresent());
        define("room left", Guards::hasRoom);
        define("no room", o -> !hasRoom(o));
        define("room left, windows permit", o -> hasRoom(o) && Sending.isPermitted(o));
        define("room left, window or Nagle forbids", o -> hasRoom(o) && Sending.isForbidden(o));
        define("enough text queued", o -> o.circumstances().unread() > 0);
        define("undelivered text on hand", o -> o.circumstances().unread() > 0);
        define("no text on hand", o -> o.circumstances().unread() == 0);
        define(
                "too little text queued, room for the request",
                o -> o.circumstances().unread() == 0);
        define("nothing sent or pending", o -> o.circumstances().unsent() == 0);
        define("data sent or pending", o -> o.circumstances().unsent() > 0);
        define("all SENDs segmented", o -> o.circumstances().unsent() == 0);
        define("SENDs still wait to be segmented", o -> o.circumstances().unsent() > 0);
    }

    private static Optional<Endpoint> remote(Observation o) {
        return o.call().flatMap(Happening.Called::remote);
    }

    private static boolean remoteIsInvalid(Observation o) {
        return remote(o)
                .filter(r -> !r.address().isAnyLocalAddress() && !isOneHost(o, r))
                .isPresent();
    }

    private static boolean remoteIsValid(Observation o) {
        return remote(o).filter(r -> r.port() != 0 && isOneHost(o, r)).isPresent();
    }

    private static boolean isOneHost(Observation o, Endpoint remote) {
        return Hosts.isOneHost(remote.address(), o.ends().iut().address());
    }

    /** Whether there is room nobody outside can know but by the answer, which is the call's own. */
    private static boolean hasRoom(Observation o) {
        return o.call()
                .filter(c -> c.outcome()
                                .refusal()
                                .filter(Refusal.INSUFFICIENT_RESOURCES::equals)
                                .isPresent()
                        || isSend(c) && !c.outcome().isRefused() && c.outcome().count() == 0)
                .isEmpty();
    }

    private static boolean isSend(Happening.Called c) {
        return c.verb() == Happening.Verb.SEND || c.verb() == Happening.Verb.SEND_URGENT;
    }

    private static void segments() {
        onSegment("ACK on", Guards::hasAck);
        onSegment("ACK off", s -> !s.has(Flag.ACK));
        onSegment("ACK and SYN off", s -> !s.has(Flag.ACK) && !s.has(Flag.SYN));
        onSegment("SYN and ACK off", s -> !s.has(Flag.ACK) && !s.has(Flag.SYN));
        onSegment("SYN on, ACK off", s -> s.has(Flag.SYN) && !s.has(Flag.ACK));
        onSegment("SYN off", s -> !s.has(Flag.SYN));
        onSegment("ACK off, addresses valid", s -> !s.has(Flag.ACK) && Hosts.areValid(s));
        onSegment("ACK on, whatever its value, addresses valid", s -> hasAck(s) && Hosts.areValid(s));
        onSegment("ACK on, whatever its value", Guards::hasAck);
        onSegment("source address invalid, or destination broadcast/multicast", s -> !Hosts.areValid(s));
        onSegment("security fits, addresses valid", Hosts::areValid);
        define("came from LISTEN", o -> !o.circumstances().openedActively());
        define("came from SYN-SENT", o -> o.circumstances().openedActively());
        define("came from LISTEN, in window", o -> !o.circumstances().openedActively() && isInWindow(o));
        define("came from SYN-SENT, in window, RFC 5961 stack", Guards::actively);
        define("came from SYN-SENT, in window, no RFC 5961", Guards::actively);
        define(
                "SEQ=IRS, no text or FIN (duplicate or crossing SYN)",
                o -> o.segment()
                        .filter(s -> s.length() == 1
                                && o.variables().irs().filter(s.seq()::equals).isPresent())
                        .isPresent());
        define("RFC 5961 stack", o -> true);
        define("RFC 5961 section 5 used", o -> true);
        define("otherwise", o -> true);
        define("any SEQ, RFC 5961 stack", o -> true);
        define("in window, no RFC 5961", Guards::isInWindow);
        define("ACK acceptable", Guards::ackIsAcceptable);
        define("ACK acceptable and heeded", o -> ackIsAcceptable(o) && o.after() == State.ESTABLISHED);
        define("ACK off or not acceptable, or no allowance made", o -> o.after() == State.SYN_RECEIVED);
        urgent();
    }

    private static void urgent() {
        define(
                "RCV.UP comes ahead of the data consumed, user not in urgent mode",
                o -> o.circumstances().urgentTo().isEmpty()
                        && up(o).isAfter(o.circumstances().consumed()));
        define(
                "RCV.UP stays as it was in urgent mode, or is not ahead of the data consumed",
                o -> !up(o).isAfter(o.circumstances()
                        .urgentTo()
                        .orElse(o.circumstances().consumed())));
        define(
                "urgent mode, RCV.UP advances",
                o -> o.circumstances().urgentTo().filter(up(o)::isAfter).isPresent());
    }

    private static SequenceNumber up(Observation o) {
        Segment s = o.segment().orElseThrow();
        return s.seq().plus(s.urgentPointer());
    }

    private static void onSegment(String guard, Predicate<Segment> predicate) {
        define(guard, o -> o.segment().filter(predicate).isPresent());
    }

    private static boolean hasAck(Segment s) {
        return s.has(Flag.ACK);
    }

    private static boolean isInWindow(Observation o) {
        return o.segment().filter(s -> o.variables().isInWindow(s.seq())).isPresent();
    }

    private static boolean actively(Observation o) {
        return o.circumstances().openedActively() && isInWindow(o);
    }

    /** SND.UNA &lt; SEG.ACK =&lt; SND.NXT; in SYN-SENT SND.UNA is ISS. */
    private static boolean ackIsAcceptable(Observation o) {
        return o.segment()
                .filter(s -> s.has(Flag.ACK)
                        && s.ack().isAfter(o.variables().sndUna())
                        && s.ack().isAtMost(o.variables().sndNxt()))
                .isPresent();
    }

    private static void synSent() {
        define(
                "SYN off, ACK off or acceptable",
                o -> o.segment().filter(s -> !s.has(Flag.SYN)).isPresent() && !ackIsUnacceptable(o));
        define("ACK unacceptable", Guards::ackIsUnacceptable);
        define(
                "SYN on, ACK acceptable",
                o -> o.segment().filter(s -> s.has(Flag.SYN)).isPresent() && ackIsAcceptable(o));
        define("ACK on and ISS<SEG.ACK=<SND.NXT", Guards::ackIsAcceptable);
        define("ACK on, other value", Guards::ackIsUnacceptable);
        define("RFC 5961 stack, ISS<SEG.ACK=<SND.NXT", Guards::ackIsAcceptable);
        define("SEG.ACK=<ISS or >SND.NXT", Guards::ackIsUnacceptable);
        define("SEG.ACK=<ISS", Guards::ackIsUnacceptable);
        define("ISS<SEG.ACK=<SND.NXT, no FIN", o -> ackIsAcceptable(o) && !hasFin(o));
        define("ISS<SEG.ACK=<SND.NXT, FIN aboard", o -> ackIsAcceptable(o) && hasFin(o));
    }

    private static boolean ackIsUnacceptable(Observation o) {
        return o.segment().filter(Guards::hasAck).isPresent() && !ackIsAcceptable(o);
    }

    private static boolean hasFin(Observation o) {
        return o.segment().filter(s -> s.has(Flag.FIN)).isPresent();
    }

    private static void timeWait() {
        define("repeated FIN (SEQ+LEN=RCV.NXT)", Guards::isRepeatedFin);
        define(
                "neither the repeated FIN nor a SYN of rows 3 to 5",
                o -> !isRepeatedFin(o) && o.after() != State.SYN_RECEIVED);
        define("SYN with timestamps, RFC 6191 used and satisfied", o -> isSyn(o) && reopens(o));
        define("SYN with timestamps, RFC 6191 used, not satisfied", o -> isSyn(o) && !reopens(o));
        define("SYN, MAY-2 used, new ISS above all SEQ used before", o -> isSyn(o) && reopens(o));
        define("RFC 1337 F1 in force", o -> true);
        define(
                "RFC 6191 satisfied: newer timestamp; or equal or none, SEQ above the old FIN; or timestamps only now",
                Guards::reopens);
        define("MAY-2 used: new ISS above all SEQ used before", Guards::reopens);
        define("not accepted, RFC 5961 stack", o -> !reopens(o));
        define("not accepted, in window, no RFC 5961", o -> !reopens(o));
        define("RFC 6191 used, not satisfied", o -> !reopens(o));
    }

    private static boolean isRepeatedFin(Observation o) {
        return o.segment()
                .filter(s -> s.has(Flag.FIN) && s.end().equals(o.variables().rcvNxt()))
                .isPresent();
    }

    private static boolean isSyn(Observation o) {
        return o.segment().filter(s -> s.has(Flag.SYN) && !s.has(Flag.ACK)).isPresent();
    }

    private static boolean reopens(Observation o) {
        return o.after() == State.SYN_RECEIVED;
    }

    private static void time() {
        define("retries below R2", o -> !o.circumstances().givenUp());
        define("R2 reached", o -> o.circumstances().givenUp());
    }
}
