package org.tcpspec.spi.hosted;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** The child's side: answers what the parent asks of the stack and of its one bench, until the parent is gone. */
final class ChildMain {

    private static final int PORTS = 8;
    private static final Map<String, Method> CALLS =
            Arrays.stream(User.class.getMethods()).collect(Collectors.toMap(Method::getName, Function.identity()));

    private final HostedStack stack;
    private final List<Observed> ahead = new ArrayList<>();
    private Optional<Bench> bench = Optional.empty();

    private ChildMain(HostedStack stack) {
        this.stack = stack;
    }

    /** @param args the parent's socket, the stack's class, and what its constructor takes */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        List<String> all = List.of(args);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(all.get(0))))) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
            Object stack = made(all.get(1), all.subList(2, all.size()));
            if (stack instanceof HostedStack usable) {
                new ChildMain(usable).serve(in, out);
            } else {
                // Told as the answer to whatever is asked first.
                in.readUTF();
                answer(out, false, stack, 0, List.of());
            }
        } catch (EOFException e) {
            // The parent has gone: nothing is left to do.
        }
    }

    /** The stack, or why it cannot be used. */
    private static Object made(String name, List<String> arguments) throws ReflectiveOperationException {
        try {
            return Class.forName(name).getConstructor(List.class).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LabException lab) {
                return lab.getMessage();
            }
            throw e;
        }
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            String what = in.readUTF();
            List<?> arguments = (List<?>) ValueCodec.read(in);
            Object result;
            boolean well = true;
            try {
                result = result(what, arguments);
            } catch (LabException e) {
                result = e.getMessage();
                well = false;
            }
            long now = bench.map(b -> b.clock().nanos()).orElse(0L);
            answer(out, well, result, now, seen(now));
        }
    }

    private static void answer(DataOutputStream out, boolean well, Object result, long now, List<Observed> seen)
            throws IOException {
        out.writeBoolean(well);
        ValueCodec.write(out, result);
        out.writeLong(now);
        ValueCodec.write(out, seen);
        out.flush();
    }

    /** All that is on record by now: told at once, it need not be asked for piece by piece. */
    private List<Observed> seen(long now) {
        if (bench.isPresent()) {
            for (Optional<Observed> one = current().next(now);
                    one.isPresent();
                    one = current().next(now)) {
                ahead.add(one.get());
            }
        }
        List<Observed> seen = List.copyOf(ahead);
        ahead.clear();
        return seen;
    }

    private Object result(String what, List<?> arguments) {
        switch (what) {
            case Question.ENVIRONMENT:
                return stack.environment();
            case Question.OPEN:
                return opened((Integer) arguments.get(0), (BenchRequest) arguments.get(1));
            case Question.INJECT:
                current().peer().inject((Bytes) arguments.get(0));
                return "";
            case Question.NEXT:
                current().next((Long) arguments.get(0)).ifPresent(ahead::add);
                return "";
            case Question.OTHER_PEER:
                return current().otherPeerAddress();
            case Question.CLOSE:
                current().close();
                bench = Optional.empty();
                return "";
            default:
                return called(what, arguments);
        }
    }

    private Bench current() {
        return bench.orElseThrow(() -> new LabException("the bench is closed"));
    }

    /** What the parent needs to know of a bench once and for all. */
    private List<Object> opened(int number, BenchRequest request) {
        Bench opened = stack.bench(number, request);
        bench = Optional.of(opened);
        return List.of(
                opened.iutAddress(),
                opened.peer().address(),
                opened.localNet(),
                IntStream.range(0, PORTS).mapToObj(opened::port).toList());
    }

    private Object called(String name, List<?> arguments) {
        try {
            return CALLS.get(name).invoke(current().user(), arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LabException lab) {
                throw lab;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("User is public", e);
        }
    }
}
