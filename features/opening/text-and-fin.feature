@section-3.5
Feature: Text and FIN on the handshake

  Nothing forbids to send text, or all one has to say and a FIN, along with the
  handshake. It must wait with the receiver until the handshake has shown that
  its sender is there; then it counts like any other, and once only.

  @RFC9293-3.5-SYNDATA-HOLD
  Rule: The user gets no text from a SYN before the handshake is complete

    Scenario Outline: Text on a SYN in <state> waits
      Given a connection in <state>
      When the peer sends SYN with 10 octets of text
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      And the user receives no text

      Examples:
        | state    |
        | LISTEN   |
        | SYN-SENT |

    # Whether the IUT kept it or not: in the end it has come once.
    Scenario: Text that comes on the SYN and again with the ACK is received once
      Given a connection in LISTEN
      And the peer has sent SYN with 10 octets of text
      And the IUT has answered with SYN,ACK
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and enters ESTABLISHED
      And the user receives 10 octets of text

    Scenario: Text on a SYN that is taken back is never received
      Given a connection in LISTEN
      And the peer has sent SYN with 10 octets of text
      And the IUT has answered with SYN,ACK
      When the peer sends RST
      Then the IUT sends nothing and returns to LISTEN
      And the user receives no text

  @section-3.10.7.2
  Rule: A FIN on the SYN waits like text

    Scenario: A FIN on the SYN does not spoil the open
      Given a connection in LISTEN
      When the peer sends SYN,FIN
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED

    Scenario: A FIN that comes on the SYN and again with the ACK counts once
      Given a connection in LISTEN
      When the peer sends SYN,FIN
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1
      When the peer sends FIN,ACK with SEQ=IRS+1
      Then the IUT sends ACK with ACK=IRS+2 and enters CLOSE-WAIT
      And the user is told "connection closing"

  @RFC9293-3.10.7.4-SYNRCVD-OPENS
  Rule: The ACK that completes the handshake may bring text and a FIN

    Scenario Outline: After <opening> comes <segment>
      Given <opening>, and a connection in SYN-RECEIVED
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=ISS+1 and ACK=<ack> and enters <next>
      And the user is told "open completed"
      And the user receives <octets> octets of text

      Examples:
        | opening        | segment                        | ack    | next        | octets |
        | a passive OPEN | ACK with 10 octets of text     | IRS+11 | ESTABLISHED | 10     |
        | a passive OPEN | FIN,ACK                        | IRS+2  | CLOSE-WAIT  | 0      |
        | a passive OPEN | FIN,ACK with 10 octets of text | IRS+12 | CLOSE-WAIT  | 10     |
        | an active OPEN | ACK with 10 octets of text     | IRS+11 | ESTABLISHED | 10     |
        | an active OPEN | FIN,ACK                        | IRS+2  | CLOSE-WAIT  | 0      |
        | an active OPEN | FIN,ACK with 10 octets of text | IRS+12 | CLOSE-WAIT  | 10     |

    Scenario: The user learns of both the open and the close
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      And the user is told "open completed"
      And the user is told "connection closing"

  @RFC9293-3.10.7.3-SYNACK-OPENS
  Rule: The SYN,ACK that completes an active open may bring text and a FIN

    Scenario Outline: SYN-SENT takes <segment>
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=ISS+1 and ACK=<ack> and enters <next>
      And the user is told "open completed"
      And the user receives <octets> octets of text

      Examples:
        | id           | segment                            | ack    | next        | octets |
        | text         | SYN,ACK with 10 octets of text     | IRS+11 | ESTABLISHED | 10     |
        | fin          | SYN,FIN,ACK                        | IRS+2  | CLOSE-WAIT  | 0      |
        | text and fin | SYN,FIN,ACK with 10 octets of text | IRS+12 | CLOSE-WAIT  | 10     |
