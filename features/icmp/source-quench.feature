@section-3.9.2.2 @ipv4
Feature: Source Quench

  ICMP once had a message that asked a sender to slow down. It was withdrawn: it
  came too late, and anyone could forge it. TCP slows down for losses instead.

  @MUST-55
  Rule: A Source Quench is discarded silently

    Scenario Outline: In <state>
      Given a connection in <state>
      When a router reports source quench
      Then the IUT sends nothing and remains in <state>
      And the user is told nothing

      Examples:
        | state        |
        | LISTEN       |
        | SYN-SENT     |
        | SYN-RECEIVED |
        | FIN-WAIT-1   |
        | FIN-WAIT-2   |
        | CLOSING      |
        | LAST-ACK     |
        | TIME-WAIT    |
        | CLOSED       |

    Scenario Outline: About text in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      When a router reports source quench
      Then the IUT sends nothing and remains in <state>
      And the user is told nothing

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: Not even the user hears of it
      Given the user wants error reports
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports source quench
      Then the user gets no error report
      And the IUT is still in ESTABLISHED

    # A sender that obeyed would have no room for more than one segment.
    Scenario: The sender does not slow down
      Given the peer offers MSS 536
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports source quench
      And a router reports source quench
      And the peer acknowledges the IUT's text
      And the user sends 1072 octets of text
      Then the IUT sends ACK with 536 octets of text
      And the IUT sends ACK with 536 octets of text
