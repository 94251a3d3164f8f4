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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /**
     * A step's phrase.
     *
     * @param arguments what its parameters mean
     * @param texts how they read
     */
    public record Match(Entry entry, List<Object> arguments, List<String> texts) {
        public Match {
            arguments = List.copyOf(arguments);
            texts = List.copyOf(texts);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
    private final Map<String, String> parameterTypes = new TreeMap<>();

    /** The kit's own phrases, read when they are first asked for. */
    private static final class OfTheKit {
        private static final Phrasebook BOOK = new Phrasebook();
    }

    /** The kit's own phrases. */
    public static Phrasebook ofTheKit() {
        return OfTheKit.BOOK;
    }

    /** The kit's own phrases. */
    public Phrasebook() {
        this(List.of());
    }

    /**
     * The kit's own phrases, and those of a user.
     *
     * @param own classes with step definitions and parameter types, as {@link OwnWords} finds them
     * @throws IllegalArgumentException if a phrase of theirs cannot be read
     */
    public Phrasebook(List<Class<?>> own) {
        Parameters parameters = new Parameters();
        for (Method method : Parameters.class.getDeclaredMethods()) {
            Parameters.regexp(method).ifPresent(r -> define(parameterType(parameters, method, r), r));
        }
        own.forEach(this::ownParameterTypes);
        ExpressionFactory expressions = new ExpressionFactory(registry);
        WORDS.forEach(words -> define(words, expressions));
        own.forEach(words -> define(words, expressions));
        entries.sort(Comparator.comparing(Entry::keyword).thenComparing(Entry::phrase));
    }

    private void define(ParameterType<Object> type, String regexp) {
        registry.defineParameterType(type);
        parameterTypes.put(type.getName(), regexp);
    }

    private void define(Class<?> words, ExpressionFactory expressions) {
        for (Method method : words.getDeclaredMethods()) {
            phrases(method)
                    .forEach(p -> entries.add(new Entry(keyword(p), text(p), expression(p, expressions), method)));
        }
    }

    private static Expression expression(Annotation phrase, ExpressionFactory expressions) {
        try {
            return expressions.createExpression(text(phrase));
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage())
                    .strip()
                    .lines()
                    .reduce((a, b) -> b)
                    .orElse("");
            throw new IllegalArgumentException("the phrase \"" + text(phrase) + "\" cannot be read: " + why, e);
        }
    }

    /** For a plan it is enough to know what they look like. */
    private void ownParameterTypes(Class<?> words) {
        for (Method method : words.getDeclaredMethods()) {
            io.cucumber.java.ParameterType type = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (type != null) {
                String name = type.name().isEmpty() ? method.getName() : type.name();
                CaptureGroupTransformer<Object> asText = groups -> groups[0];
                define(
                        new ParameterType<>(name, List.of(type.value()), Object.class, asText, false, false),
                        type.value());
            }
        }
    }

    /** The parameter types that are not Cucumber's own, by name: the regular expression of what they look like. */
    public Map<String, String> parameterTypes() {
        return Collections.unmodifiableMap(parameterTypes);
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

    static Stream<Annotation> phrases(Method method) {
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
                        entry,
                        arguments.stream().<Object>map(Phrasebook::value).toList(),
                        arguments.stream().map(Phrasebook::text).toList()));
            }
        }
        return matches;
    }

    private static String text(Argument<?> argument) {
        return Optional.ofNullable(argument.getGroup().getValue()).orElse("");
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

    /** The same, or but for a slip of the finger: one letter wrong, left out or too many, or two swapped. */
    private static boolean alike(String word, String other) {
        if (word.equals(other)) {
            return true;
        }
        int shorter = Math.min(word.length(), other.length());
        int head = 0;
        while (head < shorter && word.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && word.charAt(word.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        String left = word.substring(head, word.length() - tail);
        String right = other.substring(head, other.length() - tail);
        boolean swapped = left.length() == 2
                && new StringBuilder(left).reverse().toString().equals(right);
        return shorter > 2 && (swapped || Math.max(left.length(), right.length()) == 1);
    }

    /** Each of the phrase's own words that the step has in the same order counts for it, each other one against it. */
    private static int likeness(List<String> own, List<String> step) {
        int[] shared = new int[step.size() + 1];
        for (String word : own) {
            int diagonal = 0;
            for (int j = 1; j <= step.size(); j++) {
                int above = shared[j];
                shared[j] = alike(word, step.get(j - 1)) ? diagonal + 1 : Math.max(shared[j], shared[j - 1]);
                diagonal = above;
            }
        }
        return 2 * shared[step.size()] - own.size();
    }
}
