package org.tcpspec.steps.words;

import io.cucumber.java.en.Then;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.play.Stopped;
import org.tcpspec.steps.play.Sweep;

/** The sentence about every segment that a peer can send. */
public final class SweepWords implements Words {

    private final World world;

    public SweepWords(World world) {
        this.world = world;
    }

    private static void checkClause(int subsection, State state) {
        int due = switch (state) {
            case CLOSED -> 1;
            case LISTEN -> 2;
            case SYN_SENT -> 3;
            default -> 4;
        };
        if (subsection != due) {
            throw new Stopped.Inconclusive(Verdict.of(
                    Grade.ERROR,
                    "In " + state + " a segment is processed by 3.10.7." + due + ", not by 3.10.7." + subsection
                            + "."));
        }
    }

    /** Every kind of segment with every class of SEQ and ACK, each on a connection of its own in the same state. */
    @Needs(rtos = 1)
    @Then("whatever SEQ and ACK the peer uses, the IUT answers as 3.10.7.{int} says")
    public void theIutAnswersAsTheClauseSays(int subsection) {
        world.then(() -> {
            State state = world.main().shadow().state();
            checkClause(subsection, state);
            Sweep sweep = new Sweep(
                    world.scene(),
                    world.judge(),
                    world.paths(),
                    world.states(),
                    world.wishes(),
                    state,
                    world.setup().opening());
            try {
                sweep.play();
            } finally {
                sweep.misses()
                        .forEach((difference, rows) ->
                                world.finding().addNote(difference + " " + String.join("; ", rows) + "."));
            }
        });
    }
}
