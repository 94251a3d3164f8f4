@section-3.10.5 @interpretation-abort-ends-closed @interpretation-abort-rst-with-ack
Feature: SO_LINGER 0

  A server under attack, or a test in a hurry, closes with SO_LINGER 0: ABORT in
  the clothes of close(). What is queued is thrown away, and no TIME-WAIT is left
  to occupy the ports.

  Rule: ABORT discards what is queued: nothing but the RST leaves

    Scenario Outline: Text waits for the window in <state>
      Given the peer offers a window of 100
      And a connection in <state>
      When the user sends 250 octets of text
      Then the IUT sends text up to the edge of the window
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSED

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: Text and FIN wait for the window in FIN-WAIT-1
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 250 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSED

    Scenario: Text waits for a closed window
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSED

    @slow
    Scenario: Text that was not acknowledged does not come again
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When 3 RTO pass
      Then the IUT sends nothing and remains in CLOSED

    Scenario: A window that opens too late lets nothing out
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK with window 1000 is answered with RST

  Rule: ABORT leaves no TIME-WAIT behind

    @keep-listener
    Scenario Outline: After ABORT in <state> the same ports serve the next connection
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters LISTEN
      And a SYN is answered with SYN,ACK

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |

    @keep-listener
    Scenario Outline: ABORT makes way even in <state>
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends nothing and enters LISTEN
      And a SYN is answered with SYN,ACK

      Examples:
        | state     |
        | CLOSING   |
        | LAST-ACK  |
        | TIME-WAIT |

    Scenario: The peer's FIN, too, finds nobody
      Given a connection in FIN-WAIT-2
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      And a FIN,ACK is answered with RST
      And the IUT is still in CLOSED
