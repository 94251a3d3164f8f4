@section-3.5.1
Feature: Half-open connections are discovered

  One end has crashed and forgotten the connection, the other has not. Whoever
  speaks first brings it to light: the end that remembers answers with numbers
  that the other cannot know, and the end that forgot resets it.

  @RFC9293-3.5.2-SYNC-UNACCEPTABLE
  Rule: The end that remembers answers a strange SYN with what it expects, and believes the RST

    @figure-9 @keep-listener
    Scenario: The peer crashed and opens anew
      Given a connection in ESTABLISHED
      When the peer sends SYN with SEQ=RCV.NXT-100000
      Then the IUT sends ACK and remains in ESTABLISHED
      When the peer sends RST
      Then the IUT sends nothing
      And the user is told "connection reset"
      When the peer sends SYN with SEQ=RCV.NXT-100000
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1

  @RFC9293-3.10.7.3-BADACK
  Rule: The end that forgot resets the connection it is told of, and goes on with its own SYN

    @figure-9
    Scenario: The IUT crashed and opens anew
      Given a connection in SYN-SENT
      When the peer sends ACK with ACK=ISS-300
      Then the IUT sends RST with SEQ=SEG.ACK and remains in SYN-SENT
      And the IUT retransmits its SYN
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

  @RFC9293-3.5.2-RST-CLOSED-ACK
  Rule: Text for a connection that was forgotten draws a RST which its sender believes

    @figure-10
    Scenario: The IUT crashed, and the peer sends text
      Given a connection in CLOSED
      When the peer sends ACK with 10 octets of text
      Then the IUT sends RST with SEQ=SEG.ACK
      And the IUT is in CLOSED

  @RFC9293-3.10.7.4-RST-EXACT
  Rule: The RST that text draws ends the connection of its sender

    @figure-10
    Scenario: The peer crashed, and the IUT sends text
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset"
