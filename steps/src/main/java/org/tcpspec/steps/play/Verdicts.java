package org.tcpspec.steps.play;

import java.util.OptionalLong;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Violation;

/** Makes the verdicts that stop a scenario. */
public final class Verdicts {

    private Verdicts() {}

    static Verdict violation(Violation v, OptionalLong packet) {
        return new Verdict(Grade.FAIL, v.requirement(), v.clause(), v.sentence(), packet);
    }

    /** A fail of the demand that the scenario is about; its requirement and clause are filled in from the plan. */
    public static Stopped.Failure fail(String reason, OptionalLong packet) {
        return new Stopped.Failure(new Verdict(Grade.FAIL, "", "", reason, packet), false);
    }

    /** The IUT sent {@code arrival} where {@code demanded} was due. */
    static Stopped.Failure unexpected(Conversation c, Arrival arrival, String demanded) {
        return fail(
                "Expected " + demanded + ", but the IUT sent " + c.figures().show(arrival.segment(), true) + ".",
                OptionalLong.of(arrival.frame().number()));
    }

    /** Nothing can be said of the IUT, because of {@code reason}. */
    public static Stopped.Inconclusive inconclusive(String reason) {
        return new Stopped.Inconclusive(Verdict.of(Grade.INCONCLUSIVE, reason));
    }
}
