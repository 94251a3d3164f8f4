@section-3.6
Feature: Closing when segments are lost

  A FIN is retransmitted like text until it is acknowledged; an ACK is not, so
  the side whose ACK was lost must answer the FIN that comes back. Whoever
  forgets either leaves the other side hanging.

  @RFC9293-3.10.8-RTO
  Rule: The FIN is retransmitted until it is acknowledged

    Scenario Outline: The FIN is lost
      Given a connection in <state>
      Then the IUT retransmits its FIN
      And the IUT is still in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

    @slow
    Scenario Outline: The FIN is lost three times
      Given a connection in <state>
      Then the IUT retransmits its FIN
      And the IUT retransmits its FIN
      And the IUT retransmits its FIN
      And the IUT is still in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

    Scenario Outline: The ACK of a retransmitted FIN counts like any other
      Given a connection in <state>
      Then the IUT retransmits its FIN
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters <next>

      Examples:
        | state      | next       |
        | FIN-WAIT-1 | FIN-WAIT-2 |
        | CLOSING    | TIME-WAIT  |
        | LAST-ACK   | CLOSED     |

    @slow @RFC6298-5.2-STOP
    Scenario Outline: Once it is acknowledged the FIN does not come again
      Given a connection in <state>
      And the peer has acknowledged the IUT's FIN
      When 3 RTO pass
      Then the IUT sends nothing and remains in <next>

      Examples:
        | state      | next       |
        | FIN-WAIT-1 | FIN-WAIT-2 |
        | CLOSING    | TIME-WAIT  |
        | LAST-ACK   | CLOSED     |

    Scenario: Text and FIN are lost: the text comes first
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      And the user has called CLOSE
      Then the IUT retransmits its text
      When the peer sends ACK without acknowledging the IUT's FIN
      Then the IUT retransmits its FIN
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK
  Rule: The FIN of a peer that has missed our ACK is acknowledged once more

    Scenario Outline: The peer repeats its FIN
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=RCV.NXT-1 without acknowledging the IUT's FIN
      Then the IUT sends ACK and remains in <state>

      Examples:
        | state      |
        | CLOSE-WAIT |
        | CLOSING    |
        | LAST-ACK   |
        | TIME-WAIT  |

    Scenario Outline: The peer repeats its FIN, and the IUT still waits for the ACK of its own
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=RCV.NXT-1 without acknowledging the IUT's FIN
      Then the IUT sends ACK
      And the IUT retransmits its FIN
      And the IUT is still in <state>

      Examples:
        | state    |
        | CLOSING  |
        | LAST-ACK |

    Scenario: The peer repeats its last text and FIN
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the peer sends FIN,ACK with SEQ=RCV.NXT-11 and 10 octets of text
      Then the IUT sends ACK and remains in CLOSE-WAIT
      And the user has received 10 octets of text

    Scenario: The FIN that comes back does not tell the user again
      Given a connection in CLOSE-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in CLOSE-WAIT
      And the user is told nothing

  @section-3.6
  Rule: A lost last ACK delays the end and does not change it

    Scenario: The peer's last ACK is lost
      Given a connection in LAST-ACK
      Then the IUT retransmits its FIN
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED
      And any ACK is answered with RST

    Scenario: The IUT's last ACK is lost
      Given the user closed first, and the connection has just entered TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

    Scenario: The ACK of the crossing FIN is lost
      Given a connection in CLOSING
      When the peer sends FIN,ACK with SEQ=RCV.NXT-1 without acknowledging the IUT's FIN
      Then the IUT sends ACK and remains in CLOSING
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters TIME-WAIT

  @MUST-20 @slow
  Rule: A FIN that nobody ever acknowledges is given up

    Scenario Outline: The peer is gone
      Given a connection in <state>
      When R2 passes
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED
      And any ACK is answered with RST

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |
