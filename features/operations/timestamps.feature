@rfc-7323 @section-5.3
Feature: Operations: what timestamps promise

  The timestamps of one direction of a connection never go back, modulo 2^32. They
  need not rise with each segment: a clock that ticks once a millisecond gives the
  same value to all that leaves within one. PAWS drops what carries an older one
  than has been seen, and tells the sender by an ACK where the connection stands.
  A RST is exempt, for its sender may have forgotten its clock. All this holds in
  one connection; nothing is said of another one, even from the same address.

  @note-f1
  Rule: Timestamps do not go back, but they may stand still

    Scenario: A second segment with the same timestamp is taken
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends ACK with TSval=TS.Recent and 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives 20 octets of text

    Scenario: After the wrap a small number is the larger one
      Given the peer offers timestamps that wrap 20 ticks later
      And a connection in ESTABLISHED
      When the peer sends ACK with TSval=5000 and 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives 10 octets of text

  @note-f2 @RFC7323-5.3-PAWS-DROP @with-timestamps
  Rule: An older timestamp is an old duplicate, and draws an ACK

    Scenario: Text with an older timestamp is not taken
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with TSval=TS.Recent-1000 and 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives no text

    Scenario: Nor is a FIN
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends FIN,ACK with TSval=TS.Recent-1000
      Then the IUT sends ACK and remains in ESTABLISHED

    Scenario: A RST is obeyed, whatever its timestamp
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends RST with TSval=TS.Recent-1000
      Then the IUT sends nothing and enters CLOSED
