package org.tcpspec.steps.cover;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/** A user every call of which is noted with its arguments, whatever the adapter's words for it. */
public final class CallLog {

    private CallLog() {}

    /**
     * The same user, whose calls go to {@code log} too. Calls that are no event and change nothing that decides one are
     * left out, and so are those that the user does not have.
     *
     * @param clock nanoseconds of the bench's clock
     */
    public static User of(User user, LongSupplier clock, Consumer<Happening.Called> log) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            long before = clock.getAsLong();
            Object result = invoke(user, method, arguments);
            if (result instanceof Outcome outcome) {
                verb(method).flatMap(v -> called(before, v, arguments, outcome)).ifPresent(log);
            }
            return result;
        };
        return (User) Proxy.newProxyInstance(User.class.getClassLoader(), new Class<?>[] {User.class}, handler);
    }

    private static Object invoke(User user, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(user, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** {@code closeBothWays} is {@code CLOSE_BOTH_WAYS}. */
    private static Optional<Happening.Verb> verb(Method method) {
        String name = method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Arrays.stream(Happening.Verb.values())
                .filter(v -> v.name().equals(name))
                .findFirst();
    }

    private static Optional<Happening.Called> called(
            long before, Happening.Verb verb, Object[] arguments, Outcome outcome) {
        if (outcome.refusal().filter(Refusal.NOT_OFFERED::equals).isPresent()) {
            return Optional.empty();
        }
        boolean names = verb == Happening.Verb.OPEN_PASSIVE || verb == Happening.Verb.OPEN_ACTIVE;
        Optional<Endpoint> first = find(arguments, Endpoint.class, 0);
        return Optional.of(new Happening.Called(
                before,
                verb,
                find(arguments, ListenerId.class, 0),
                find(arguments, ConnectionId.class, 0),
                find(arguments, FourTuple.class, 0),
                names ? first : Optional.empty(),
                names ? find(arguments, Endpoint.class, 1) : first,
                find(arguments, Bytes.class, 0)
                        .map(Bytes::length)
                        .orElse(find(arguments, Integer.class, 0).orElse(0)),
                find(arguments, OpenOptions.class, 0),
                outcome));
    }

    private static <T> Optional<T> find(Object[] arguments, Class<T> type, int index) {
        return Arrays.stream(arguments)
                .filter(type::isInstance)
                .map(type::cast)
                .skip(index)
                .findFirst();
    }
}
