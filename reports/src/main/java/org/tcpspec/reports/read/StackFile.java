package org.tcpspec.reports.read;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.StackDescription.Driver;
import org.tcpspec.spi.iut.StackDescription.Link;
import org.tcpspec.spi.iut.StackDescription.Ready;
import org.tcpspec.spi.iut.StackDescription.Reset;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.iut.StackDescription.StreamAgent;
import org.tcpspec.spi.iut.StackDescription.TcpAgent;
import org.tcpspec.spi.wire.Net;

/**
 * A user's own YAML file that describes a stack on the network: its part {@code stack}, beside the statement that
 * {@link StatementReader} reads. {@code docs/your-own-stack.md} tells the form.
 *
 * @param url the file, for the statement
 * @param deviations the file that it names, or an empty list
 */
public record StackFile(URL url, URL deviations, StackDescription description) {
    private static final List<String> KEYS = List.of(
            "interface",
            "tap",
            "address",
            "gateway",
            "peers",
            "start",
            "ready",
            "reset",
            "agent",
            "services",
            "deviations");

    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** What Linux bears as the name of an interface. */
    private static final String INTERFACE = "[A-Za-z0-9][A-Za-z0-9_.@-]{0,14}";

    /** True if {@code name} is meant as a file rather than as the name of an adapter. */
    public static boolean isMeant(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
    }

    /**
     * Reads {@code file}.
     *
     * @throws BrokenInputException if it cannot be used as it is
     */
    public static StackFile read(Path file, boolean allowPublicTarget) {
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException("--iut " + file
                    + (Files.isDirectory(file)
                            ? " is a folder; name the file of a stack in it."
                            : ": there is no such file."));
        }
        URL url = url(file);
        Yaml yaml = Yaml.read(url);
        Mapping root = yaml.mapping(yaml.root(), "The description of a stack");
        if (!root.entries().containsKey("stack")) {
            throw yaml.wrong(root, "'stack' is missing: how the stack is reached; see docs/your-own-stack.md.");
        }
        Mapping stack = yaml.mapping(root.entries().get("stack"), "'stack'");
        yaml.onlyKeys(stack, "'stack'", KEYS);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return new StackFile(
                url,
                deviations(yaml, stack, folder),
                new Reading(yaml, stack, folder, allowPublicTarget).description());
    }

    private static URL deviations(Yaml yaml, Mapping stack, Path folder) {
        Node node = stack.entries().get("deviations");
        if (node == null) {
            return StackFile.class.getResource("no-deviations.yaml");
        }
        Path file = folder.resolve(yaml.text(node, "'deviations'"));
        if (!Files.isRegularFile(file)) {
            throw yaml.wrong(node, "'deviations' names " + file + ", which is no file.");
        }
        return url(file);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new BrokenInputException("--iut " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Reads the part {@code stack}. */
    private record Reading(Yaml yaml, Mapping stack, Path folder, boolean allowPublicTarget) {

        StackDescription description() {
            Link link = link();
            List<Net> addresses = addresses();
            List<InetAddress> gateways = all("gateway", Net::address);
            List<Net> peers = peers(link, addresses, gateways);
            List<String> start = start();
            Driver driver = driver(start);
            return new StackDescription(
                    link,
                    addresses,
                    gateways,
                    peers,
                    start,
                    folder,
                    ready(start, driver),
                    reset(start, driver),
                    driver,
                    allowPublicTarget);
        }

        private Optional<Node> node(String key) {
            return Optional.ofNullable(stack.entries().get(key));
        }

        private Link link() {
            Node node = oneOf("interface", "tap", "where its wire ends");
            boolean created = node == stack.entries().get("tap");
            String name = yaml.text(node, created ? "'tap'" : "'interface'");
            if (!name.matches(INTERFACE)) {
                throw yaml.wrong(node, "'" + name + "' is no name of an interface: up to 15 letters and digits.");
            }
            return new Link(name, created);
        }

        private Node oneOf(String one, String other, String what) {
            if (node(one).isPresent() == node(other).isPresent()) {
                throw yaml.wrong(stack, "'stack' needs either '" + one + "' or '" + other + "': " + what + ".");
            }
            return node(one).or(() -> node(other)).orElseThrow();
        }

        private <T> List<T> all(String key, Function<String, T> read) {
            List<T> all = new ArrayList<>();
            node(key).ifPresent(node -> {
                for (String text : yaml.oneOrMore(node, "'" + key + "'")) {
                    try {
                        all.add(read.apply(text));
                    } catch (IllegalArgumentException e) {
                        throw yaml.wrong(node, "'" + key + "': " + e.getMessage() + ".");
                    }
                }
            });
            return all;
        }

        private List<Net> addresses() {
            List<Net> addresses = all("address", Net::of);
            if (addresses.isEmpty()) {
                throw yaml.wrong(stack, "'address' is missing: the stack's own, with its net, as 192.0.2.2/24.");
            }
            for (Net address : addresses) {
                Node at = stack.entries().get("address");
                if (Net.isPublic(address.address()) && !allowPublicTarget) {
                    throw yaml.wrong(
                            at,
                            address.address().getHostAddress() + " may be a host on the Internet; only"
                                    + " private, link-local, loopback and documentation addresses are tested without"
                                    + " --allow-public-target.");
                }
                if (address.size() < 4) {
                    throw yaml.wrong(
                            at,
                            "'address' needs its net: write "
                                    + address.address().getHostAddress()
                                    + (address.ip() == org.tcpspec.spi.wire.IpVersion.IPV4 ? "/24" : "/64") + ", say.");
                }
            }
            return addresses;
        }

        private List<Net> peers(Link link, List<Net> addresses, List<InetAddress> gateways) {
            List<Net> given = all("peers", Net::of);
            if (given.isEmpty() && !link.created()) {
                throw yaml.wrong(
                        stack,
                        "'peers' is missing: a net whose addresses nobody on " + link.name()
                                + " has; the kit plays its hosts.");
            }
            List<Net> peers = given.isEmpty() ? addresses : given;
            for (Net net : peers) {
                Optional<Net> home = addresses.stream()
                        .filter(address -> address.ip() == net.ip())
                        .findFirst();
                boolean near =
                        home.filter(address -> address.contains(net.at(0))).isPresent();
                boolean routed = gateways.stream()
                        .anyMatch(g -> g.getAddress().length == net.address().getAddress().length);
                if (!near && !routed) {
                    throw yaml.wrong(
                            stack,
                            "The stack cannot reach the peers " + net + ": name the 'gateway' that it"
                                    + " has for them; the kit plays that, too.");
                }
                if (Net.isPublic(net.address()) && !allowPublicTarget) {
                    throw yaml.wrong(stack, "The peers " + net + " may be hosts on the Internet; take 198.18.0.0/15.");
                }
                if (net.size() < 8) {
                    throw yaml.wrong(stack, "The net of the peers, " + net + ", has fewer than 8 addresses.");
                }
            }
            return peers;
        }

        private List<String> start() {
            if (node("start").isEmpty()) {
                return List.of();
            }
            Node node = stack.entries().get("start");
            if (!(node instanceof Yaml.Sequence)) {
                throw yaml.wrong(node, "'start' is a list of words, the program first: [./my-stack, tap0].");
            }
            List<String> argv = new ArrayList<>(yaml.oneOrMore(node, "A word of 'start'"));
            if (argv.isEmpty()) {
                throw yaml.wrong(node, "'start' is empty; leave it out if the stack runs already.");
            }
            return argv;
        }

        private Driver driver(List<String> start) {
            Node node = oneOf("agent", "services", "how its user is driven");
            if (node == stack.entries().get("services")) {
                Mapping services = yaml.mapping(node, "'services'");
                yaml.onlyKeys(services, "'services'", List.of("discard", "daytime"));
                if (!services.entries().containsKey("discard")) {
                    throw yaml.wrong(
                            node,
                            "'services' needs 'discard': the port of a service that takes text and" + " says nothing.");
                }
                Node daytime = services.entries().get("daytime");
                return new Services(
                        port(services.entries().get("discard"), "'discard'"),
                        daytime == null ? OptionalInt.empty() : OptionalInt.of(port(daytime, "'daytime'")));
            }
            if (node instanceof Yaml.Scalar && yaml.text(node, "'agent'").equals("streams")) {
                if (start.isEmpty()) {
                    throw yaml.wrong(node, "'agent: streams' speaks with the process of 'start', which is missing.");
                }
                return new StreamAgent();
            }
            return tcpAgent(node);
        }

        private TcpAgent tcpAgent(Node node) {
            String form = "write 'agent: streams', or 'agent: {at: 192.0.2.2:7777, token: ...}'";
            if (!(node instanceof Mapping)) {
                throw yaml.wrong(node, "'agent' is not understood; " + form + ".");
            }
            Mapping agent = yaml.mapping(node, "'agent'");
            yaml.onlyKeys(agent, "'agent'", List.of("at", "token"));
            if (!agent.entries().containsKey("at")) {
                throw yaml.wrong(node, "'agent' does not say where it waits; " + form + ".");
            }
            Optional<String> token =
                    Optional.ofNullable(agent.entries().get("token")).map(t -> yaml.text(t, "'token'"));
            token.filter(t -> !t.matches("[!-~]{8,200}")).ifPresent(t -> {
                throw yaml.wrong(agent.entries().get("token"), "A token has 8 to 200 characters and no space.");
            });
            return new TcpAgent(socket(agent.entries().get("at")), token);
        }

        private InetSocketAddress socket(Node node) {
            String text = yaml.text(node, "'at'");
            int colon = text.lastIndexOf(':');
            try {
                String host = text.substring(0, Math.max(0, colon)).replaceAll("^\\[|]$", "");
                return new InetSocketAddress(Net.address(host), port(text.substring(colon + 1), node, "'at'"));
            } catch (IllegalArgumentException e) {
                throw yaml.wrong(node, "'at' is an address and a port, as 192.0.2.2:7777, not '" + text + "'.");
            }
        }

        private int port(Node node, String what) {
            return port(yaml.text(node, what), node, what);
        }

        private int port(String text, Node node, String what) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
                throw yaml.wrong(node, what + " needs a port, 1 to 65535, not '" + text + "'.");
            }
            return Integer.parseInt(text);
        }

        private Ready ready(List<String> start, Driver driver) {
            if (node("ready").isEmpty()) {
                return new Ready(Optional.empty(), WITHIN);
            }
            Node node = stack.entries().get("ready");
            if (node instanceof Yaml.Scalar && yaml.text(node, "'ready'").equals("arp")) {
                return new Ready(Optional.empty(), WITHIN);
            }
            if (!(node instanceof Mapping)) {
                throw yaml.wrong(node, "'ready' is not understood; write 'ready: arp', or 'ready: {line: listening}'.");
            }
            Mapping ready = yaml.mapping(node, "'ready'");
            yaml.onlyKeys(ready, "'ready'", List.of("line", "within"));
            Optional<String> line =
                    Optional.ofNullable(ready.entries().get("line")).map(l -> yaml.text(l, "'line'"));
            if (line.isPresent() && start.isEmpty()) {
                throw yaml.wrong(node, "'ready' waits for a line of the process of 'start', which is missing.");
            }
            Duration within = Optional.ofNullable(ready.entries().get("within"))
                    .map(w -> Durations.read(yaml.text(w, "'within'"))
                            .orElseThrow(() -> yaml.wrong(w, "'within' is a duration, as 10s.")))
                    .orElse(WITHIN);
            return new Ready(line, within);
        }

        private Reset reset(List<String> start, Driver driver) {
            if (node("reset").isEmpty()) {
                return driver instanceof Services ? Reset.NONE : Reset.AGENT;
            }
            Node node = stack.entries().get("reset");
            String word = yaml.text(node, "'reset'");
            if (!List.of("none", "agent", "restart").contains(word)) {
                throw yaml.wrong(node, "'reset' is none, agent or restart, not '" + word + "'.");
            }
            if (word.equals("restart") && start.isEmpty()) {
                throw yaml.wrong(node, "'reset: restart' starts the process of 'start' again, which is missing.");
            }
            if (word.equals("agent") && driver instanceof Services) {
                throw yaml.wrong(node, "'reset: agent' needs an agent; there are services only.");
            }
            return Reset.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
