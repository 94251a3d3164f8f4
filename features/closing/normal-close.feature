@section-3.6
Feature: Normal close

  CLOSE says "I have no more to send", not "I want no more". Each direction ends
  with a FIN of its own, each FIN is acknowledged on its own, and only when both
  have been is the connection over.

  @RFC9293-3.10.4-FIN-WAIT-1
  Rule: The side that closes first goes through FIN-WAIT-1 and FIN-WAIT-2 to TIME-WAIT

    @figure-12
    Scenario: The user closes first, after a passive OPEN
      Given a passive OPEN, and a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

    @figure-12
    Scenario: The user closes first, after an active OPEN
      Given an active OPEN, and a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

    Scenario: Three segments are enough when the peer closes at once
      Given a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer sends FIN,ACK and acknowledges the IUT's FIN
      Then the IUT sends ACK and enters TIME-WAIT

  Rule: The side that closes second goes through CLOSE-WAIT and LAST-ACK to CLOSED

    @figure-12
    Scenario: The peer closes first, after a passive OPEN
      Given a passive OPEN, and a connection in ESTABLISHED
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

    @figure-12
    Scenario: The peer closes first, after an active OPEN
      Given an active OPEN, and a connection in ESTABLISHED
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

    @RFC9293-3.10.7.4-LASTACK-ACKFIN
    Scenario: Who closes second does not linger
      Given the peer closed first, and the connection has just entered LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED
      And any ACK is answered with RST

    Scenario: In CLOSED the peer's FIN finds nobody
      Given a connection in LAST-ACK
      And the peer has acknowledged the IUT's FIN
      When the peer retransmits its FIN
      Then the IUT sends RST

  @RFC9293-3.6-NO-FIN-BEFORE-CLOSE
  Rule: A FIN of the peer is acknowledged, but the IUT's own waits for its user

    Scenario: After the peer's FIN the IUT sends an ACK and no more
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSE-WAIT

  @RFC9293-3.10.7.4-FW1-ACKFIN
  Rule: FIN-WAIT-1 ends with the acknowledgment of the FIN, and with nothing less

    # In one segment the ACK counts before the FIN does: FIN-WAIT-2 is passed on the way.
    Scenario Outline: <segment> that covers the FIN leads to TIME-WAIT
      Given a connection in FIN-WAIT-1
      When the peer sends <segment>
      Then the IUT sends ACK and enters TIME-WAIT

      Examples:
        | segment                        | what       |
        | FIN,ACK                        | a bare FIN |
        | FIN,ACK with 10 octets of text | with text  |

    Scenario: An ACK that covers the FIN leads to FIN-WAIT-2
      Given a connection in FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2

    Scenario: An ACK that does not cover the FIN changes nothing
      Given a connection in FIN-WAIT-1
      When the peer sends ACK without acknowledging the IUT's FIN
      Then the IUT sends nothing and remains in FIN-WAIT-1

    Scenario: Text that covers the FIN leads to FIN-WAIT-2
      Given a connection in FIN-WAIT-1
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK and enters FIN-WAIT-2
      And the user receives 10 octets of text

  @RFC9293-3.10.7.4-LASTACK-ACKFIN
  Rule: LAST-ACK ends with the acknowledgment of the FIN, and with nothing less

    Scenario: An ACK that covers the FIN deletes the connection
      Given a connection in LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

    Scenario: An ACK that does not cover the FIN changes nothing
      Given a connection in LAST-ACK
      When the peer sends ACK without acknowledging the IUT's FIN
      Then the IUT sends nothing and remains in LAST-ACK

  @RFC9293-3.10.7.4-ACK-FUTURE
  Rule: An ACK of what was never sent is answered with an ACK, and ends no state

    Scenario Outline: The peer acknowledges one number too many
      Given a connection in <state>
      When the peer sends ACK with ACK=SND.NXT+1
      Then the IUT sends ACK and remains in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | FIN-WAIT-2 |
        | CLOSE-WAIT |
        | CLOSING    |
