package org.tcpspec.steps.words.plan;

import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.words.Place;

/**
 * Tells the scenarios that need no user who does as he is told ({@link Capability#DRIVEN_USER}): a service that listens,
 * reads, says nothing and closes when its peer does will do, or one that closes first. Only what stands here counts;
 * anything else needs a user, so that nobody is accused of what a service did by itself.
 */
final class Undriven {

    private static final Set<State> STATES = Set.of(State.LISTEN, State.SYN_RECEIVED, State.ESTABLISHED);

    /** What a service reaches that closes by itself. There it reads no more, and what has gone may come again. */
    private static final Set<State> CLOSING =
            Set.of(State.FIN_WAIT_1, State.FIN_WAIT_2, State.CLOSING, State.TIME_WAIT, State.LAST_ACK);

    private static final Set<String> PHRASES = Set.of(
            "a connection in {state}",
            "a passive OPEN, and a connection in {state}",
            "the peer offers MSS {int}",
            "the peer offers no MSS",
            "the peer offers a window of {int}",
            "the peer offers timestamps",
            "the peer offers window scale {int}",
            "the peer's sequence numbers pass the middle after {int} octet(s)",
            "the peer's sequence numbers wrap after {int} octet(s)",
            "every packet of the peer carries Diffserv {int}",
            "every packet of the peer carries {ipField}",
            "the peer has sent {segment}",
            "the peer has sent {int} octet(s) of text",
            "the IUT has answered with {expected}",
            "the peer sends {segment}",
            "rcv {segment}",
            "the peer sends {int} times {segment}",
            "the peer sends {int} octet(s) of text",
            "the peer sends {int} full segments",
            "the peer sends {int} segments of {int} octet(s), each after the ACK of the one before",
            "the peer sends pieces of {int} octet(s) in the order {word}",
            "the peer's {segment} comes from {place}",
            "the peer's {segment} comes from the socket that it goes to",
            "the IUT sends {expected}",
            "the IUT sends {expected} or {expected}",
            "the IUT sends {expected} without delay",
            "the IUT sends {expected} within half a second",
            "the IUT sends {expected} and enters {state}",
            "the IUT sends {expected} and remains in {state}",
            "the IUT sends {expected} and returns to {state}",
            "snd {expected}",
            "x",
            "the IUT sends nothing",
            "the IUT sends nothing more",
            "the IUT sends nothing and enters {state}",
            "the IUT sends nothing and remains in {state}",
            "the IUT sends nothing and returns to {state}",
            "the IUT may send {expected}",
            "the IUT may reset the connection",
            "the IUT is in {state}",
            "the IUT is still in {state}",
            "the IUT enters {state}",
            "the IUT remains in {state}",
            "the IUT returns to {state}",
            "the IUT acknowledges all of it",
            "the IUT has acknowledged all of it",
            "the IUT has acknowledged at least every second full segment",
            "the IUT has acknowledged each within half a second",
            "the IUT has answered fewer than {int} of them",
            "the IUT retransmits its {item}",
            "the IUT retransmits its {item} when RTO has passed",
            "a {segment} is answered with {expected}",
            "a {segment} is answered with nothing",
            "any {segment} is answered with {expected}",
            "any {segment} is answered with nothing",
            "every segment of the IUT forbids fragmentation",
            "none of its segments exceeds {int} octet(s)",
            "the IUT's timestamps are laid out as NOP, NOP and the option",
            "the IUT's timestamps have moved on",
            "the IUT's timestamps keep pace with time",
            "the window on its SYN was in octets",
            "its windows are still in octets");

    private Undriven() {}

    /** True for a state on whose far side the service has closed. */
    static boolean isClosing(State state) {
        return CLOSING.contains(state);
    }

    /** True if the step asks nothing of the user, and neither draws a FIN nor ends the connection. */
    static boolean bears(Phrasebook.Match match) {
        return PHRASES.contains(match.entry().phrase())
                && match.arguments().stream().allMatch(Undriven::bears);
    }

    private static boolean bears(Object argument) {
        if (argument instanceof State state) {
            return STATES.contains(state);
        }
        if (argument instanceof Phrase segment) {
            return !segment.flags().contains(Flag.FIN.name());
        }
        if (argument instanceof Expected expected) {
            return !expected.flags().has(Flag.FIN) && expected.length() == 0;
        }
        return argument != Place.NET_BROADCAST;
    }

    /**
     * The same once the service has closed: it reads no more, so that text may draw a RST, and since it listens for ever
     * nothing is borne that LISTEN and CLOSED answer in different ways.
     */
    static boolean bearsClosed(Phrasebook.Match match) {
        String phrase = match.entry().phrase();
        return PHRASES.contains(phrase)
                && !phrase.contains("octet")
                && !phrase.contains("full segment")
                && match.arguments().stream().allMatch(Undriven::bearsClosed);
    }

    private static boolean bearsClosed(Object argument) {
        if (argument instanceof State state) {
            return CLOSING.contains(state) || state == State.CLOSED;
        }
        if (argument instanceof Phrase segment) {
            boolean plain =
                    segment.flags().contains(Flag.ACK.name()) || segment.flags().contains(Flag.RST.name());
            // A FIN beyond a gap stands for text.
            boolean gap = segment.flags().contains(Flag.FIN.name())
                    && segment.clauses().stream().anyMatch(c -> c.startsWith("SEQ="));
            return plain
                    && !gap
                    && !segment.flags().contains(Flag.SYN.name())
                    && !segment.says("without ACK")
                    && segment.clauses().stream().noneMatch(c -> c.contains("octet"));
        }
        return argument instanceof Expected expected ? expected.length() == 0 : argument != Place.NET_BROADCAST;
    }
}
