package org.tcpspec.steps.words;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.steps.play.Verdicts;
import org.tcpspec.steps.words.plan.Phrasebook;

/**
 * The kit, for step definitions that are not its own ({@code --glue}): a class that has it in its constructor is given
 * the one of its scenario.
 *
 * <p>A step of one's own is made of the kit's phrases, and of what crossed the IUT's boundary. An {@link AssertionError}
 * in a Then is a fail of the scenario's requirement; before the first Then it makes the scenario inconclusive, and so does
 * what {@link #inconclusive} returns; anything else that is thrown is an error.
 */
public final class Kit {

    private final World world;
    private final Map<Class<?>, Words> words;

    /** @param words the step definitions of the scenario */
    public Kit(World world, Words[] words) {
        this.world = world;
        world.hasOwnWords();
        this.words = Arrays.stream(words).collect(Collectors.toMap(Words::getClass, Function.identity()));
    }

    /**
     * Plays a step in the kit's words, without its keyword: {@code the peer sends FIN,ACK}.
     *
     * @throws IllegalArgumentException if no phrase of the kit reads so
     */
    public void play(String step) {
        List<Phrasebook.Match> matches = Phrasebook.ofTheKit().matches(step);
        if (matches.size() != 1) {
            String mend = Phrasebook.ofTheKit().nearest(step).orElse("");
            throw new IllegalArgumentException("no step of the kit reads \"" + step + "\"; did you mean \"" + mend
                    + "\"? See: tcpspec steps --search WORDS");
        }
        Phrasebook.Match match = matches.get(0);
        try {
            Words definer = words.get(match.entry().method().getDeclaringClass());
            match.entry().method().invoke(definer, match.arguments().toArray());
        } catch (InvocationTargetException e) {
            throw thrown(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a step definition of the kit is not public", e);
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    /** All that has crossed the IUT's boundary, in order. */
    public List<Observed> record() {
        return world.scene().record();
    }

    /**
     * The IUT is wrong.
     *
     * @param reason one sentence: what it did, and what it should have done
     * @param packet the number of the deciding packet
     * @return to be thrown by a Then
     */
    public AssertionError fail(String reason, OptionalLong packet) {
        return Verdicts.fail(reason, packet);
    }

    /** Nothing can be said of the IUT, because of {@code reason}; to be thrown. */
    public RuntimeException inconclusive(String reason) {
        return Verdicts.inconclusive(reason);
    }
}
