@section-3.9.1.1
Feature: A listener with several peers

  One local socket may serve many peers at once. Each pair of sockets is a
  connection of its own, whatever becomes of the others.

  @MUST-42
  Rule: A half-open connection does not keep another peer from opening

    @keep-listener
    Scenario: Two handshakes run side by side
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When a second peer sends SYN
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 to the second peer
      When the second peer sends ACK
      Then the second peer's connection is in ESTABLISHED
      And the IUT is still in SYN-RECEIVED

    Scenario: A RST ends one of two handshakes
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer
      When the second peer sends RST
      Then the IUT sends nothing and remains in SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

    Scenario: LISTEN works beside an active open from the same socket
      Given a connection in SYN-SENT
      When the user calls passive OPEN
      Then the next SYN is answered with SYN,ACK
      And the IUT is still in SYN-SENT

  @section-3.9.1
  Rule: Connections of one local socket are told apart by their peers

    @keep-listener
    Scenario: A RST to one connection leaves the other
      Given a connection in ESTABLISHED
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer
      When the second peer sends ACK
      And the peer sends RST
      Then the IUT sends nothing
      And the second peer's connection is in ESTABLISHED
      When the second peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+11 to the second peer

    @keep-listener
    Scenario: Text goes to the connection that it was sent on
      Given a connection in ESTABLISHED
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer
      When the second peer sends ACK with 10 octets of text
      Then the IUT sends ACK to the second peer
      And the user receives no text
      And the IUT is still in ESTABLISHED

  @MUST-41
  Rule: A passive OPEN leaves alone what is there

    @keep-listener
    Scenario: A live connection goes on
      Given a connection in ESTABLISHED
      When the user calls passive OPEN
      Then the call may be refused with "connection already exists"
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives 10 octets of text

    Scenario: A listener goes on
      Given a connection in LISTEN
      When the user calls passive OPEN
      Then the call may be refused with "connection already exists"
      And the IUT is still in LISTEN
      And the next SYN is answered with SYN,ACK
