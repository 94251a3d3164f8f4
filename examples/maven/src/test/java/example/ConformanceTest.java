package example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.tcpspec.reports.junit.TcpSpec;

/** The stack against RFC 9293, a test for each scenario. */
class ConformanceTest {

    @TestFactory
    Stream<DynamicNode> closesAsTheRfcSays() throws IOException {
        Path report = Path.of("target", "tcpspec-report");
        return TcpSpec.play(report, "--iut", "model", "--tags", "@figure-13 or @MUST-13", "--no-report");
    }
}
