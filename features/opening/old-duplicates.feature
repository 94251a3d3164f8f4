@section-3.5
Feature: Why two steps do not do

  A SYN that was delayed in the network may arrive when its sender has long
  forgotten it. The listener cannot tell, and answers; only the third step shows
  that nobody is there who meant it, and a RST takes the mistake back.

  @RFC9293-3.5.3-RST-SYNRCVD-PASSIVE
  Rule: The RST that an old duplicate SYN draws brings the connection back to LISTEN

    @figure-8
    Scenario: The listener opens for the true SYN after all
      Given a connection in LISTEN
      When the peer sends SYN with SEQ=IRS-10
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      When the peer sends RST
      Then the IUT sends nothing and returns to LISTEN
      When the peer sends SYN with SEQ=IRS+10
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

    @figure-11
    Scenario: Two listeners, and a SYN that neither has sent
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer sends RST
      Then the IUT sends nothing and returns to LISTEN
      And the user is told nothing

    Scenario Outline: <segment> takes the SYN back
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When the peer sends <segment>
      Then the IUT sends nothing and returns to LISTEN
      And the user is told nothing
      And the next SYN is answered with SYN,ACK

      Examples:
        | segment                        | why                                       |
        | RST,ACK                        | its ACK would open the connection         |
        | RST,PSH,ACK                    | no flag beside it matters                 |
        | FIN,RST,ACK                    | nor does a FIN                            |
        | SYN,RST                        | nor does a SYN                            |
        | RST with 10 octets of text     | text is no more than a diagnosis          |
        | RST,ACK with 10 octets of text | and its ACK does not make it more         |
        | RST with ACK=ISS               | of a RST only the sequence number is read |

    # One was all the backlog had room for.
    Scenario: What was taken back leaves its place in the backlog
      Given a backlog of 1
      And a passive OPEN, and a connection in SYN-RECEIVED
      When the peer sends RST
      Then the IUT sends nothing and returns to LISTEN
      And the next SYN is answered with SYN,ACK

  @RFC9293-3.10.7.3-BADACK
  Rule: SYN-SENT refuses a SYN,ACK that acknowledges an old SYN, and goes on waiting

    @figure-8
    Scenario: The answer to an old duplicate is refused, that to the true SYN taken
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with ACK=ISS-9
      Then the IUT sends RST with SEQ=SEG.ACK and remains in SYN-SENT
      And the IUT sends nothing more
      When the peer sends SYN,ACK with SEQ=RCV.NXT+100
      Then the IUT sends ACK with ACK=SEG.SEQ+1 and enters ESTABLISHED
      And the user is told "open completed"

  @RFC9293-3.10.7.2-LISTEN-ACK
  Rule: LISTEN refuses a SYN,ACK, for it has sent nothing to acknowledge

    @figure-11
    Scenario: The answer to an old duplicate reaches a listener
      Given a connection in LISTEN
      When the peer sends SYN,ACK with ACK=ISS+1
      Then the IUT sends RST with SEQ=SEG.ACK and remains in LISTEN
      And the user is told nothing
      But the next SYN is answered with SYN,ACK
