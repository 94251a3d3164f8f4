package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** RFC 6191 section 2: SYN segments in TIME-WAIT. */
class NewIncarnationTest {

    /** Of the old incarnation; the clock wraps between this and a newer one. */
    private static final long RECENT = 0xffff_ffffL;

    private static Rig timeWait(IpVersion ip, boolean withTimestamps) {
        Rig rig = Rig.with(ip, 0, Option.TIMESTAMPS, Option.RFC6191, Option.MAY_2);
        if (withTimestamps) {
            rig.onSyn = List.of(new TcpOption.Timestamps(RECENT, 0));
            rig.onOthers = List.of(new TcpOption.Timestamps(RECENT, 0));
        }
        rig.timeWait();
        rig.listening(OpenOptions.DEFAULT);
        return rig;
    }

    /** The SYN's SEQ beyond the number of the old FIN; its timestamp beyond the old one, or none. */
    @ParameterizedTest
    @CsvSource({
        // old connection with timestamps
        "true, 1000, 1, true",
        "true, -1000, 1, true",
        "true, 1000, 0, true",
        "true, 1, 0, true",
        "true, 0, 0, false",
        "true, -1000, 0, false",
        "true, 1000, -1, false",
        "true, 1, , true",
        "true, 0, , false",
        // and without
        "false, -1000, 5, true",
        "false, 1, , true",
        "false, 0, , false",
        "false, -1000, , false",
    })
    void theTableOfRfc6191(boolean old, int beyondFin, Integer newer, boolean honored) {
        for (IpVersion ip : IpVersion.values()) {
            Rig rig = timeWait(ip, old);
            Segment syn = rig.segment("SYN")
                    .withSeq(rig.sndNxt.minus(1).plus(beyondFin))
                    .withOptions(newer == null ? List.of() : List.of(new TcpOption.Timestamps(RECENT + newer, 0)));
            rig.sndNxt = syn.end();
            rig.inject(syn);
            if (honored) {
                Segment synAck = rig.sees("SYN,ACK");
                assertThat(synAck.option(TcpOption.Timestamps.class).isPresent())
                        .isEqualTo(newer != null);
                rig.is(State.SYN_RECEIVED);
            } else {
                rig.seesNothing();
                rig.is(State.TIME_WAIT);
            }
        }
    }

    @Test
    void ownTimestampsGoOnRisingFromOneIncarnationToTheNext() {
        Rig rig = timeWait(IpVersion.IPV4, true);
        rig.inject(rig.segment("ACK"));
        rig.inject(rig.segment("FIN,ACK").withSeq(rig.sndNxt.minus(1)));
        long before =
                rig.sees("ACK").option(TcpOption.Timestamps.class).orElseThrow().value();
        rig.seesNothing(Duration.ofSeconds(5));
        rig.onSyn = List.of(new TcpOption.Timestamps(RECENT + 1, 0));
        rig.peer("SYN");
        long after = rig.sees("SYN,ACK")
                .option(TcpOption.Timestamps.class)
                .orElseThrow()
                .value();
        assertThat((int) (after - before)).isBetween(5_000, 5_001);
    }

    @Test
    void withoutTheOptionAnOlderSynIsASegmentLikeOthers() {
        Rig rig = Rig.of(0).timeWait();
        rig.listening(OpenOptions.DEFAULT);
        rig.inject(rig.segment("SYN").withSeq(rig.sndNxt.minus(1000)));
        rig.sees("ACK");
        rig.is(State.TIME_WAIT);
    }

    @Test
    void itIsASetting() {
        Rig rig = Rig.withSettings(Map.of(Profile.REOPEN_BY_TIMESTAMPS, "on")).timeWait();
        rig.listening(OpenOptions.DEFAULT);
        rig.inject(rig.segment("SYN").withSeq(rig.sndNxt.minus(1000)));
        rig.seesNothing();
        rig.is(State.TIME_WAIT);
    }
}
