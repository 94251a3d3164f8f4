@section-3.6.1
Feature: Half-closed connections

  The two directions of a connection end one at a time. A client may send its
  request and CLOSE, and the answer still comes; a server that has seen the FIN
  may go on answering for as long as it likes.

  @RFC9293-3.6-RECV-AFTER-CLOSE
  Rule: After its CLOSE the user receives until the peer has closed, too

    Scenario: Text that crosses the FIN is taken in FIN-WAIT-1
      Given a connection in FIN-WAIT-1
      When the peer sends ACK with 10 octets of text without acknowledging the IUT's FIN
      Then the IUT sends ACK and remains in FIN-WAIT-1
      And the user receives 10 octets of text

    Scenario: Text that comes after the FIN is taken in FIN-WAIT-2
      Given a connection in FIN-WAIT-2
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in FIN-WAIT-2
      And the user receives 10 octets of text

    Scenario: The peer goes on for several segments, then closes
      Given a connection in FIN-WAIT-2
      And the peer has sent 700 octets of text
      And the peer has sent 700 octets of text
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK and enters TIME-WAIT
      And the user has received 1410 octets of text

    @SHLD-31
    Scenario: Text out of order is put in order
      Given a connection in FIN-WAIT-2
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in FIN-WAIT-2
      And the user receives 20 octets of text

    @slow
    Scenario: The peer may take its time
      Given a connection in FIN-WAIT-2
      When 2.5 MSL pass
      Then the IUT is still in FIN-WAIT-2
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in FIN-WAIT-2
      And the user receives 10 octets of text

    Scenario: Who reads only after CLOSE loses nothing
      Given the user does not read
      And a connection in FIN-WAIT-2
      And the peer has sent 10 octets of text
      When the user reads 10 octets
      Then the user has received 10 octets of text

  Rule: In CLOSE-WAIT the user may go on sending

    Scenario: Text leaves after the peer's FIN
      Given a connection in CLOSE-WAIT
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text and remains in CLOSE-WAIT

    Scenario: Text that is lost after the peer's FIN comes again
      Given a connection in CLOSE-WAIT
      And the user has sent 10 octets of text
      Then the IUT retransmits its text
      And the IUT is still in CLOSE-WAIT

    Scenario: The FIN of CLOSE stands behind that text
      Given a connection in CLOSE-WAIT
      And the user has sent 10 octets of text
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK

    Scenario: An ACK of that text alone does not end LAST-ACK
      Given a connection in CLOSE-WAIT
      And the user has sent 10 octets of text
      And the user has called CLOSE
      When the peer sends ACK without acknowledging the IUT's FIN
      Then the IUT sends nothing and remains in LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

  @RFC9293-3.10.7.4-TEXT-AFTER-FIN
  Rule: Text that claims to follow the peer's FIN is ignored

    # Step five of TIME-WAIT, read literally, acknowledges whatever comes.
    Scenario Outline: Text after the FIN
      Given a connection in <state>
      When the peer sends ACK with 10 octets of text without acknowledging the IUT's FIN
      Then the IUT may send ACK
      And the IUT is still in <state>
      And the user receives no text

      Examples:
        | state      |
        | CLOSE-WAIT |
        | CLOSING    |
        | LAST-ACK   |
        | TIME-WAIT  |
