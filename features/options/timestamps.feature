@rfc-7323 @section-3.2
Feature: Timestamps

  The option says when a segment left, and what of the other end's had come by then.
  It tells the sender its round trip, and the receiver what is an old duplicate: both
  rest on its being on every segment and echoing the right one.

  @RFC7323-3.2-TS-SYNACK
  Rule: A SYN,ACK has timestamps only if the SYN had them

    Scenario: The SYN offers none
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK without a timestamps option and enters SYN-RECEIVED

    Scenario: The SYN offers them
      Given the peer offers timestamps
      And a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK with TSecr=SEG.TSval and enters SYN-RECEIVED

  @RFC7323-3.2-TS-ECHO
  Rule: A segment with ACK echoes a recent TSval of the peer

    Scenario: Text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with TSecr=SEG.TSval
