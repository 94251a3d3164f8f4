package org.tcpspec.spi.iut;

import java.net.URL;
import java.util.List;

/**
 * How an implementation under test is found: one provider for each name that {@code --iut} takes, announced in
 * {@code META-INF/services/org.tcpspec.spi.iut.IutProvider}.
 *
 * <p><b>To bring your own stack</b>, write an {@link Iut} and a {@link Bench} and pass {@code IutContract} (this
 * project's test-jar). What you decide:
 *
 * <ul>
 *   <li><i>Time.</i> If your stack's clock can be driven, say {@link Clock#isVirtual} and let {@link Bench#next} run
 *       the timers: two hours of keep-alive then cost microseconds. Else the clock is real.
 *   <li><i>The wire.</i> The bench's packets are IP packets without a link layer, in both directions, in the order and
 *       with the times of one capture. The peer's own packets are told back too.
 *   <li><i>The user.</i> Map the calls of {@link User} to your API. What it does not have, leave out of the
 *       statement's capabilities.
 *   <li><i>Isolation.</i> Two benches must never see each other: other peer address, other ports; where a setting is
 *       asked for, another instance.
 *   <li><i>The statement.</i> Ship a YAML file with ICS and IXIT as a resource; its form is described in
 *       {@code docs/iut.md}.
 * </ul>
 */
public interface IutProvider {

    /** The word after {@code --iut}. */
    String name();

    /** One line for people. */
    String description();

    /** The YAML resource that holds ICS and IXIT. */
    URL statement();

    /** The YAML resource that lists deviations; an empty list of them is a file too. */
    URL deviations();

    /**
     * True if every bench of this IUT has virtual time ({@link Clock#isVirtual}). Known before the IUT is opened, since
     * it decides which scenarios are worth their wait and how many are played at once.
     */
    default boolean virtualTime() {
        return false;
    }

    /**
     * Called before anything else, in the process that is to play the scenarios. A provider whose lab needs a process
     * of another kind (a network namespace) replaces this process by one that runs {@code command}, and does not
     * return. Returns if the process is already as it should be, or need not be anything special.
     *
     * @param command the command line that started this process
     * @throws LabException if the machine forbids it, with the command that mends it
     */
    default void enter(List<String> command) {}

    /**
     * Starts the IUT.
     *
     * @throws LabException if something is missing, with the command that mends it
     */
    Iut open(IutRequest request);
}
