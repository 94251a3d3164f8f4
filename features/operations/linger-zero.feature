@section-3.10.5 @interpretation-abort-ends-closed @interpretation-abort-rst-with-ack
Feature: Operations: SO_LINGER 0

  close() with SO_LINGER 0 is ABORT: whatever is queued is thrown away, the peer
  gets a RST and may lose text that it has not yet read, and no TIME-WAIT is left.
  That frees the port at once, and gives up what TIME-WAIT is good for. It is a
  way out of an emergency, not a way to close. A RST leaves only where there is
  something to reset: in LISTEN, SYN-SENT, CLOSING and LAST-ACK ABORT is silent.
  The RFC's RST carries no ACK, that of most stacks does; nobody looks at it. And
  the same RST leaves without SO_LINGER when close() finds text unread.

  @note-d
  Rule: ABORT discards what is queued, resets the peer and leaves no TIME-WAIT

    Scenario: Half of the text is on its way, the other half never leaves
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 250 octets of text
      Then the IUT sends text up to the edge of the window
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSED

    Scenario: No TIME-WAIT is left: the peer's FIN finds nobody
      Given a connection in FIN-WAIT-2
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      And a FIN,ACK is answered with RST

    Scenario: The same two ports serve again at once
      Given a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

  @note-d
  Rule: Where nothing is left to reset, ABORT is silent

    Scenario Outline: ABORT in <state>
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | state    |
        | SYN-SENT |
        | CLOSING  |
        | LAST-ACK |

  @note-d @SHLD-3
  Rule: close() with text unread resets the connection, too

    Scenario: Ten octets were never read
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the user calls close() both ways
      Then the IUT sends RST with or without ACK and enters CLOSED
