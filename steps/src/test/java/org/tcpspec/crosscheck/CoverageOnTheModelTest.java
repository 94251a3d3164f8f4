package org.tcpspec.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.Statements;
import org.tcpspec.steps.Suite;
import org.tcpspec.steps.run.ScenarioResult;

class CoverageOnTheModelTest {

    /** What the monitor sees from outside is what happened inside. */
    @Test
    void theMonitorCountsTheEventsThatTheModelHad() {
        Statement statement = Statements.full();
        try (Watched model = new Watched(new IutRequest(statement, IpVersion.IPV4, 1))) {
            List<ScenarioResult> results = Suite.play(model, statement, IpVersion.IPV4, 1);
            assertThat(results).isNotEmpty();
            assertThat(model.differences()).isEmpty();
        }
    }
}
