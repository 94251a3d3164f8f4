@section-3.8.6.1
Feature: Probing a zero window

  The peer's window is shut, text waits, and the ACK that would open the window
  again may be lost: ACKs are not sent twice. So the sender asks from time to
  time, for as long as it is answered. A probe is anything that the peer must
  answer: an octet of text, or a number that it has seen before.

  @MUST-36
  Rule: A zero window is probed while something waits

    Scenario Outline: Text waits in <state>
      Given a connection in <state>
      And the peer has sent ACK with window 0
      When the user sends <octets> octets of text
      Then the IUT sends nothing
      And the IUT probes the zero window
      And the IUT is still in <state>

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 3001   |
        | CLOSE-WAIT  | 1      |
        | CLOSE-WAIT  | 100    |

    Scenario: The window is shut from the beginning
      Given the peer offers a window of 0
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends nothing
      And the IUT probes the zero window

    Scenario: The ACK of text shuts the window
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 250 octets of text
      Then the IUT sends text up to the edge of the window
      When the peer sends ACK with window 0
      Then the IUT sends nothing
      And the IUT probes the zero window

    Scenario: A FIN waits alone
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user calls CLOSE
      Then the IUT may send FIN,ACK
      And the IUT probes the zero window
      And the IUT is still in FIN-WAIT-1

    @slow
    Scenario: Nothing waits, nothing is asked
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When 3 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

    @slow
    Scenario: An open window is not probed
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text
      When the peer acknowledges the IUT's text
      And 3 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

  @MUST-36
  Rule: The answer to a probe opens the window

    Scenario: The answer tells of a window, and did not take the probe
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=SND.UNA and window 1000
      Then the IUT sends the rest of its text

    Scenario: The answer took the octet of the probe, if there was one
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing and remains in ESTABLISHED

    @slow
    Scenario: The window stays shut although the probe was taken
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window
      When the peer sends ACK with window 0
      Then the IUT sends nothing
      And the IUT probes the zero window
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text

    Scenario: The window opens before any probe was due
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT sends nothing
      When the peer sends ACK with window 1000
      Then the IUT sends ACK with 10 octets of text

    @slow
    Scenario: It shuts a second time
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 200 octets of text
      Then the IUT probes the zero window
      When the peer sends ACK with window 100
      Then the IUT sends text up to the edge of the window
      When the peer sends ACK with window 0
      Then the IUT sends nothing
      And the IUT probes the zero window
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text

  @SHLD-29
  Rule: The first probe leaves when the window has been shut for RTO

    Scenario: A fast path
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window when it has been closed for RTO

    @slow
    Scenario: A slow path
      Given a connection in ESTABLISHED after a handshake of 0.7 RTO
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window when it has been closed for RTO

    @slow
    Scenario: Not later when it was probed for long before
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window 4 times, each wait longer than the one before
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text
      When the peer sends ACK with window 0
      And the user sends 10 octets of text
      Then the IUT probes the zero window when it has been closed for RTO

  @SHLD-30 @slow
  Rule: Probes come ever more slowly

    Scenario: Nobody answers
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window 4 times, each wait longer than the one before

    Scenario: The peer answers each of them
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window 4 times, each wait longer, though the peer answers

    Scenario: Probes of CLOSE-WAIT
      Given a connection in CLOSE-WAIT
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT probes the zero window 4 times, each wait longer than the one before

    Scenario: The window shuts while text is in flight
      Given the peer offers MSS 500
      And a connection in ESTABLISHED
      When the user sends 1500 octets of text
      Then the IUT sends the rest of its text
      When the peer sends ACK with ACK=SND.UNA+500 and window 0
      Then the IUT probes the zero window 4 times, each wait longer than the one before
      When the peer sends ACK with window 5000
      Then the IUT sends nothing and remains in ESTABLISHED

  @MUST-37 @slow
  Rule: As long as probes are answered the connection stays open

    Scenario Outline: The window stays shut for longer than R2 in <state>
      Given a connection in <state>
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the peer answers every probe of the zero window for 2 R2
      Then the IUT is still in <state>
      When the peer sends ACK with ACK=SND.UNA and window 1000
      Then the IUT sends the rest of its text

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: CLOSE waits behind the text all the while
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      And the peer answers every probe of the zero window for 2 R2
      Then the IUT is still in FIN-WAIT-1
      When the peer sends ACK with ACK=SND.UNA and window 1000
      Then the IUT sends the rest of its text and FIN
