package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.wire.IpVersion;

/** The model is a real TCP: it moves data to and from the kernel, over a link that loses and reorders. */
@Tag("lab")
class ModelOnTheWireInLab {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private static void exchange(IpVersion ip, int length, double loss, double reordering) {
        BenchRequest request = new BenchRequest("model on the wire", ip, 1, Map.of());
        try (Bench bench = Lab.iut().bench(request)) {
            WiredModel wired = new WiredModel(bench, length, loss, reordering);
            wired.exchange(AT_MOST);
            assertThat(wired.kernel.hash()).as("%s", wired).isEqualTo(WiredModel.End.hashOf(1, length));
            assertThat(wired.model.hash()).as("%s", wired).isEqualTo(WiredModel.End.hashOf(2, length));
            if (loss > 0) {
                assertThat(wired.toKernel.lost()).isPositive();
                assertThat(wired.toModel.lost()).isPositive();
                assertThat(wired.toKernel.overtaken()).isPositive();
                assertThat(wired.toModel.overtaken()).isPositive();
            }
        }
    }

    @Test
    void fourMegabytesEachWay() {
        exchange(IpVersion.IPV4, 4 << 20, 0, 0);
    }

    @Test
    void threeMegabytesEachWayWithLossAndReordering() {
        exchange(IpVersion.IPV4, 3 << 20, 0.01, 0.02);
    }

    @Test
    void oneMegabyteEachWayOverIpv6WithLossAndReordering() {
        exchange(IpVersion.IPV6, 1 << 20, 0.01, 0.02);
    }
}
