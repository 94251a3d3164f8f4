@section-3.5
Feature: Simultaneous open

  Two users call active OPEN towards each other, and their SYNs cross. It is one
  connection, not two: each end answers the SYN it did not expect with the same
  number as before, and nobody has to be the listener.

  @MUST-10 @interpretation-crossing-syn-ack-is-free
  Rule: Two SYNs that cross open one connection

    # The window test refuses the SYN,ACK that crosses, Figure 7 takes it: either will do, if the connection opens.
    @figure-7
    Scenario: The SYN,ACKs cross as well
      Given a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK with SEQ=ISS and ACK=IRS+1 and enters SYN-RECEIVED
      When the peer sends SYN,ACK with SEQ=IRS
      Then the IUT may send ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      And the user is told "open completed"

    @other-reading-crossing-syn-ack-is-free
    Scenario: A plain ACK completes it too
      Given an active OPEN, and a connection in SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      And the user is told "open completed"

    @other-reading-crossing-syn-ack-is-free
    Scenario: Text flows both ways afterwards
      Given an active OPEN, and a connection in SYN-RECEIVED
      And the peer has acknowledged the IUT's SYN
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and 10 octets of text
      When the peer sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+11 and ACK=IRS+11
      And the user receives 10 octets of text

  # Appendix A.2: the window test stands, and it is an ACK, not the SYN,ACK, that opens the connection.
  @MUST-10 @other-reading-crossing-syn-ack-is-free
  Rule: The SYN,ACK that crosses lies outside the window, and is answered with an ACK

    Scenario: The SYN,ACKs cross, and the ACKs after them
      Given a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK with SEQ=ISS and ACK=IRS+1 and enters SYN-RECEIVED
      When the peer sends SYN,ACK with SEQ=IRS
      Then the IUT sends ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

  @RFC9293-3.10.7.3-SYN-CROSS
  Rule: A SYN without ACK takes SYN-SENT to SYN-RECEIVED, and the ISS stays

    Scenario: The user is not told before its own SYN is acknowledged
      Given a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK with SEQ=ISS and ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      And the user is told nothing

    Scenario: The SYN,ACK is sent again while nobody acknowledges it
      Given an active OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK
      And the IUT is still in SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

    Scenario: The SYN of the peer comes a second time
      Given an active OPEN, and a connection in SYN-RECEIVED
      When the peer retransmits its SYN
      Then the IUT sends ACK and remains in SYN-RECEIVED
