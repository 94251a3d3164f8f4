package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Segment;

/** The text of the IUT is that of its user, and no more. */
class ConversationTest {

    private final Talk talk = new Talk().established();

    private Optional<Violation> accused(long seq, int octets, long taken) {
        talk.iut("ACK", seq, 1, octets);
        Segment segment = talk.conversation().unclaimed().getLast().segment();
        return talk.conversation().checkText(segment, taken);
    }

    @Test
    void whatTheUserSentIsFine() {
        assertThat(accused(1, 10, 10)).isEmpty();
        assertThat(accused(11, 5, 15)).isEmpty();
    }

    @Test
    void textPastWhatTheUserSentIsAccused() {
        assertThat(accused(1, 10, 9)).map(Violation::requirement).contains("RFC9293-3.4-OCTETS");
        assertThat(accused(11, 5, 10)).map(Violation::requirement).contains("RFC9293-3.4-OCTETS");
    }

    @Test
    void oneOctetOfGarbageProbesOnlyAWindowThatIsShut() {
        assertThat(accused(1, 1, 0)).isPresent();
        talk.peerWindow(0).peer("ACK", 1, 1, 0);
        assertThat(accused(1, 1, 0)).isEmpty();
        assertThat(accused(1, 2, 0)).isPresent();
    }
}
