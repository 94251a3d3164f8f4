@section-3.6
Feature: What the user learns of the end

  A user that cannot tell "that was all" from "something went wrong" takes half
  a file for a whole one. FIN and RST must reach it as different things.

  @MUST-12
  Rule: The user learns whether the peer closed normally or aborted

    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the user is told <signal>
      And the IUT is in <next>

      Examples: The peer closes
        | state       | segment                                     | signal               | next       |
        | ESTABLISHED | FIN,ACK                                     | "connection closing" | CLOSE-WAIT |
        | FIN-WAIT-1  | FIN,ACK                                     | "connection closing" | TIME-WAIT  |
        | FIN-WAIT-1  | FIN,ACK without acknowledging the IUT's FIN | "connection closing" | CLOSING    |
        | FIN-WAIT-2  | FIN,ACK                                     | "connection closing" | TIME-WAIT  |

      Examples: The peer aborts
        | state       | segment                                     | signal               | next       |
        | ESTABLISHED | RST                                         | "connection reset"   | CLOSED     |
        | FIN-WAIT-1  | RST                                         | "connection reset"   | CLOSED     |
        | FIN-WAIT-2  | RST                                         | "connection reset"   | CLOSED     |
        | CLOSE-WAIT  | RST                                         | "connection reset"   | CLOSED     |

    Scenario: Text before the FIN reaches the user before the end
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with 10 octets of text
      Then the user receives 10 octets of text
      And the user is told "connection closing"

    Scenario: Text before the RST has reached the user
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends RST
      Then the user has received 10 octets of text
      And the user is told "connection reset"

    Scenario: After a reset nothing is left to send on
      Given a connection in ESTABLISHED
      When the peer sends RST
      Then the user is told "connection reset"
      When the user calls SEND
      Then the call is refused
      And the IUT sends nothing and remains in CLOSED

    Scenario: A normal end tells of no reset
      Given a connection in LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED
      And the user is told nothing
