package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tcpspec.reports.probe.Answer.Unknown;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.play.Stopped;

/** Asks an IUT everything that a description can say of it. */
public final class Probing {
    /** Longer than TIME-WAIT of those stacks that wait a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(66);

    private static final Duration MUCH_PATIENCE = Duration.ofHours(1);
    private static final Duration VIRTUAL_PATIENCE = Duration.ofHours(4);

    private final Means means;
    private final Listener listener;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    /** Is told as questions are answered; from many threads, one call at a time. */
    public interface Listener {
        void answered(String title, int nth, int of);
    }

    /**
     * What came of it.
     *
     * @param answers in the order of the questions
     * @param findings claims that the wire contradicts; in real time twice
     * @param troubles what the kit or the lab could not do
     */
    public record Result(List<Answer> answers, List<Finding> findings, List<String> troubles) {
        public Result {
            answers = List.copyOf(answers);
            findings = List.copyOf(findings);
            troubles = List.copyOf(troubles);
        }
    }

    private record Asked(Question question, List<Answer> answers) {}

    /** @param patient in real time waits up to an hour for what takes long */
    public Probing(
            Iut iut,
            Statement claims,
            IpVersion ip,
            long seed,
            boolean virtualTime,
            boolean patient,
            Listener listener) {
        Duration horizon = virtualTime ? VIRTUAL_PATIENCE : patient ? MUCH_PATIENCE : PATIENCE;
        this.means = new Means(iut, claims, ip, seed, horizon, virtualTime);
        this.listener = listener;
    }

    static List<Question> questions() {
        return Stream.of(
                        List.of(TimeWaitLength.question()),
                        Timeouts.questions(),
                        Offers.questions(),
                        Challenges.questions(),
                        TimeWaits.questions(),
                        Small.questions())
                .flatMap(List::stream)
                .toList();
    }

    /** How long it takes at most, if no claim has to be asked for again; empty where time costs nothing. */
    public Optional<Duration> atMost() {
        return means.virtualTime()
                ? Optional.empty()
                : Optional.of(means.horizon().plus(Duration.ofSeconds(5)));
    }

    /** True if one question waits for the other, because the IUT bears no more at once. */
    public boolean oneByOne() {
        return atOnce() == 1;
    }

    private int atOnce() {
        Ixit ixit = means.claims().ixit();
        if (ixit.connections() > 0 || ixit.parallel() == 1) {
            return 1;
        }
        int most = means.virtualTime()
                ? Runtime.getRuntime().availableProcessors()
                : questions().size();
        return ixit.parallel() == 0 ? most : Math.min(most, ixit.parallel());
    }

    /** Asks. */
    public Result ask() {
        List<Question> questions = questions();
        ExecutorService pool = Executors.newFixedThreadPool(atOnce(), task -> {
            Thread thread = new Thread(task, "tcpspec-probe");
            thread.setDaemon(true);
            return thread;
        });
        int[] ended = {0};
        List<CompletableFuture<Asked>> asked = questions.stream()
                .map(question -> CompletableFuture.supplyAsync(
                        () -> {
                            Asked one = twiceIfNeeded(question);
                            synchronized (listener) {
                                listener.answered(question.title(), ++ended[0], questions.size());
                            }
                            return one;
                        },
                        pool))
                .toList();
        try {
            List<Answer> answers = asked.stream()
                    .map(CompletableFuture::join)
                    .flatMap(one -> one.answers().stream())
                    .collect(Collectors.toCollection(ArrayList::new));
            answers.addAll(Challenges.whole(answers));
            return new Result(answers, findings, troubles);
        } finally {
            pool.shutdown();
        }
    }

    /** In real time no single observation accuses: what contradicts a claim must be seen once more. */
    private Asked twiceIfNeeded(Question question) {
        Asked first = ask(question);
        Set<String> accused = accused(first);
        if (accused.isEmpty()) {
            return first;
        }
        Asked judged = means.virtualTime() ? first : confirmed(first, accused);
        synchronized (findings) {
            judged.answers()
                    .forEach(answer -> Finding.of(means.claims(), answer).ifPresent(findings::add));
        }
        return judged;
    }

    private Set<String> accused(Asked asked) {
        return asked.answers().stream()
                .filter(answer -> Finding.of(means.claims(), answer).isPresent())
                .map(Answer::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Asked confirmed(Asked first, Set<String> accused) {
        Asked second = ask(first.question());
        Set<String> again = accused(second);
        List<Answer> answers = first.answers().stream()
                .map(answer -> accused.contains(answer.key()) && !again.contains(answer.key())
                        ? new Unknown(answer.key(), answer.seen() + "; but not when asked once more")
                        : answer)
                .toList();
        return new Asked(first.question(), answers);
    }

    private Asked ask(Question question) {
        List<String> missing = question.needs().stream()
                .filter(need -> !means.claims().can(need))
                .map(Capability::toString)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return unknown(question, "it needs " + String.join(" and ", missing));
        }
        try {
            List<Answer> answers = new ArrayList<>(question.asking().of(means));
            question.keys().stream()
                    .filter(key -> answers.stream().noneMatch(a -> a.key().equals(key)))
                    .forEach(key -> answers.add(new Unknown(key, "the exchange did not come that far")));
            return new Asked(question, answers);
        } catch (Stopped.Failure stopped) {
            return unknown(question, words(stopped));
        } catch (Stopped.Inconclusive stopped) {
            return unknown(question, words(stopped));
        } catch (IutGoneException gone) {
            synchronized (findings) {
                findings.add(
                        new Finding(question.title(), "", "", "The IUT died of it: " + gone.getMessage(), List.of()));
            }
            return unknown(question, "the IUT died: " + gone.getMessage());
        } catch (LabException broken) {
            synchronized (troubles) {
                troubles.add(question.title() + ": " + broken.getMessage());
            }
            return unknown(question, broken.getMessage());
        }
    }

    private static String words(Stopped stopped) {
        return stopped.verdict().reason().replaceAll("\\.$", "");
    }

    private static Asked unknown(Question question, String why) {
        return new Asked(
                question,
                question.keys().stream()
                        .map(key -> (Answer) new Unknown(key, why))
                        .toList());
    }
}
