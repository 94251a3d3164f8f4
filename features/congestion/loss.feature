@rfc-5681
Feature: A timeout

  When the timer runs out nothing comes back any more: the path may have
  collapsed. The sender forgets how much it had in flight, sends one segment,
  and feels its way back up, half as high as it had been.

  @RFC5681-3.1-LOSS-WINDOW
  Rule: After a timeout one segment leaves, and no other

    @MUST-19
    Scenario Outline: <segments> segments were in flight
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And <segments> segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other

      Examples:
        | segments |
        | 2        |
        | 3        |
        | 8        |
        | 10       |

    @RFC6298-5.4-EARLIEST @slow
    Scenario: A second timeout sends the same segment
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 4 segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other
      And the IUT retransmits the oldest segment in flight, and no other

    @slow
    Scenario: Part of the flight had arrived
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends ACK with ACK=SND.UNA+2000
      Then the IUT retransmits the oldest segment in flight, and no other

    @slow
    Scenario: Text that waits does not leave with it
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 40000 octets of text
      Then the IUT has at most 10 segments in flight
      And the IUT retransmits the oldest segment in flight, and no other

  # Other algorithms may tell by the first ACK that the timeout was spurious, and go on (RFC 5682).
  @MUST-19 @without-may-18 @slow
  Rule: Then slow start begins anew

    Scenario: The ACK of that segment lets two more leave
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other
      When the peer sends ACK with ACK=SND.UNA+1000
      Then the IUT sends at most 2 segments of text
      When the peer sends ACK with ACK=SND.UNA+1000
      Then the IUT sends at most 2 segments of text

    Scenario: What follows the loss is less than what was in flight
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other
      When the peer sends ACK
      And the user sends 40000 octets of text
      Then the IUT has at most 9 segments in flight

  @RFC5681-3.1-SSTHRESH @without-may-18 @slow
  Rule: Slow start ends at half of what was in flight

    Scenario: From eight segments to four, and then one more a round trip
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other
      When the peer sends ACK
      And the user sends 60000 octets of text
      Then the IUT has at most 2 segments in flight
      When the peer acknowledges each segment in flight
      Then the IUT has at most 4 segments in flight
      When the peer acknowledges each segment in flight
      Then the IUT has at most 6 segments in flight
      When the peer acknowledges each segment in flight
      Then the IUT has at most 7 segments in flight
