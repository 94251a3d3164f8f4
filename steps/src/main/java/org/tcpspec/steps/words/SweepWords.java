package org.tcpspec.steps.words;

import io.cucumber.java.en.Then;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.play.Sweep;

/** The sentence about every segment that a peer can send. */
public final class SweepWords {

    private final World world;

    public SweepWords(World world) {
        this.world = world;
    }

    /** Every kind of segment with every class of SEQ and ACK, each on a connection of its own in the same state. */
    @Needs(rtos = 1)
    @Then("whatever SEQ and ACK the peer uses, the IUT answers as 3.10.7.{int} says")
    public void theIutAnswersAsTheClauseSays(int subsection) {
        world.then(() -> {
            State state = world.main().shadow().state();
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
