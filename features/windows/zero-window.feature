@section-3.8.6
Feature: The IUT's own window, and when it is shut

  The window is a promise: what was offered is taken, and the right edge does not
  come back. When the buffer is full the window is zero. Even then the peer must
  learn where the IUT stands, and RST and URG must get through.

  @SHLD-14
  Rule: The right edge of the window never moves to the left

    # The background checker looks at every segment's right edge.
    Scenario Outline: Nothing is read, and <segments> segments of a full one's <part>th part come
      Given the user does not read
      And a connection in <state>
      When the peer sends <segments> segments, each a full one's <part>th part
      Then the IUT acknowledges all of it

      Examples:
        | state       | segments | part |
        | ESTABLISHED | 20       | 1    |
        | ESTABLISHED | 30       | 3    |
        | ESTABLISHED | 60       | 100  |
        | ESTABLISHED | 60       | 1400 |
        | FIN-WAIT-2  | 20       | 1    |

    Scenario: The user reads in between
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends 10 full segments
      And the user reads 1000 octets, 3 times
      And the peer sends 10 full segments
      And the user reads all its text
      And the peer sends 10 full segments
      Then the IUT acknowledges all of it

  @RFC9293-3.10.7.4-NO-SHRINK
  Rule: Text that is taken uses up the window, and all that was offered is taken

    Scenario: Full segments until the window is shut
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer fills the IUT's window
      Then the IUT acknowledges all of it
      And the IUT offers a window of 0

    Scenario Outline: The last <rest> octets come in pieces of <size>
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window but for <rest> octets
      When the peer sends pieces of <size> octets in the order <order>
      Then the IUT acknowledges all of it
      And the IUT offers a window of 0

      Examples:
        | order                | size | rest |
        | 1                    | 1    | 1    |
        | 1,2,3,4,5,6,7,8,9,10 | 1    | 10   |
        | 1,2,3                | 100  | 300  |
        | 3,2,1                | 100  | 300  |

    Scenario: Everything that it took is handed over
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads all its text
      Then the user has received all that the IUT acknowledged

  @RFC9293-3.10.7.4-TRIM
  Rule: What lies beyond the right edge is not taken

    # Whether any of a segment that reaches beyond is taken is for section 3.4; no more than lies inside it must be.
    Scenario Outline: A gap, then text of which <inside> octets lie inside
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window but for 30 octets
      When the peer sends ACK with SEQ=<seq> and 20 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with 30 octets of text
      Then the IUT acknowledges all of it
      And the IUT offers a window of 0

      Examples:
        | inside | seq        |
        | 19     | RCV.NXT+11 |
        | 10     | RCV.NXT+20 |
        | 1      | RCV.NXT+29 |
        | 0      | RCV.NXT+30 |

    # An IUT that has room for all of it (SEG.SEQ+32) may take it; a FIN in place of text would lose an octet.
    Scenario Outline: A FIN in <state> behind text of which one octet does not fit
      Given the user does not read
      And a connection in <state>
      And the peer has filled the IUT's window but for 30 octets
      When the peer sends FIN,ACK with 31 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+30 or ACK with ACK=SEG.SEQ+32

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |

  @RFC9293-3.4-ACCEPT-LEN-WND
  Rule: Text that begins inside the window and reaches beyond it is acceptable: what lies inside is taken

    # An IUT that has room for more than it offered may take all of it.
    Scenario Outline: <octets> octets come in <state> where <inside> fit
      Given the user does not read
      And a connection in <state>
      And the peer has filled the IUT's window but for <inside> octets
      When the peer sends ACK with <octets> octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+<inside> or ACK with ACK=SEG.SEQ+<octets>
      When the user reads all its text
      Then the user has received all that the IUT acknowledged

      Examples:
        | state       | octets | inside |
        | ESTABLISHED | 31     | 30     |
        | ESTABLISHED | 701    | 700    |
        | ESTABLISHED | 2      | 1      |
        | FIN-WAIT-2  | 31     | 30     |

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK
  Rule: Text beyond a window that has become narrow is acknowledged, not met with silence

    Scenario Outline: <octets> octets from <seq> in <state>
      Given the user does not read
      And a connection in <state>
      And the peer has filled the IUT's window but for 30 octets
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT
      When the peer sends ACK with 30 octets of text
      Then the IUT acknowledges all of it
      And the IUT is in <state>

      Examples:
        | state       | seq          | octets |
        | ESTABLISHED | RCV.NXT+30   | 1      |
        | ESTABLISHED | RCV.NXT+30   | 10     |
        | ESTABLISHED | RCV.NXT+1000 | 100    |
        | FIN-WAIT-2  | RCV.NXT+30   | 1      |

  @RFC9293-3.8.6.1-ZEROWND-ACK
  Rule: With its window at zero the IUT acknowledges what arrives, and shows where it stands

    Scenario Outline: <what>
      Given the user does not read
      And a connection in <state>
      And the peer has filled the IUT's window
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and window 0
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and window 0
      And the IUT is in <state>

      Examples:
        | state       | what                        | segment                                      |
        | ESTABLISHED | one octet                   | ACK with 1 octet of text                     |
        | ESTABLISHED | a hundred octets            | ACK with 100 octets of text                  |
        | ESTABLISHED | a full segment              | ACK with 1440 octets of text                 |
        | ESTABLISHED | an old octet                | ACK with SEQ=RCV.NXT-1 and 1 octet of text   |
        | ESTABLISHED | an old empty segment        | ACK with SEQ=RCV.NXT-1                       |
        | ESTABLISHED | an empty segment beyond     | ACK with SEQ=RCV.NXT+1                       |
        | ESTABLISHED | an octet beyond             | ACK with SEQ=RCV.NXT+1 and 1 octet of text   |
        | ESTABLISHED | old text and one new octet  | ACK with SEQ=RCV.NXT-10 and 11 octets of text |
        | FIN-WAIT-2  | one octet                   | ACK with 1 octet of text                     |
        | FIN-WAIT-2  | an old octet                | ACK with SEQ=RCV.NXT-1 and 1 octet of text   |

    Scenario: Probe after probe is answered
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends ACK with 1 octet of text
      Then the IUT sends ACK with ACK=RCV.NXT and window 0
      When 1 RTO passes
      And the peer sends ACK with 1 octet of text
      Then the IUT sends ACK with ACK=RCV.NXT and window 0
      And the IUT is still in ESTABLISHED

    Scenario: The probed octet is taken when there is room again
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends ACK with 1 octet of text
      Then the IUT sends ACK with ACK=RCV.NXT and window 0
      When the user reads all its text
      Then the IUT opens its window
      When the peer sends ACK with 100 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+SEG.LEN

  @RFC9293-3.4-ACCEPT-LEN-WND
  Rule: Text is taken once the window is open again, whatever met it while it was shut

    # Whether the octet of the probe was taken shows by the ACK; both are right where there was room.
    Scenario Outline: A probe of <probe> octets after the user had read <octets>
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads <octets> octets, 1 times
      And the peer sends ACK with <probe> octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ or ACK with ACK=SEG.SEQ+<probe>
      When the user reads all its text
      Then the IUT opens its window
      When the peer sends ACK with 100 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+SEG.LEN

      Examples:
        | octets | probe |
        | 1      | 1     |
        | 10     | 1     |
        | 100    | 50    |

  @RFC9293-3.10.7.4-FIN-ACK
  Rule: A FIN that met a window of zero is taken once there is room

    # By table 6 a FIN does not fit into a window of zero; a stack that takes it all the same does no harm.
    Scenario: It came while the window was shut
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends FIN,ACK
      Then the IUT sends ACK with ACK=SEG.SEQ or ACK with ACK=SEG.SEQ+1
      When the user reads all its text
      And the peer retransmits its FIN
      Then the IUT sends ACK with ACK=SEG.SEQ+1
      And the IUT is in CLOSE-WAIT

  @section-3.4
  Rule: With its window at zero the IUT still takes acknowledgments

    Scenario: Text in flight is acknowledged
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      And the user has sent 10 octets of text
      When the peer acknowledges the IUT's text
      And 1.5 RTO pass
      Then the IUT sends nothing

    Scenario: The peer's window is learned
      Given the user does not read
      And the peer offers a window of 100
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends ACK with window 200
      And the user sends 1000 octets of text
      Then the IUT sends 200 octets of its text
      And the IUT sends nothing more

  @MUST-66
  Rule: RST and URG count though the window is zero

    Scenario Outline: <flags>
      Given the user does not read
      And a connection in <state>
      And the peer has filled the IUT's window
      When the peer sends <flags>
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset"

      Examples:
        | state       | flags   |
        | ESTABLISHED | RST     |
        | ESTABLISHED | RST with ACK |
        | FIN-WAIT-2  | RST     |

    # A RST is still judged by where it stands.
    Scenario Outline: RST with SEQ=<seq>
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | id      | seq       |
        | old     | RCV.NXT-1 |
        | too new | RCV.NXT+1 |

  @section-3.8.6.2.2
  Rule: When there is room again the window opens without being asked

    Scenario: The user reads everything
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads all its text
      Then the IUT opens its window
      When the peer sends 1000 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+SEG.LEN

    Scenario: Shut and opened, and shut and opened
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads all its text
      Then the IUT opens its window
      When the peer fills the IUT's window
      Then the IUT acknowledges all of it
      When the user reads all its text
      Then the IUT opens its window
      And the user has received all that the IUT acknowledged

    Scenario: After CLOSE the user reads on
      Given the user does not read
      And a connection in FIN-WAIT-2
      And the peer has filled the IUT's window
      When the user reads all its text
      Then the IUT opens its window
      When the peer sends FIN,ACK with 100 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+101 and enters TIME-WAIT
