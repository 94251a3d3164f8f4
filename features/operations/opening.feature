@section-3.5
Feature: Operations: how a connection opens

  SYN, then SYN with ACK, then ACK. There is one SYN from each end and one ACK
  for each; the ACK of the first and the SYN of the second travel together. The
  third segment carries no SYN. It is there for the sake of the past: a SYN that
  was delayed for a minute looks like any other, and only the third segment, or
  the RST in its place, tells the listener whether somebody meant it.

  @note-a
  Rule: Opening takes three segments, and the third is a plain ACK

    @figure-6
    Scenario: Seen from the client
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK with SEQ=ISS+1 and ACK=IRS+1 and enters ESTABLISHED
      And the user is told "open completed"

    @figure-6
    Scenario: Seen from the server
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      And the user is told "open completed"

    Scenario: A second SYN in place of the third segment opens nothing
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer sends SYN with SEQ=RCV.NXT+RCV.WND+1000
      Then the IUT sends ACK and remains in SYN-RECEIVED
      And the user is told nothing

  @note-k
  Rule: With two steps an old SYN would open a connection that nobody wants

    Scenario: After two steps the server does not yet call it open
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      And the user is told nothing

    @figure-8
    Scenario: The third step takes the mistake back, and the true SYN is served
      Given a connection in LISTEN
      When the peer sends SYN with SEQ=IRS-10
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      When the peer sends RST
      Then the IUT sends nothing and returns to LISTEN
      When the peer sends SYN with SEQ=IRS+10
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

    @figure-8
    Scenario: The client refuses the answer to a SYN that it did not send
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with ACK=ISS-9
      Then the IUT sends RST with SEQ=SEG.ACK and remains in SYN-SENT
