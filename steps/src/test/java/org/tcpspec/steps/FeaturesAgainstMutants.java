package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.words.plan.FeatureSource;

/**
 * The features as PIT's tests, a file each: it breaks the model in one place and asks which of the files that come by
 * fail. Not one of the build's tests, as its name tells; the profile {@code pit} names it.
 */
class FeaturesAgainstMutants {

    @ParameterizedTest
    @MethodSource("files")
    void everyScenarioPasses(String file) {
        List<FeatureSource> one =
                Suite.bundled().stream().filter(f -> f.file().equals(file)).toList();
        Statement statement = Statements.full();
        try (Iut model = Suite.model(statement, IpVersion.IPV4, 1)) {
            assertThat(Suite.play(one, model, statement, IpVersion.IPV4, 1, Set.of()))
                    .as(file)
                    .extracting(ScenarioResult::verdict)
                    .noneMatch(v -> v.grade() == Grade.FAIL || v.grade() == Grade.ERROR);
        }
    }

    private static Stream<String> files() {
        return Suite.withoutSweeps().stream().map(FeatureSource::file);
    }
}
