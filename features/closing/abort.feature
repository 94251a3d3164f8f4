@section-3.10.5 @interpretation-abort-ends-closed
Feature: ABORT

  ABORT gives up the connection at once and tells the peer so. It asks for no
  acknowledgment and waits for nothing: afterwards the connection has never been.

  # 3.10.5 shows the RST without ACK; 3.1 has every segment of an open connection
  # carry one. The number in front is SND.NXT in either case.
  @RFC9293-3.10.5-ABORT-RST @interpretation-abort-rst-with-ack
  Rule: In a state in which the peer counts on the connection, ABORT sends a RST

    Scenario Outline: ABORT in <state> sends <action>
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

      Examples:
        | state        | action |
        | SYN-RECEIVED | RST    |
        | ESTABLISHED  | RST    |
        | FIN-WAIT-1   | RST    |
        | FIN-WAIT-2   | RST    |
        | CLOSE-WAIT   | RST    |

    Scenario: The RST stands behind all text that was sent
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED

    Scenario: The RST stands behind the FIN, acknowledged or not
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      And the user has called CLOSE
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED

  # 3.10.5 shows it so: <SEQ=SND.NXT><CTL=RST>.
  @other-reading-abort-rst-with-ack
  Rule: The RST of ABORT carries no ACK

    Scenario Outline: ABORT in <state> sends a bare <action>
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends RST and enters CLOSED

      Examples:
        | state       | action |
        | ESTABLISHED | RST    |
        | CLOSE-WAIT  | RST    |

  Rule: In every other state ABORT ends in silence

    Scenario Outline: ABORT in <state> sends <action>
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends nothing and enters CLOSED
      And any ACK is answered with RST

      Examples:
        | state     | action  |
        | LISTEN    | nothing |
        | SYN-SENT  | nothing |
        | CLOSING   | nothing |
        | LAST-ACK  | nothing |
        | TIME-WAIT | nothing |

    Scenario: After ABORT in LISTEN nobody is there for a SYN
      Given a connection in LISTEN
      When the user calls ABORT
      Then the IUT sends nothing and enters CLOSED
      And the next SYN is answered with RST,ACK

    Scenario: After ABORT in SYN-SENT the peer's answer comes too late
      Given a connection in SYN-SENT
      When the user calls ABORT
      Then the IUT sends nothing and enters CLOSED
      And a SYN,ACK is answered with RST

    @slow
    Scenario Outline: ABORT in <state> ends all retransmission
      Given a connection in <state>
      When the user calls ABORT
      Then the IUT sends nothing and enters CLOSED
      When 3 RTO pass
      Then the IUT sends nothing and remains in CLOSED

      Examples:
        | state    |
        | SYN-SENT |
        | CLOSING  |
        | LAST-ACK |

  Rule: After ABORT the connection does not exist

    Scenario Outline: A late <segment> draws <answer>
      Given a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any <segment> is answered with <answer>
      And the IUT is still in CLOSED

      Examples:
        | segment                    | answer  |
        | ACK                        | RST     |
        | ACK with 10 octets of text | RST     |
        | FIN,ACK                    | RST     |
        | SYN,ACK                    | RST     |
        | SYN                        | RST,ACK |
        | FIN without ACK            | RST,ACK |
        | RST                        | nothing |

    Scenario: The user hears no more of it
      Given a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and enters CLOSED
      When the peer sends RST
      Then the IUT sends nothing and remains in CLOSED
      And the user is told nothing
