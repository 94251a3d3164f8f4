package org.tcpspec.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Loses some of what goes through it, and lets some be overtaken by the next that goes. */
final class LossyLink<T> {

    private final Random random;
    private final double loss;
    private final double reordering;
    private final Consumer<T> out;
    private Optional<T> held = Optional.empty();
    private int lost;
    private int overtaken;

    /**
     * @param loss which part is lost, 0 to 1
     * @param reordering which part is held until the next one has gone, 0 to 1
     */
    LossyLink(long seed, double loss, double reordering, Consumer<T> out) {
        this.random = new Random(seed);
        this.loss = loss;
        this.reordering = reordering;
        this.out = out;
    }

    void pass(T packet) {
        if (random.nextDouble() < loss) {
            lost++;
            return;
        }
        if (held.isEmpty() && random.nextDouble() < reordering) {
            held = Optional.of(packet);
            return;
        }
        List<T> going = new ArrayList<>(List.of(packet));
        held.ifPresent(going::add);
        overtaken += held.isPresent() ? 1 : 0;
        held = Optional.empty();
        going.forEach(out);
    }

    /** Nothing comes that could overtake what is held. */
    void idle() {
        held.ifPresent(out);
        held = Optional.empty();
    }

    int lost() {
        return lost;
    }

    int overtaken() {
        return overtaken;
    }
}
