@section-3.6.1
Feature: Close of both directions at once

  POSIX close() is CLOSE and "I will not read any more" in one. Text that nobody
  will read must not be acknowledged as if somebody had: the peer would believe
  that it was received.

  @SHLD-3
  Rule: The peer learns by RST that text was lost

    Scenario: close() with text unread
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the user calls close() both ways
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

    Scenario: close() with text unread after the peer's FIN
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user calls close() both ways
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

    Scenario: close() with only part of the text read
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the user reads 5 octets
      And the user calls close() both ways
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

    Scenario Outline: <segment> after close() in ESTABLISHED
      Given a connection in ESTABLISHED
      And the user has called close() both ways
      When the peer sends <segment>
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

      Examples:
        | segment                        |
        | ACK with 10 octets of text     |
        | FIN,ACK with 10 octets of text |

    Scenario: Text in FIN-WAIT-2 after close()
      Given a connection in ESTABLISHED
      And the user has called close() both ways
      And the peer has acknowledged the IUT's FIN
      When the peer sends 10 octets of text
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

    Scenario: Text after CLOSE is taken, after close() it is not
      Given a connection in FIN-WAIT-2
      And the peer has sent 10 octets of text
      When the user calls close() both ways
      Then the call may be refused with "connection closing"
      And the IUT sends nothing and remains in FIN-WAIT-2
      When the peer sends 10 octets of text
      Then the IUT sends RST with or without ACK and enters CLOSED
      And any ACK is answered with RST

  @RFC9293-3.10.4-CLOSE-FIN
  Rule: Where no text is lost, close() is a normal close

    Scenario: The user closes both ways first
      Given a connection in ESTABLISHED
      When the user calls close() both ways
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

    Scenario: The user closes both ways second
      Given a connection in CLOSE-WAIT
      When the user calls close() both ways
      Then the IUT sends FIN,ACK and enters LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

    Scenario: The FINs cross
      Given a connection in ESTABLISHED
      And the user has called close() both ways
      When the peer sends FIN,ACK without acknowledging the IUT's FIN
      Then the IUT sends ACK and enters CLOSING
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters TIME-WAIT

    Scenario: Text that was read is not lost
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      Then the user has received 10 octets of text
      When the user calls close() both ways
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1

    @RFC9293-3.6-CLOSE-DELIVERS
    Scenario: Text sent before close() is delivered
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 150 octets of text
      And the user calls close() both ways
      Then the IUT sends text up to the edge of the window
      When the peer acknowledges the IUT's text
      Then the IUT sends the rest of its text and FIN

    Scenario: The FIN of close() is retransmitted although its user is gone
      Given a connection in ESTABLISHED
      And the user has called close() both ways
      Then the IUT retransmits its FIN
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
