@section-3.10.7.4
Feature: Text in order

  The plain case, and the one that everything else rests on: text that starts
  at RCV.NXT is taken to its last octet, acknowledged with the next number that
  is expected, and handed to the user once, in order and as it was sent.

  @RFC9293-3.10.7.4-TEXT-ACK
  Rule: Text that is taken is acknowledged with SND.NXT and RCV.NXT

    Scenario Outline: <octets> octets in <state>
      Given a connection in <state>
      When the peer sends <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=SEG.SEQ+SEG.LEN
      And the user receives <octets> octets of text
      And the IUT is in <state>

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 2      |
        | ESTABLISHED | 3      |
        | ESTABLISHED | 255    |
        | ESTABLISHED | 256    |
        | ESTABLISHED | 257    |
        | ESTABLISHED | 536    |
        | ESTABLISHED | 537    |
        | ESTABLISHED | 1439   |
        | ESTABLISHED | 1440   |
        | FIN-WAIT-2  | 1      |
        | FIN-WAIT-2  | 255    |
        | FIN-WAIT-2  | 1440   |

    Scenario Outline: One segment after the other in <state>
      Given a connection in <state>
      When the peer sends pieces of <octets> octets in the order 1,2,3,4,5,6,7,8,9,10
      Then the IUT acknowledges all of it
      And the user receives <in all> octets of text
      And the IUT is in <state>

      Examples:
        | state       | octets | in all |
        | ESTABLISHED | 1      | 10     |
        | ESTABLISHED | 7      | 70     |
        | ESTABLISHED | 1000   | 10000  |
        | FIN-WAIT-2  | 7      | 70     |
        | FIN-WAIT-2  | 1000   | 10000  |

    Scenario Outline: <octets> octets in FIN-WAIT-1
      Given the peer does not acknowledge the IUT's FIN
      And a connection in FIN-WAIT-1
      When the peer sends <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=SEG.SEQ+SEG.LEN
      And the user receives <octets> octets of text
      And the IUT is in FIN-WAIT-1

      Examples:
        | octets |
        | 1      |
        | 255    |
        | 1440   |

    Scenario: One segment after the other in FIN-WAIT-1
      Given the peer does not acknowledge the IUT's FIN
      And a connection in FIN-WAIT-1
      When the peer sends pieces of 7 octets in the order 1,2,3,4,5
      Then the IUT acknowledges all of it
      And the user receives 35 octets of text
      And the IUT is in FIN-WAIT-1

    Scenario: Text before CLOSE and after it is one stream
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the user has called CLOSE
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      And the user has received 20 octets of text

    # The next SEND is told by the ACK that it must not answer for.
    Scenario: Text is taken while the IUT's own is on its way
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11
      And the user receives 10 octets of text

    Scenario: Text that acknowledges the IUT's text does both
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11
      When 1.5 RTO pass
      Then the IUT sends nothing

    Scenario: Two segments before any ACK are both taken
      Given a connection in ESTABLISHED
      When the peer sends 10 octets of text
      And the peer sends 10 octets of text
      Then the IUT acknowledges all of it
      And the user receives 20 octets of text

    Scenario: An answer that leaves at once carries the acknowledgment of now
      Given a connection in ESTABLISHED
      When the peer sends 10 octets of text
      And the peer sends ACK with SEQ=RCV.NXT+RCV.WND+10 and 1 octet of text
      Then the IUT sends ACK with ACK=IRS+11
      And the IUT may send ACK with ACK=IRS+11

    Scenario: A SEND carries the acknowledgment of what came before it
      Given a connection in ESTABLISHED
      When the peer sends 10 octets of text
      And the user sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and 10 octets of text

  @section-3.1
  Rule: No flag beside ACK changes what text is taken

    Scenario Outline: Text with <flags>
      Given a connection in ESTABLISHED
      When the peer sends <flags> with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

      Examples:
        | flags           |
        | ACK             |
        | ACK,PSH         |
        | ACK,ECE         |
        | ACK,PSH,CWR     |
        | ACK,PSH,ECE,CWR |

  @section-3.4
  Rule: The stream goes on across the wrap of the sequence numbers

    Scenario Outline: <text> octets, and a wrap after <wrap>
      Given the peer's sequence numbers wrap after <wrap> octets
      And a connection in <state>
      When the peer sends <text> octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+SEG.LEN
      When the peer sends <text> octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+SEG.LEN
      And the user has received <in all> octets of text

      Examples:
        | state       | text | wrap | in all |
        | ESTABLISHED | 10   | 0    | 20     |
        | ESTABLISHED | 10   | 1    | 20     |
        | ESTABLISHED | 10   | 5    | 20     |
        | ESTABLISHED | 10   | 9    | 20     |
        | ESTABLISHED | 10   | 10   | 20     |
        | ESTABLISHED | 10   | 11   | 20     |
        | ESTABLISHED | 1000 | 999  | 2000   |
        | FIN-WAIT-2  | 10   | 5    | 20     |
        | FIN-WAIT-2  | 10   | 10   | 20     |

    Scenario Outline: The FIN stands where the numbers wrap, <wrap> octets on
      Given the peer's sequence numbers wrap after <wrap> octets
      And a connection in ESTABLISHED
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+12 and enters CLOSE-WAIT
      And the user receives 10 octets of text

      Examples:
        | wrap |
        | 9    |
        | 10   |
        | 11   |

  @RFC9293-3.10.7.4-NOACK-DROP
  Rule: Text without ACK is dropped

    Scenario Outline: <flags> in <state>
      Given a connection in <state>
      When the peer sends <flags> without ACK and 10 octets of text
      Then the IUT sends nothing and remains in <state>
      And the user receives no text

      Examples:
        | state       | flags    |
        | ESTABLISHED | no flags |
        | ESTABLISHED | PSH      |
        | ESTABLISHED | FIN      |
        | FIN-WAIT-1  | PSH      |
        | FIN-WAIT-2  | PSH      |

  @MUST-3
  Rule: Text with a wrong checksum was never there

    Scenario: What comes whole is taken instead
      Given a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and a wrong checksum
      Then the IUT sends nothing
      And the user receives no text
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

  @RFC9293-3.10.7.4-ACK-DUP
  Rule: Text counts though its ACK is old

    Scenario Outline: An ACK of <ack>
      Given a connection in ESTABLISHED
      And the user has sent 20 octets of text
      And the peer has acknowledged the IUT's text
      When the peer sends ACK with ACK=<ack> and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11
      And the user receives 10 octets of text

      Examples:
        | ack        |
        | SND.UNA-1  |
        | SND.UNA-10 |
        | SND.UNA-20 |

  @RFC9293-3.10.7.4-ACK-FUTURE
  Rule: Text that acknowledges what was never sent is dropped, and an ACK sent

    Scenario Outline: <more> octets too many in <state>
      Given a connection in <state>
      When the peer sends ACK with ACK=SND.NXT+<more> and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1 and remains in <state>
      And the user receives no text
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11

      Examples:
        | state       | more |
        | ESTABLISHED | 1    |
        | ESTABLISHED | 1000 |
        | FIN-WAIT-2  | 1    |

  @MAY-12
  Rule: A stack may refuse text with an ACK that the peer cannot have sent

    Scenario: The ACK lies further back than the largest window
      Given the peer offers a window of 50
      And a connection in ESTABLISHED
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      When the peer sends ACK with ACK=SND.UNA-MAX.SND.WND-1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      And the user receives no text
