@section-3.8.2
Feature: Slow start

  Nobody tells a sender what a path can bear. It begins with a few segments, and
  each ACK lets it send a little more than what has arrived: twice as much each
  round trip, until something is lost. Who begins with all he has fills the
  queues of others.

  # RFC 5681 begins with two to four segments, RFC 6928 with up to ten. Both are slow start.
  @MUST-19 @interpretation-initial-window-of-ten @slow
  Rule: The first flight is small, and the next at most twice as large

    Scenario Outline: Segments of <mss> octets
      Given the peer offers MSS <mss>
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 60000 octets of text
      Then the IUT sends no more than slow start allows
      When the peer acknowledges each segment in flight
      Then the IUT sends no more than slow start allows
      When the peer acknowledges each segment in flight
      Then the IUT sends no more than slow start allows

      Examples:
        | mss  |
        | 536  |
        | 1000 |
        | 1220 |

    @MAY-18
    Scenario: Whatever the algorithm, after an active OPEN as well
      Given the peer offers MSS 1000
      And an active OPEN, and a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 60000 octets of text
      Then the IUT sends no more than slow start allows
      When the peer acknowledges each segment in flight
      Then the IUT sends no more than slow start allows

    Scenario: The second flight waits for ACKs
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 60000 octets of text
      Then the IUT has at most 10 segments in flight
      And the IUT sends nothing and remains in ESTABLISHED

  @RFC5681-3.1-COUNT @slow
  Rule: An ACK opens the window by what it acknowledges, and not by more

    Scenario: A peer that acknowledges one segment in many ACKs
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 60000 octets of text
      Then the IUT sends no more than slow start allows
      When the peer acknowledges 1000 octets in 50 ACKs
      Then the IUT sends no more than slow start allows

    @without-may-18 @RFC5681-3.1-SLOW-START
    Scenario: A peer that acknowledges a whole flight in one ACK
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 60000 octets of text
      Then the IUT sends no more than slow start allows
      When the peer sends ACK
      Then the IUT sends no more than slow start allows

    # It lies left of the window: what answers it is an ACK, and nothing else comes of it.
    Scenario: The SYN,ACK comes again and again
      Given the peer offers MSS 1000
      And an active OPEN, and a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the peer sends SYN,ACK with SEQ=IRS
      Then the IUT may send ACK
      When the peer sends SYN,ACK with SEQ=IRS
      Then the IUT may send ACK
      When the peer sends SYN,ACK with SEQ=IRS
      Then the IUT may send ACK
      When the user sends 60000 octets of text
      Then the IUT has at most 10 segments in flight

  # RFC 6928 grants the first loss of a SYN to bad luck; after two of them nobody does.
  @RFC5681-3.1-LOST-SYN @slow
  Rule: If SYNs were lost the first flight is one segment

    Scenario: The SYN,ACK was lost twice
      Given the peer offers MSS 1000
      And a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK
      And the IUT retransmits its SYN,ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT has at most 1 segment in flight

    Scenario: The SYN was lost twice
      Given the peer offers MSS 1000
      And a connection in SYN-SENT
      Then the IUT retransmits its SYN
      And the IUT retransmits its SYN
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT has at most 1 segment in flight

  @RFC5681-4.1-IDLE @slow
  Rule: After an idle RTO it begins anew

    Scenario: The window had grown to twenty segments
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 20 segments of text are in flight
      When the peer acknowledges each segment in flight
      And 5 RTO pass
      And the user sends 40000 octets of text
      Then the IUT has at most 10 segments in flight
