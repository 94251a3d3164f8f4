@section-3.8.3
Feature: Giving up

  A peer that answers nothing is dead, or cut off; only time tells which. R1 is
  when the user should hear of the trouble, R2 when the connection ends. Both
  are counted for one segment: what gets through in the end was no failure.

  @MUST-20 @slow
  Rule: Text that nobody acknowledges is given up at R2, and the user is told

    Scenario Outline: The peer is gone in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      When R2 passes
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED
      And any ACK is answered with RST

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: What the peer still sends does not count as an answer
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When 0.9 R2 pass
      Then the IUT is still in ESTABLISHED
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      When another 0.5 R2 passes
      Then the IUT is in CLOSED

    Scenario: The peer is gone when it has acknowledged half of it
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with ACK=SND.UNA+5
      And R2 passes
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED

    # RFC 9293 3.8.6.1 keeps the connection open only as long as the peer answers.
    Scenario: Probes of a zero window that nobody answers are given up, too
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window
      When R2 passes
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED

  @MUST-20 @slow
  Rule: R1 and R2 are counted for one segment

    Scenario: Many losses, none of them for long
      Given a connection in ESTABLISHED
      And 8 segments of text have each been lost 2 times
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT is still in ESTABLISHED

    Scenario: Losses of segment after segment do not add up
      Given a connection in ESTABLISHED
      Then 10 segments of text get through, after each has been lost 2 times
      And the IUT is still in ESTABLISHED

    Scenario: A loss that nearly lasted until R2 leaves nothing behind
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When 0.9 R2 pass
      Then the IUT is still in ESTABLISHED
      When the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When another 0.9 R2 pass
      Then the IUT is still in ESTABLISHED

  @SHLD-11 @slow
  Rule: R2 is 100 seconds at least

    Scenario Outline: Nobody answers for 100 seconds in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      When 100 seconds pass
      Then the IUT is still in <state>
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: Nobody acknowledges the FIN for 100 seconds
      Given a connection in FIN-WAIT-1
      When 100 seconds pass
      Then the IUT is still in FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2

  @SHLD-9 @slow
  Rule: The user hears of the trouble at R1, before R2

    Scenario: Text comes back unacknowledged
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When 0.9 R2 pass
      Then the user is told of an error before the connection ends
      And the IUT is still in ESTABLISHED

  @SHLD-10 @slow
  Rule: R1 is three retransmissions at least

    Scenario: Two retransmissions are no trouble yet
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text
      And the IUT retransmits its text
      And the user is told of no error
      And the IUT is still in ESTABLISHED

  @MUST-21
  Rule: The user sets R2 for one connection

    Scenario Outline: The connection in <state> is given up when the user wants it
      Given a connection in <state>
      And the user has set the user timeout to 2 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When 1 RTO passes
      Then the IUT is still in <state>
      When another 2 RTO pass
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED

      @slow
      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    @slow
    Scenario: Text that is in flight already
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user sets the user timeout to 3 RTO
      And 2 RTO pass
      Then the IUT is still in ESTABLISHED
      When another 3 RTO pass
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED

    @slow
    Scenario: A peer that answers in time is not given up
      Given a connection in ESTABLISHED
      And the user has set the user timeout to 2 RTO
      And 3 round trips of 0.6 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT is in ESTABLISHED

    @slow
    Scenario: A connection on which nothing is outstanding does not time out
      Given a connection in ESTABLISHED
      And the user has set the user timeout to 2 RTO
      When 5 RTO pass
      Then the IUT is still in ESTABLISHED

    @slow
    Scenario: R2 can be made longer
      Given a connection in ESTABLISHED
      And the user has set the user timeout to 5 R2
      And the user has sent 10 octets of text
      When 4 R2 pass
      Then the IUT is still in ESTABLISHED
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC9293-3.10.8-USER-TIMEOUT
  Rule: The user timeout flushes the queues, tells the user and ends in CLOSED

    @slow
    Scenario Outline: In <state>
      Given a connection in <state>
      And the user has set the user timeout to 2 RTO
      When 5 RTO pass
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED
      And any ACK is answered with RST

      Examples:
        | state      |
        | SYN-SENT   |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

    @slow
    Scenario Outline: Text and FIN that waited are gone with the connection in <state>
      Given the peer offers a window of 100
      And a connection in <state>
      And the user has set the user timeout to 2 RTO
      When the user sends 250 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      When 5 RTO pass
      Then the user is told "connection aborted due to user timeout"
      And the IUT is in CLOSED
      And any ACK is answered with RST

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    @slow
    Scenario: The calls that come after it are told that there is no connection
      Given a connection in ESTABLISHED
      And the user has set the user timeout to 2 RTO
      And the user has sent 10 octets of text
      When 5 RTO pass
      Then the user is told "connection aborted due to user timeout"
      When the user calls SEND
      Then the call is refused with "connection does not exist"
      And the IUT sends nothing and remains in CLOSED
