package org.tcpspec.steps.words.plan;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.And;
import io.cucumber.java.en.But;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tcpspec.steps.words.AddressWords;
import org.tcpspec.steps.words.CallWords;
import org.tcpspec.steps.words.EcnWords;
import org.tcpspec.steps.words.FlightWords;
import org.tcpspec.steps.words.IcmpWords;
import org.tcpspec.steps.words.InitialNumberWords;
import org.tcpspec.steps.words.IpWords;
import org.tcpspec.steps.words.KeepAliveWords;
import org.tcpspec.steps.words.LoopbackWords;
import org.tcpspec.steps.words.Needs;
import org.tcpspec.steps.words.Parameters;
import org.tcpspec.steps.words.PeerWords;
import org.tcpspec.steps.words.PortWords;
import org.tcpspec.steps.words.ScalingWords;
import org.tcpspec.steps.words.SecondPeerWords;
import org.tcpspec.steps.words.SegmentWords;
import org.tcpspec.steps.words.StateWords;
import org.tcpspec.steps.words.SweepWords;
import org.tcpspec.steps.words.TimeWords;
import org.tcpspec.steps.words.TimerWords;
import org.tcpspec.steps.words.TimestampWords;
import org.tcpspec.steps.words.UrgentWords;
import org.tcpspec.steps.words.UserWords;
import org.tcpspec.steps.words.WindowWords;

/** Every phrase that a scenario may use, and the step definition behind it. */
public final class Phrasebook {

    private static final List<Class<?>> WORDS = List.of(
            StateWords.class,
            SegmentWords.class,
            PeerWords.class,
            FlightWords.class,
            EcnWords.class,
            KeepAliveWords.class,
            SecondPeerWords.class,
            TimerWords.class,
            CallWords.class,
            PortWords.class,
            LoopbackWords.class,
            UserWords.class,
            UrgentWords.class,
            TimeWords.class,
            TimestampWords.class,
            ScalingWords.class,
            SweepWords.class,
            WindowWords.class,
            IcmpWords.class,
            AddressWords.class,
            IpWords.class,
            InitialNumberWords.class);

    /**
     * One phrase.
     *
     * @param keyword Given, When or Then: what it is meant for
     */
    public record Entry(String keyword, String phrase, Expression expression, Method method) {

        public Optional<Needs> needs() {
            return Optional.ofNullable(method.getAnnotation(Needs.class));
        }
    }

    /** A step's phrase, and what its parameters mean. */
    public record Match(Entry entry, List<Object> arguments) {
        public Match {
            arguments = List.copyOf(arguments);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    public Phrasebook() {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        Parameters parameters = new Parameters();
        for (Method method : Parameters.class.getDeclaredMethods()) {
            Parameters.regexp(method)
                    .ifPresent(r -> registry.defineParameterType(parameterType(parameters, method, r)));
        }
        ExpressionFactory expressions = new ExpressionFactory(registry);
        for (Class<?> words : WORDS) {
            for (Method method : words.getDeclaredMethods()) {
                phrases(method)
                        .forEach(p -> entries.add(
                                new Entry(keyword(p), text(p), expressions.createExpression(text(p)), method)));
            }
        }
        entries.sort(Comparator.comparing(Entry::keyword).thenComparing(Entry::phrase));
    }

    private static ParameterType<Object> parameterType(Parameters parameters, Method method, String regexp) {
        CaptureGroupTransformer<Object> transformer = args -> {
            Object[] given = method.getParameterCount() == args.length ? args : new Object[] {args[0]};
            try {
                return method.invoke(parameters, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return new ParameterType<>(
                method.getName(), List.of(regexp), method.getGenericReturnType(), transformer, false, false);
    }

    private static Stream<Annotation> phrases(Method method) {
        return Stream.of(Given.class, When.class, Then.class, And.class, But.class)
                .flatMap(a -> Arrays.stream(method.getAnnotationsByType(a)));
    }

    private static String keyword(Annotation phrase) {
        return phrase.annotationType().getSimpleName();
    }

    private static String text(Annotation phrase) {
        if (phrase instanceof Given given) {
            return given.value();
        } else if (phrase instanceof When when) {
            return when.value();
        } else if (phrase instanceof Then then) {
            return then.value();
        } else if (phrase instanceof And and) {
            return and.value();
        }
        return ((But) phrase).value();
    }

    /** All phrases, by keyword and then by alphabet. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * The phrases that {@code step} reads as: one if all is well.
     *
     * @throws IllegalArgumentException if a parameter does not mean anything
     */
    public List<Match> matches(String step) {
        List<Match> matches = new ArrayList<>();
        for (Entry entry : entries) {
            List<Argument<?>> arguments =
                    entry.expression().match(step, entry.method().getGenericParameterTypes());
            if (arguments != null) {
                matches.add(new Match(
                        entry, arguments.stream().<Object>map(Phrasebook::value).toList()));
            }
        }
        return matches;
    }

    private static Object value(Argument<?> argument) {
        try {
            return argument.getValue();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalArgumentException(cause.getMessage(), e);
        }
    }

    /** The phrase nearest to {@code step}, for "did you mean": the one that shares most of its own words with it. */
    public Optional<String> nearest(String step) {
        List<String> words = List.of(step.split("\\s+"));
        return entries.stream().map(Entry::phrase).max(Comparator.comparingInt(p -> likeness(literals(p), words)));
    }

    private static List<String> literals(String phrase) {
        return Stream.of(phrase.split("\\s+")).filter(w -> !w.contains("{")).toList();
    }

    /** Each of the phrase's own words that the step has in the same order counts for it, each other one against it. */
    private static int likeness(List<String> own, List<String> step) {
        int[] shared = new int[step.size() + 1];
        for (String word : own) {
            int diagonal = 0;
            for (int j = 1; j <= step.size(); j++) {
                int above = shared[j];
                shared[j] = word.equals(step.get(j - 1)) ? diagonal + 1 : Math.max(shared[j], shared[j - 1]);
                diagonal = above;
            }
        }
        return 2 * shared[step.size()] - own.size();
    }
}
