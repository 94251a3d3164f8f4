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
