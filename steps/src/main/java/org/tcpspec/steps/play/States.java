package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment.Habits;

/** How the IUT's state is known (DESIGN 4, rule 5): STATUS, probe, or inferred. */
public final class States {

    private static final Duration POLL = Duration.ofMillis(4);

    private final Scene scene;
    private final Judge judge;
    private final Set<String> knownBy = new LinkedHashSet<>();
    private boolean trustStatus;
    private Optional<State> named = Optional.empty();

    public States(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
        this.trustStatus = scene.statement().can(Capability.STATUS);
    }

    /** How states were known so far. */
    public Set<String> knownBy() {
        return knownBy;
    }

    /** The state that a step named, if nothing has happened since. */
    public Optional<State> named() {
        return named;
    }

    /** Something happens: the state named last need not be the state any more. */
    public void stirred() {
        named = Optional.empty();
    }

    /** A Given or a Then says that {@code c} is in {@code state}. Where a service listens for ever CLOSED is LISTEN. */
    public void is(Conversation c, State said) {
        boolean served =
                !scene.statement().can(Capability.DRIVEN_USER) && c.shadow().isListening();
        State state = served && said == State.CLOSED ? State.LISTEN : said;
        if (trustStatus) {
            Optional<State> told = status(c, state);
            if (told.isPresent() && told.get() != state) {
                contradiction(c, state, told.get());
            }
            knownBy.add(trustStatus && told.isPresent() ? "STATUS" : "inferred");
        } else {
            knownBy.add("inferred");
        }
        c.shadow().inState(state);
        named = Optional.of(state);
    }

    /** What STATUS says, once it says {@code awaited} or time is up. */
    private Optional<State> status(Conversation c, State awaited) {
        long deadline = scene.bench().clock().isVirtual()
                ? scene.now()
                : scene.bench().clock().in(judge.patience());
        Optional<State> told;
        boolean wait;
        do {
            told = scene.user().status(c.ends()).state();
            wait = told.filter(awaited::equals).isEmpty() && scene.now() < deadline;
            if (wait) {
                scene.pumpAll(Math.min(deadline, scene.bench().clock().in(POLL)));
            }
        } while (wait);
        return told;
    }

    /** What STATUS says now; empty if it cannot be had. */
    public Optional<State> statusNow(Conversation c) {
        if (!trustStatus) {
            return Optional.empty();
        }
        return scene.user().status(c.ends()).state();
    }

    /**
     * STATUS says {@code told} where {@code state} is demanded. Where the wire can tell the two apart, the wire wins.
     */
    private void contradiction(Conversation c, State state, State told) {
        String reason = "Expected the IUT in " + state + ", but STATUS says " + told + ".";
        if (!wireCanTell(c, state, told)) {
            throw Verdicts.fail(reason, scene.causePacket());
        }
        c.shadow().inState(state);
        if (!wireAgrees(c, state, told)) {
            throw Verdicts.fail(reason, scene.causePacket());
        }
        trustStatus = false;
        knownBy.add("probe");
    }

    private boolean wireAgrees(Conversation c, State state, State told) {
        Fence fence = new Fence(scene, judge, Habits.plain(65535, 0));
        try {
            boolean onlyAcknowledged = state.hasPeerFin() && !told.hasPeerFin();
            Fence.Answer answer = onlyAcknowledged ? fence.raiseBehindFin(c, state) : fence.raise(c, state);
            return answer == Fence.Answer.AS_DEMANDED;
        } catch (Stopped.Failure e) {
            // The background checker saw a wrong answer before the fence did, or the octet behind the FIN at the
            // user's.
            return false;
        }
    }

    /**
     * The numbers of an answer show which FINs were taken and sent; CLOSED, LISTEN and SYN-SENT have none. A FIN that
     * waits behind a closed window is on no wire: only STATUS knows of it.
     */
    private static boolean wireCanTell(Conversation c, State one, State other) {
        if (isBeforeSynchronized(one) || isBeforeSynchronized(other)) {
            return false;
        }
        boolean ownFinShows =
                hasOwnFin(one) != hasOwnFin(other) && c.shadow().fin().isPresent();
        return ownFinShows || one.hasPeerFin() != other.hasPeerFin();
    }

    private static boolean isBeforeSynchronized(State state) {
        return state == State.CLOSED || state == State.LISTEN || state == State.SYN_SENT;
    }

    private static boolean hasOwnFin(State state) {
        return switch (state) {
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> true;
            default -> false;
        };
    }

    /** The scenario is over: closes the last silence, and probes the last state if nothing else told it. */
    public void atTheEnd(Conversation c, Habits habits) {
        State state = c.shadow().state();
        if (state == State.SYN_SENT) {
            // The answer to this fence can overtake a SYN that leaves too early, so silence is waited for as well.
            judge.expectNothing(judge.quiet());
        }
        Fence fence = new Fence(scene, judge, habits);
        boolean probe = named.isPresent() && !trustStatus;
        Fence.Answer answer = probe ? fence.probe(c, state) : fence.raise(c, state);
        switch (answer) {
            case AS_DEMANDED -> {
                if (probe) {
                    knownBy.add("probe");
                }
            }
            case OTHER -> {
                if (fence.cameBefore()) {
                    throw Verdicts.unexpected(c, fence.wrong().orElseThrow(), "nothing more");
                }
                String seen = c.figures().show(fence.wrong().orElseThrow().segment(), true);
                String reason =
                        "At the end, in " + state + ", the IUT sent " + seen + ", which does not belong to that state.";
                if (named.isPresent()) {
                    throw Verdicts.fail(reason, fence.wrongPacket());
                }
                throw Verdicts.inconclusive(reason + " No step says what state it should be in.");
            }
            case NONE ->
                throw Verdicts.inconclusive(
                        "At the end, in " + state + ", the IUT did not answer a segment that it must answer.");
        }
    }
}
