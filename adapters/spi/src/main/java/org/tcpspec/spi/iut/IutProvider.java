package org.tcpspec.spi.iut;

import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an implementation under test is found: one provider for each name that {@code --iut} takes, announced in
 * {@code META-INF/services/org.tcpspec.spi.iut.IutProvider}.
 *
 * <p><b>To bring your own stack</b>, write an {@link Iut} and a {@link Bench}, pass {@code IutContract} (this project's
 * test-jar), and describe the stack in a statement. {@code docs/adapters.md} walks through the smallest one.
 *
 * <p><b>Which shape.</b> A stack that runs in this process, or in one that it controls wholly, is an adapter of its own:
 * it implements {@link Bench} and is peer and user at once. A stack that is reached over an interface is joined from
 * two halves that do not know each other, a {@link PeerProvider} below and a {@link UserProvider} above; if yours can
 * run an agent that speaks protocol 1, you need no Java at all.
 *
 * <p><b>What you decide:</b>
 *
 * <ul>
 *   <li><i>Time.</i> If your stack's clock can be driven, say {@link Clock#isVirtual} and let {@link Bench#next} run
 *       the timers, one by one, in order: two hours of keep-alive then cost microseconds. Let no time pass anywhere
 *       else, but for the little that tells a cause from its effect. Else the clock is real; then {@link Bench#next}
 *       waits, packets carry the capture's times, and {@link Clock#nanos} is the same clock as theirs.
 *   <li><i>The wire.</i> The bench's packets are IP packets without a link layer, in both directions, in the order and
 *       with the times of one capture, numbered from 1 without a gap. The peer's own packets are told back too, wrong
 *       ones as they are. Nothing is merged, split, dropped or mended on the way: switch segmentation and checksum
 *       offload off, and let no other host or kernel answer for the peer's address. If the capture can lose packets,
 *       count them ({@link Bench#lost}): a fail that rests on silence is taken back if it did.
 *   <li><i>The user.</i> Map the calls of {@link User} to your API. None blocks, and none reports later what it can
 *       report at once. Each is told by the bench as an {@link Observed.Call} with its times. Mind the three ways to end a connection. What your API does not have, leave out of the
 *       statement's capabilities and refuse with {@link Refusal#NOT_OFFERED}; never imitate it by something near.
 *   <li><i>The state.</i> STATUS must tell the TCB's own state, also after the user let go of its handle. If your
 *       stack does not show it, leave {@link Capability#STATUS} out: states are then probed or inferred, which is
 *       better than being told wrong ones.
 *   <li><i>Isolation.</i> Two benches never see each other: another peer address, other ports, and nothing given out
 *       again during the run, so that TIME-WAIT of one scenario cannot spoil the next. Where a setting is asked for
 *       ({@link BenchRequest#settings}), another instance. Where there can be only one instance, say so by
 *       {@link Ixit#parallel} 1.
 *   <li><i>The end.</i> {@link Bench#close} returns the stack to idle; the kit has tried to end the scenario's
 *       connections before, and may have failed to.
 *   <li><i>Death.</i> If the stack dies, asserts or answers no more, throw {@link IutGoneException}: that is a finding
 *       about the stack. If the lab fails, throw {@link LabException} with the command that mends it: that is an error
 *       of the kit. The next {@link Iut#bench} then works on a fresh instance.
 *   <li><i>Chance.</i> Draw everything random from the seeds in {@link IutRequest} and {@link BenchRequest}, so that a
 *       run can be played again.
 *   <li><i>The statement.</i> Ship a YAML file with ICS and IXIT as a resource. Claim what the stack says of itself in
 *       its documentation, deny what it says it has not, and be silent on the rest.
 * </ul>
 *
 * <p><b>Threads.</b> One thread uses a bench; many use an {@link Iut} at once unless {@link Ixit#parallel} is 1.
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
     * About what playing a scenario costs a processor of 2020 or so, waits left aside: measured over the whole suite. A
     * plan tells from it how long a run takes.
     */
    default Duration work() {
        return Duration.ofMillis(virtualTime() ? 5 : 15);
    }

    /** What its statement claims if it lists no capabilities; empty if it must list them. */
    default Set<Capability> unlistedCapabilities() {
        return Set.of();
    }

    /**
     * The options, by their names in an ICS, that this IUT has or has not as the statement of its {@link IutRequest}
     * says. Empty for a stack that is what it is.
     */
    default Set<String> choosableOptions() {
        return Set.of();
    }

    /**
     * What a maintainer's own build of this stack claims. Empty for an IUT that is no library.
     *
     * @param library the file that {@link IutRequest#library} will name
     * @param shipped what {@link #statement} says
     * @throws LabException if what must stand beside the library is missing or cannot be used
     */
    default Optional<Statement> claimsOf(Path library, Statement shipped) {
        return Optional.empty();
    }

    /**
     * The mistakes that can be built into this IUT ({@link IutRequest#seeding}), in the order in which people should
     * read them. Empty for a real stack, which brings its own.
     */
    default List<Fault> faults() {
        return List.of();
    }

    /** What it needs of the machine, each tried without leaving a trace. Empty if it runs wherever Java does. */
    default List<Checkup> checkups() {
        return missing()
                .map(what -> List.of(new Checkup("machine", false, what)))
                .orElse(List.of());
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
     * What is missing on this machine before the IUT can be opened, with the command that mends it; empty if nothing is
     * known to be. Changes nothing.
     */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /**
     * Starts the IUT.
     *
     * @throws LabException if something is missing, with the command that mends it
     */
    Iut open(IutRequest request);
}
