@section-3.6
Feature: CLOSE while text is queued

  "Send this, then hang up" must not lose the end of this. The FIN is the last
  thing in the stream, behind every octet that SEND took, however long the peer
  holds them back.

  @RFC9293-3.6-CLOSE-DELIVERS
  Rule: Everything sent before CLOSE leaves before the FIN

    Scenario: Text that fits leaves with the FIN behind it
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends the rest of its text and FIN
      And the IUT is in FIN-WAIT-1

    Scenario: A small window lets text go piece by piece, the FIN last
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 250 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      When the peer acknowledges the IUT's text
      Then the IUT sends text up to the edge of the window
      When the peer acknowledges the IUT's text
      Then the IUT sends the rest of its text and FIN
      And the IUT is in FIN-WAIT-1

    Scenario: The same for the side that closes second
      Given the peer offers a window of 100
      And a connection in CLOSE-WAIT
      When the user sends 150 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      When the peer acknowledges the IUT's text
      Then the IUT sends the rest of its text and FIN
      And the IUT is in LAST-ACK

    Scenario: The ACK of text ahead of the FIN does not end FIN-WAIT-1
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 150 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      When the peer acknowledges the IUT's text
      Then the IUT sends the rest of its text and FIN
      When the peer sends ACK without acknowledging the IUT's FIN
      Then the IUT sends nothing and remains in FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2

    Scenario: The peer closes while the IUT's text still waits
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 150 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      When the peer sends FIN,ACK with ACK=SND.UNA
      Then the IUT sends ACK
      When the peer acknowledges the IUT's text
      Then the IUT sends the rest of its text and FIN
      And the IUT is in CLOSING

    Scenario Outline: Of several segments that wait in <state> the last one has the FIN
      Given a connection in <state>
      And the peer has sent ACK with window 0
      When the user sends 3000 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing
      When the peer sends ACK with window 10000
      Then the IUT sends the rest of its text and FIN
      And the IUT is in <next>

      Examples:
        | state       | next       |
        | ESTABLISHED | FIN-WAIT-1 |
        | CLOSE-WAIT  | LAST-ACK   |

    @RFC9293-3.10.8-RTO
    Scenario: Text and FIN that left together are sent again together
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text and FIN
      And the IUT retransmits its text
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2

    Scenario: A segment is lost, and the FIN still comes last
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends the rest of its text and FIN
      And the IUT retransmits its text
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2

  @RFC9293-3.10.4-FIN-WAIT-1
  Rule: FIN-WAIT-1 begins with the CLOSE, whether the FIN can leave or not

    Scenario: FIN-WAIT-1 begins with the CLOSE, not with the FIN
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 150 octets of text
      And the user calls CLOSE
      Then the IUT sends text up to the edge of the window
      And the IUT sends nothing and remains in FIN-WAIT-1

    Scenario: The peer's FIN comes while a closed window holds text and FIN
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing and enters FIN-WAIT-1
      When the peer sends FIN,ACK with window 0
      Then the IUT sends ACK and enters CLOSING
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text and FIN
      And the IUT is in CLOSING
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

  @section-3.8.6
  Rule: A closed window holds back text and FIN alike

    Scenario: The text takes all of the window, and the FIN waits
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 100 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing
      When the peer sends ACK with window 100
      Then the IUT sends text up to the edge of the window
      And the IUT sends nothing and remains in FIN-WAIT-1
      When the peer acknowledges the IUT's text
      Then the IUT sends FIN,ACK and remains in FIN-WAIT-1

    Scenario: The window opens, and text and FIN leave
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing and enters FIN-WAIT-1
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text and FIN
      And the IUT is in FIN-WAIT-1

    Scenario: The same for the side that closes second
      Given a connection in CLOSE-WAIT
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing
      When the peer sends ACK with window 1000
      Then the IUT sends the rest of its text and FIN
      And the IUT is in LAST-ACK

    # A FIN that probes the window is as good as any other probe.
    Scenario: The FIN alone waits for the window
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user calls CLOSE
      Then the IUT may send FIN,ACK
      And the IUT is in FIN-WAIT-1
      When the peer sends ACK with window 1000 without acknowledging the IUT's FIN
      Then the IUT sends the rest of its text and FIN
      And the IUT is in FIN-WAIT-1

    Scenario: The peer's text is taken meanwhile
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends nothing
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      And the user receives 10 octets of text

  @MUST-36
  Rule: A closed window is probed also after CLOSE

    Scenario Outline: Probes in <state>
      Given a connection in <state>
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT probes the zero window

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    # A stack may count each probe as a timeout and be left with a congestion window of one segment.
    @slow
    Scenario: Probes go on, and the FIN comes in the end
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=SND.UNA
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=SND.UNA and window 1000
      Then the rest of its text and its FIN come, as the peer acknowledges it
