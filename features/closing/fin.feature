@section-3.10.7.4
Feature: The peer's FIN

  A FIN occupies the sequence number behind the last octet, and is taken in its
  turn like any octet: never before the text in front of it, never twice, and
  never from a segment that would not have been accepted itself.

  @RFC9293-3.10.7.4-FIN-ACK
  Rule: A FIN in order is acknowledged, and the user is told

    Scenario Outline: A FIN arrives alone
      Given a connection in <state>
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters <next>
      And the user is told "connection closing"

      Examples:
        | state       | next       |
        | ESTABLISHED | CLOSE-WAIT |
        | FIN-WAIT-1  | TIME-WAIT  |
        | FIN-WAIT-2  | TIME-WAIT  |

    Scenario Outline: A FIN arrives with the last text
      Given a connection in <state>
      When the peer sends FIN,ACK,PSH with 10 octets of text
      Then the IUT sends ACK and enters <next>
      And the user receives 10 octets of text
      And the user is told "connection closing"

      Examples:
        | state       | next       |
        | ESTABLISHED | CLOSE-WAIT |
        | FIN-WAIT-1  | TIME-WAIT  |
        | FIN-WAIT-2  | TIME-WAIT  |

    Scenario: A FIN crosses the IUT's own
      Given a connection in FIN-WAIT-1
      When the peer sends FIN,ACK without acknowledging the IUT's FIN
      Then the IUT sends ACK and enters CLOSING
      And the user is told "connection closing"

    Scenario Outline: <segment> arrives after the IUT has sent its own FIN again
      Given a connection in FIN-WAIT-1
      Then the IUT retransmits its FIN
      When the peer sends <segment>
      Then the IUT sends ACK and enters <next>

      Examples:
        | segment                                     | next      |
        | FIN,ACK                                     | TIME-WAIT |
        | FIN,ACK with 10 octets of text              | TIME-WAIT |
        | FIN,ACK without acknowledging the IUT's FIN | CLOSING   |

    Scenario: Text that still waits acknowledges the FIN when it leaves
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 150 octets of text
      Then the IUT sends text up to the edge of the window
      When the peer sends FIN,ACK with ACK=SND.UNA
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the peer acknowledges the IUT's text
      Then the IUT sends ACK with ACK=RCV.NXT and 50 octets of text
      And the IUT is in CLOSE-WAIT

    Scenario: Text before the FIN is not lost though it is read later
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user reads 20 octets
      Then the user receives 20 octets of text

    Scenario: A FIN that also acknowledges text ends its retransmission
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSE-WAIT

    @RFC9293-3.10.7.4-ACK-DUP
    Scenario: A FIN whose ACK is old counts all the same
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends FIN,ACK with ACK=SND.UNA
      Then the IUT sends ACK and enters CLOSE-WAIT

  @RFC9293-3.10.7.4-FIN-OOO
  Rule: A FIN beyond a gap waits until the gap is filled

    Scenario Outline: A FIN above RCV.NXT does not close yet
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=RCV.NXT+10
      Then the IUT may send ACK
      And the IUT is still in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |

    Scenario: The user is not told of a FIN beyond a gap
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      And the user receives no text
      And the user is told nothing

    Scenario Outline: The gap is filled and the FIN sent again
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=RCV.NXT+10
      Then the IUT may send ACK
      When the peer sends 10 octets of text
      Then the IUT may send ACK
      When the peer retransmits its FIN
      Then the IUT sends ACK and enters <next>
      And the user receives 10 octets of text

      Examples:
        | state       | next       |
        | ESTABLISHED | CLOSE-WAIT |
        | FIN-WAIT-2  | TIME-WAIT  |

  @SHLD-31
  Rule: A FIN beyond a gap is held until the gap is filled

    Scenario Outline: The gap is filled
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK and enters <next>
      And the user receives 20 octets of text

      Examples:
        | state       | next       |
        | ESTABLISHED | CLOSE-WAIT |
        | FIN-WAIT-1  | TIME-WAIT  |
        | FIN-WAIT-2  | TIME-WAIT  |

  @RFC9293-3.10.7.4-TRIM
  Rule: Of a segment that is partly old only the new part counts, the FIN included

    Scenario: The text in front of the FIN is old by half
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK with SEQ=RCV.NXT-5 and 10 octets of text
      Then the IUT sends ACK and enters CLOSE-WAIT
      And the user has received 15 octets of text

    Scenario: The text in front of the FIN is old altogether
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK with SEQ=RCV.NXT-10 and 10 octets of text
      Then the IUT sends ACK and enters CLOSE-WAIT
      And the user has received 10 octets of text

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK
  Rule: A FIN outside the window is answered with an ACK and closes nothing

    Scenario Outline: A FIN at <seq>
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=<seq>
      Then the IUT sends ACK and remains in <state>

      Examples:
        | state       | seq                |
        | ESTABLISHED | RCV.NXT-1          |
        | ESTABLISHED | RCV.NXT-1000       |
        | ESTABLISHED | RCV.NXT+RCV.WND+10 |
        | FIN-WAIT-1  | RCV.NXT-1000       |
        | FIN-WAIT-2  | RCV.NXT-1          |
        | FIN-WAIT-2  | RCV.NXT+RCV.WND+10 |

  @RFC9293-3.10.7.4-NOACK-DROP
  Rule: A FIN without ACK is dropped

    Scenario Outline: FIN alone
      Given a connection in <state>
      When the peer sends FIN without ACK
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
