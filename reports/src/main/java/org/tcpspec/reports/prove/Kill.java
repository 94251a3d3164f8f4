package org.tcpspec.reports.prove;

/**
 * A scenario that failed on a fault.
 *
 * @param scenario its id
 * @param ground where it was played
 * @param requirement what the verdict names; empty if it names only a clause
 */
public record Kill(String scenario, String ground, String requirement, String clause, String reason, Blame blame) {

    /** What the verdict blames: a requirement, else a clause. */
    public String blamed() {
        return requirement.isEmpty() ? clause : requirement;
    }
}
