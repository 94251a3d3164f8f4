@section-3.5.3
Feature: Resets that the IUT receives

  A RST is believed if its sequence number shows that the sender knows the
  connection. Believed, it ends the connection whatever the state; not believed,
  it draws no answer, for answering a RST could go on for ever.

  @RFC9293-3.10.7.4-RST-EXACT
  Rule: A RST at RCV.NXT ends the connection, and the user is told

    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset"

      Examples:
        | state       | segment |
        | ESTABLISHED | RST     |
        | FIN-WAIT-1  | RST     |
        | FIN-WAIT-2  | RST     |
        | CLOSE-WAIT  | RST     |
        | ESTABLISHED | RST,ACK |

    # 3.10.7.4 names no signal to the user here; 3.5.3 does.
    Scenario Outline: RST in <state>
      Given a connection in <state>
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | state    |
        | CLOSING  |
        | LAST-ACK |

    @without-rfc1337
    Scenario: RST in TIME-WAIT
      Given a connection in TIME-WAIT
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

    Scenario Outline: Nothing is left of a connection that was reset in <state>
      Given a connection in <state>
      And the peer has sent RST
      When the peer sends ACK with 10 octets of text
      Then the IUT sends RST with SEQ=SEG.ACK
      And the IUT is in CLOSED

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |

    Scenario: Text that waits for its acknowledgment is not sent any more
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      And the peer has sent RST
      When 3 RTO pass
      Then the IUT sends nothing
      And the IUT is in CLOSED

  @SHLD-2
  Rule: A RST may carry text

    Scenario Outline: <state>
      Given a connection in <state>
      When the peer sends RST with 10 octets of text
      Then the IUT sends nothing and enters CLOSED
      And the user receives no text

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |
        | CLOSING     |
        | LAST-ACK    |

  @RFC9293-3.5.3-RST-VALIDATE
  Rule: A RST outside the window is dropped without an answer

    Scenario Outline: <side> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends nothing and remains in <state>

      Examples: Just before the window
        | state        | side     | segment                |
        | SYN-RECEIVED | too old  | RST with SEQ=RCV.NXT-1 |
        | ESTABLISHED  | too old  | RST with SEQ=RCV.NXT-1 |
        | FIN-WAIT-1   | too old  | RST with SEQ=RCV.NXT-1 |
        | FIN-WAIT-2   | too old  | RST with SEQ=RCV.NXT-1 |
        | CLOSE-WAIT   | too old  | RST with SEQ=RCV.NXT-1 |
        | CLOSING      | too old  | RST with SEQ=RCV.NXT-1 |
        | LAST-ACK     | too old  | RST with SEQ=RCV.NXT-1 |
        | TIME-WAIT    | too old  | RST with SEQ=RCV.NXT-1 |

      Examples: Just beyond the window
        | state        | side      | segment                      |
        | SYN-RECEIVED | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | ESTABLISHED  | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | FIN-WAIT-1   | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | FIN-WAIT-2   | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | CLOSE-WAIT   | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | CLOSING      | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | LAST-ACK     | too early | RST with SEQ=RCV.NXT+RCV.WND |
        | TIME-WAIT    | too early | RST with SEQ=RCV.NXT+RCV.WND |

    Scenario: The connection does not notice
      Given a connection in ESTABLISHED
      And the peer has sent RST with SEQ=RCV.NXT-1
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

  @RFC9293-3.5.3-RST-VALIDATE @without-rfc5961-rst
  Rule: Without RFC 5961 a RST anywhere in the window ends the connection

    Scenario Outline: <where> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | state       | where              | segment                        |
        | ESTABLISHED | right after its start | RST with SEQ=RCV.NXT+1      |
        | ESTABLISHED | at its last number | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | FIN-WAIT-1  | at its last number | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | FIN-WAIT-2  | at its last number | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | CLOSE-WAIT  | at its last number | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | CLOSING     | at its last number | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | LAST-ACK    | at its last number | RST with SEQ=RCV.NXT+RCV.WND-1 |

    Scenario: In SYN-RECEIVED it leads back to LISTEN
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When the peer sends RST with SEQ=RCV.NXT+RCV.WND-1
      Then the IUT sends nothing and returns to LISTEN
