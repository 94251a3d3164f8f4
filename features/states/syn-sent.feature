@section-3.10.7.3
Feature: A segment arrives in SYN-SENT

  The user has asked, the peer has not yet answered. There is no window to test
  a segment with, so its ACK is the only proof that it is an answer; without
  that proof only a SYN counts.

  @RFC9293-3.10.7.3-BADACK
  Rule: An ACK of anything but the SYN is answered with a RST

    Scenario Outline: <segment>
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends RST with SEQ=SEG.ACK and remains in SYN-SENT
      And the user is told nothing

      Examples:
        | segment                                    | why                        |
        | ACK with ACK=ISS                           | acknowledges nothing       |
        | ACK with ACK=ISS-100                       | of an older incarnation    |
        | ACK with ACK=SND.NXT+1                     | of what was never sent     |
        | ACK with ACK=ISS and 10 octets of text     | text changes nothing       |
        | FIN,ACK with ACK=ISS                       | nor does a FIN             |
        | FIN,ACK with ACK=SND.NXT+1                 | nor here                   |
        | PSH,ACK with ACK=ISS and 1 octet of text   | nor does PSH               |
        | SYN,ACK with ACK=ISS                       | nor does a SYN             |
        | SYN,ACK with ACK=SND.NXT+1                 | nor does it here           |

    Scenario Outline: A RST is dropped: <segment>
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends nothing and remains in SYN-SENT
      And the user is told nothing

      Examples:
        | segment                                     | why                         |
        | SYN,RST,ACK with ACK=ISS                    | with a SYN                  |
        | FIN,RST,ACK with ACK=SND.NXT+1              | with a FIN                  |
        | RST with ACK=ISS-100 and 10 octets of text  | with text                   |

  @RFC9293-3.5.3-RST-SYNSENT
  Rule: A RST counts only if it acknowledges the SYN

    Scenario Outline: <segment> is dropped
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends nothing and remains in SYN-SENT
      And the user is told nothing

      Examples:
        | segment                | why                    |
        | RST without ACK        | proves nothing         |
        | RST with ACK=ISS       | acknowledges nothing   |
        | RST with ACK=ISS-100   | an older incarnation   |
        | RST with ACK=SND.NXT+1 | what was never sent    |
        | SYN,RST                | proves nothing either  |

    Scenario Outline: <segment> ends the open
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset" or "connection refused"

      Examples:
        | segment     | why                               |
        | RST         | as CLOSED sends it                |
        | SYN,RST,ACK | the RST is looked at first        |
        | FIN,RST,ACK | and nothing else of it            |

    Scenario: After a RST that proves nothing the open completes
      Given a connection in SYN-SENT
      And the peer has sent RST without ACK
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    @SHLD-2
    Scenario: A RST that refuses may carry text
      Given a connection in SYN-SENT
      When the peer sends RST with 10 octets of text
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset" or "connection refused"

  @RFC9293-3.10.7.3-DROP-REST
  Rule: What has neither SYN nor RST is dropped

    Scenario Outline: <segment>
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends nothing and remains in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK with ACK=SEG.SEQ+1 and enters ESTABLISHED

      Examples:
        | segment                         | why                           |
        | ACK                             | acknowledges the SYN, no more |
        | ACK with 10 octets of text      | text before the SYN           |
        | FIN,ACK                         | a FIN before the SYN          |
        | FIN,PSH,ACK with 1 octet of text | all at once before the SYN   |
        | FIN without ACK                 | not even an ACK               |
        | no flags                        | nothing at all                |
        | no flags with 10 octets of text | text without anything         |

  @RFC9293-3.10.7.3-ACK-WITH-DATA
  Rule: Text that waits for the open may leave with the ACK that completes it

    # A sockets API may take no text yet; what it took must leave.
    Scenario: SEND, and then the SYN,ACK
      Given a connection in SYN-SENT
      When the user calls SEND
      Then the call may be refused
      When the peer sends SYN,ACK
      Then the IUT sends the text that SEND took
      And the IUT is in ESTABLISHED
