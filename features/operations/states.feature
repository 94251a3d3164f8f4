@section-3.3.2
Feature: Operations: what each state waits for

  A list of connections and their states tells what each end is waiting for. Ten
  of the eleven are waits; the eleventh, CLOSED, is no connection at all. LAST-ACK
  is easily left out of such lists: its end has sent a FIN after the peer's, and
  waits for the acknowledgment of it.

  @note-h
  Rule: A state is left when that comes for which it waits

    Scenario Outline: <state> waits for <what>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends <answer> and enters <next>

      Examples:
        | state      | what                                         | segment                                         | answer  | next         |
        | LISTEN     | a connection request from anyone             | SYN                                             | SYN,ACK | SYN-RECEIVED |
        | SYN-SENT   | a connection request that matches its own    | SYN,ACK                                         | ACK     | ESTABLISHED  |
        | FIN-WAIT-1 | the peer's FIN, or the ACK of its own: a FIN | FIN,ACK without acknowledging the IUT's FIN     | ACK     | CLOSING      |
        | FIN-WAIT-2 | the peer's FIN                               | FIN,ACK                                         | ACK     | TIME-WAIT    |

    Scenario Outline: <state> waits for <what>
      Given a connection in <state>
      When the peer sends ACK
      Then the IUT sends nothing and enters <next>

      Examples:
        | state        | what                                           | next        |
        | SYN-RECEIVED | the ACK that confirms its connection request   | ESTABLISHED |
        | FIN-WAIT-1   | the peer's FIN, or the ACK of its own: an ACK  | FIN-WAIT-2  |
        | CLOSING      | the ACK of its FIN                             | TIME-WAIT   |
        | LAST-ACK     | the ACK of the FIN that it sent as the second  | CLOSED      |

    Scenario: CLOSE-WAIT waits for its own user
      Given a connection in CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK

    @slow
    Scenario: TIME-WAIT waits for time to pass
      Given a connection in TIME-WAIT
      When 2 MSL pass
      Then the IUT is in CLOSED

  @note-h
  Rule: ESTABLISHED is open both ways, CLOSED is nothing

    Scenario: ESTABLISHED carries text in both directions
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives 10 octets of text

    Scenario Outline: In CLOSED <segment> finds nobody
      Given a connection in CLOSED
      When the peer sends <segment>
      Then the IUT sends <answer> and remains in CLOSED

      Examples:
        | segment | answer  |
        | SYN     | RST,ACK |
        | ACK     | RST     |
        | FIN,ACK | RST     |

    Scenario: In CLOSED a RST finds nobody
      Given a connection in CLOSED
      When the peer sends RST
      Then the IUT sends nothing and remains in CLOSED
