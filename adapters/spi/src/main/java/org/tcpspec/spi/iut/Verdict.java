package org.tcpspec.spi.iut;

import java.util.OptionalLong;

/**
 * What is said of one scenario. A value: exceptions only stop a scenario, they do not judge it.
 *
 * @param requirement the id of the requirement that a fail breaks, or empty
 * @param clause where the demand stands, such as {@code RFC 9293 3.10.7.4}, or empty
 * @param reason one or two sentences; empty for a pass
 * @param packet the number of the deciding packet
 */
public record Verdict(Grade grade, String requirement, String clause, String reason, OptionalLong packet) {

    public static final Verdict PASS = new Verdict(Grade.PASS, "", "", "", OptionalLong.empty());

    /** What the reason of a fail begins with if the IUT died of the deciding packet. */
    public static final String DIED = "The IUT died: ";

    /** What the reason begins with if the IUT died and it cannot be told of which of several scenarios. */
    public static final String DIED_IN_COMPANY =
            "The IUT died while several scenarios were played against it, and which of them it died of is not known: ";

    public static Verdict of(Grade grade, String reason) {
        return new Verdict(grade, "", "", reason, OptionalLong.empty());
    }

    /** The IUT died, of this scenario or of another that was played beside it. */
    public boolean tellsOfDeath() {
        return reason.startsWith(DIED) || reason.startsWith(DIED_IN_COMPANY);
    }

    /** The worse of the two; a fail is not unmade by an error that comes after it. */
    public Verdict worse(Verdict later) {
        if (grade == Grade.FAIL && later.grade == Grade.ERROR) {
            return this;
        }
        return later.grade.compareTo(grade) > 0 ? later : this;
    }
}
