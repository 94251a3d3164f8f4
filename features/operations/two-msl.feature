@section-3.6.1
Feature: Operations: the wait of TIME-WAIT

  Whoever closes first waits for twice the maximum segment lifetime, for two
  reasons. The last ACK may be lost: then the peer's FIN comes back, and somebody
  must be there to acknowledge it again. And old segments of the connection may
  still be under way: they must die before the same pair of sockets is used
  again. RFC 9293 suggests two minutes for the MSL, so four for the wait, and
  allows an engineer to choose otherwise. Linux waits 60 seconds, that is an MSL
  of 30; no setting changes it.

  @note-m
  Rule: Who closed first stays, to repeat the last ACK and to outlive old segments

    Scenario: The last ACK was lost, and is repeated
      Given the user closed first, and the connection has just entered TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

    Scenario: Without the wait the peer would be told that its connection failed
      Given a connection in CLOSED
      When the peer sends FIN,ACK
      Then the IUT sends RST and remains in CLOSED

    Scenario: An old segment finds TIME-WAIT, and no new connection
      Given the user closed first, and the connection has just entered TIME-WAIT
      When the peer sends ACK with SEQ=RCV.NXT-11 and 10 octets of text
      Then the IUT sends ACK and remains in TIME-WAIT
      And the user receives no text

    Scenario: Who closed second does not wait
      Given the peer closed first, and the connection has just entered LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

    Scenario: If both closed at once, both wait
      Given a connection in CLOSING
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters TIME-WAIT

    @slow @interpretation-returning-fin-restarts
    Scenario: Each FIN that comes back restarts the wait
      Given the user closed first, and the connection has just entered TIME-WAIT
      And the peer retransmitted its FIN after 1.5 MSL
      When another 1.5 MSL pass
      Then the IUT is still in TIME-WAIT

  @note-b
  Rule: The wait is 2 MSL, whatever MSL the stack has chosen

    @slow
    Scenario: It is not shorter
      Given the user closed first, and the connection has just entered TIME-WAIT
      When 1.95 MSL pass
      Then the IUT is still in TIME-WAIT

    @slow
    Scenario: It is not longer
      Given the user closed first, and the connection has just entered TIME-WAIT
      When 2 MSL pass
      Then the IUT is in CLOSED
      And a FIN,ACK that comes too late is answered with RST
