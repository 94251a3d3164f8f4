@section-3.5.2
Feature: Resets that the IUT sends

  A RST says that a segment cannot have been meant for this connection. Its
  numbers are chosen so that whoever sent that segment must believe it; which
  segments deserve one depends on how much of a connection there is.

  @RFC9293-3.5.2-RST-CLOSED-NOACK
  Rule: Group 1: CLOSED answers what has no ACK with SEQ zero and an ACK of all of it

    Scenario Outline: <segment>
      Given a connection in CLOSED
      When the peer sends <segment>
      Then the IUT sends RST,ACK with SEQ=0 and ACK=SEG.SEQ+<length> and remains in CLOSED

      Examples:
        | segment                             | length |
        | SYN                                 | 1      |
        | SYN with 10 octets of text          | 11     |
        | SYN,FIN                             | 2      |
        | FIN without ACK                     | 1      |
        | no flags                            | 0      |
        | no flags with 10 octets of text     | 10     |
        | FIN without ACK with 10 octets of text | 11  |

  @RFC9293-3.5.2-RST-CLOSED-ACK
  Rule: Group 1: CLOSED answers what has an ACK with the SEQ that the ACK asks for

    Scenario Outline: <segment>
      Given a connection in CLOSED
      When the peer sends <segment>
      Then the IUT sends RST with SEQ=SEG.ACK and remains in CLOSED

      Examples:
        | segment                        | why                     |
        | ACK                            | a bare ACK              |
        | ACK with ACK=0                 | an ACK of number zero   |
        | ACK with 10 octets of text     | text                    |
        | FIN,ACK                        | a FIN                   |
        | FIN,ACK with 10 octets of text | text and a FIN          |
        | SYN,ACK                        | the answer to no SYN    |

  @RFC9293-3.5.2-NO-RST-FOR-RST
  Rule: A RST is never answered with a RST

    Scenario Outline: <segment> in CLOSED
      Given a connection in CLOSED
      When the peer sends <segment>
      Then the IUT sends nothing and remains in CLOSED

      Examples:
        | segment                        | why            |
        | RST                            | bare           |
        | RST,ACK                        | with an ACK    |
        | RST with 10 octets of text     | with text      |
        | SYN,RST                        | with a SYN     |
        | FIN,RST,ACK                    | with a FIN     |

    Scenario Outline: A RST with an ACK of what was never sent in <state>
      Given a connection in <state>
      When the peer sends RST with SEQ=RCV.NXT-1 and ACK=SND.NXT+1
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state        |
        | LISTEN       |
        | SYN-SENT     |
        | SYN-RECEIVED |
        | ESTABLISHED  |

  @RFC9293-3.5.2-NONSYNC-BADACK
  Rule: Group 2: an ACK of what was never sent draws a RST, and the state stays

    # In SYN-RECEIVED the check of RFC 5961 section 5 comes first and sends an ACK: see there.
    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends RST with SEQ=SEG.ACK and remains in <state>

      Examples:
        | state    | segment                                      |
        | LISTEN   | ACK with ACK=SND.NXT+1                       |
        | LISTEN   | ACK with ACK=SND.NXT+1 and 10 octets of text |
        | LISTEN   | SYN,ACK with ACK=SND.NXT+1                   |
        | SYN-SENT | ACK with ACK=SND.NXT+2                       |
        | SYN-SENT | ACK with ACK=SND.NXT+2 and 10 octets of text |
        | SYN-SENT | SYN,ACK with ACK=SND.NXT+2                   |

  @RFC9293-3.10.5-ABORT-RST
  Rule: An ABORT is told to the peer with the next number of the IUT

    Scenario: The user calls ABORT
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and SEQ=SND.NXT
      And the IUT is in CLOSED

  @RFC9293-3.5.2-RST-SENDER-TIMEWAIT
  Rule: Who has sent a RST should wait in TIME-WAIT, or is in CLOSED

    # 3.5.2 asks for TIME-WAIT, 3.10.5 for CLOSED: an old segment is acknowledged in the one and refused in the other.
    Scenario: An old segment after ABORT
      Given a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and SEQ=SND.NXT
      When the peer sends ACK with SEQ=RCV.NXT-1
      Then the IUT sends RST or ACK
