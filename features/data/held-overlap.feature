@section-3.10.7.4
Feature: Text that overlaps what is held

  A sender that repeats its text need not cut it where it cut it before. So a
  segment may begin before, inside or behind what is held, and end anywhere.
  However the pieces lie, every octet of the stream counts once.

  @SHLD-31
  Rule: However a second early segment overlaps a held one, all that came counts

    # Held: ten octets from RCV.NXT+10 on. The last step sends everything up to where the gap ends.
    Scenario Outline: <how>: <octets> octets at <second>
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=<second> and <octets> octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and <gap> octets of text
      Then the IUT sends ACK with ACK=<ack>
      And the user receives <in all> octets of text

      Examples:
        | how                        | second | octets | gap | ack    | in all |
        | exactly the same           | IRS+11 | 10     | 10  | IRS+21 | 20     |
        | the same start, longer     | IRS+11 | 15     | 10  | IRS+26 | 25     |
        | the same start, shorter    | IRS+11 | 5      | 10  | IRS+21 | 20     |
        | the same end, longer       | IRS+6  | 15     | 5   | IRS+21 | 20     |
        | the same end, shorter      | IRS+16 | 5      | 10  | IRS+21 | 20     |
        | over the left edge         | IRS+6  | 10     | 5   | IRS+21 | 20     |
        | over the right edge        | IRS+16 | 10     | 10  | IRS+26 | 25     |
        | over both edges            | IRS+6  | 20     | 5   | IRS+26 | 25     |
        | inside                     | IRS+13 | 4      | 10  | IRS+21 | 20     |
        | one octet at the left      | IRS+10 | 1      | 9   | IRS+21 | 20     |
        | one octet at the right     | IRS+21 | 1      | 10  | IRS+22 | 21     |
        | one octet over the left    | IRS+10 | 2      | 9   | IRS+21 | 20     |
        | one octet over the right   | IRS+20 | 2      | 10  | IRS+22 | 21     |
        | the first octet            | IRS+11 | 1      | 10  | IRS+21 | 20     |
        | the last octet             | IRS+20 | 1      | 10  | IRS+21 | 20     |
        | before, with a gap between | IRS+4  | 3      | 3   | IRS+7  | 6      |
        | behind, with a gap between | IRS+26 | 5      | 10  | IRS+21 | 20     |

    Scenario Outline: A segment over <what> held pieces: <octets> octets at <seq>
      Given a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order 2,4,6
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and <gap> octets of text
      Then the IUT sends ACK with ACK=<ack>
      And the user receives <in all> octets of text

      Examples:
        | what                | seq    | octets | gap | ack    | in all |
        | two                 | IRS+16 | 20     | 10  | IRS+41 | 40     |
        | the gap between two | IRS+21 | 10     | 10  | IRS+41 | 40     |
        | three               | IRS+11 | 50     | 10  | IRS+61 | 60     |
        | more than three     | IRS+6  | 65     | 5   | IRS+71 | 70     |
        | three but the ends  | IRS+16 | 40     | 10  | IRS+61 | 60     |

  @RFC9293-3.10.7.4-TRIM
  Rule: The segment that fills a gap may reach into what is held, or beyond it

    Scenario Outline: <octets> octets at RCV.NXT
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and <octets> octets of text
      Then the IUT sends ACK with ACK=<ack>
      And the user receives <in all> octets of text

      Examples:
        | octets | ack    | in all |
        | 11     | IRS+21 | 20     |
        | 15     | IRS+21 | 20     |
        | 20     | IRS+21 | 20     |
        | 21     | IRS+22 | 21     |
        | 30     | IRS+31 | 30     |

    # The octet that differs is old: it was taken before.
    Scenario: It begins before RCV.NXT, with another octet there
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and 40 octets of text and a changed first octet
      Then the IUT sends ACK with ACK=IRS+41
      And the user has received 40 octets of text

    Scenario Outline: The numbers wrap after <wrap> octets
      Given the peer's sequence numbers wrap after <wrap> octets
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+16 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and 15 octets of text
      Then the IUT sends ACK with ACK=IRS+26
      And the user receives 25 octets of text

      Examples:
        | wrap |
        | 5    |
        | 10   |
        | 12   |
        | 15   |
        | 18   |
        | 20   |
        | 25   |

  @RFC9293-3.10.7.4-FIN-OOO
  Rule: A FIN that is held stays where it stands, whatever overlaps it

    Scenario Outline: <how>
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT may send ACK
      When the peer sends FIN,ACK with SEQ=IRS+1 and 20 octets of text
      Then the IUT may send ACK
      And the IUT is in <next>
      And the user receives 20 octets of text

      Examples:
        | how                       | state       | seq    | octets | next       |
        | its text comes again      | ESTABLISHED | IRS+11 | 10     | CLOSE-WAIT |
        | part of its text          | ESTABLISHED | IRS+16 | 5      | CLOSE-WAIT |
        | over the left edge        | ESTABLISHED | IRS+6  | 10     | CLOSE-WAIT |
        | the gap is filled exactly | ESTABLISHED | IRS+1  | 10     | CLOSE-WAIT |
        | the gap and a bit more    | ESTABLISHED | IRS+1  | 15     | CLOSE-WAIT |
        | all its text comes        | ESTABLISHED | IRS+1  | 20     | CLOSE-WAIT |
        | its text comes once more  | FIN-WAIT-2  | IRS+11 | 10     | TIME-WAIT  |
        | the gap is filled         | FIN-WAIT-2  | IRS+1  | 10     | TIME-WAIT  |

    @SHLD-31
    Scenario Outline: The flag of the held segment counts, not that of the one that fills the gap: <order>
      Given a connection in <state>
      When the peer sends FIN,ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT acknowledges all of it
      And the user receives 30 octets of text
      And the IUT is in <next>

      Examples:
        | state       | order | next       |
        | ESTABLISHED | 1,2   | CLOSE-WAIT |
        | ESTABLISHED | 2,1   | CLOSE-WAIT |
        | FIN-WAIT-2  | 2,1   | TIME-WAIT  |

    @SHLD-31
    Scenario: A FIN without text is held like text
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=RCV.NXT+10
      Then the IUT may send ACK
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+12 and enters CLOSE-WAIT
      And the user receives 10 octets of text

    # What a peer in error sends behind its FIN is none of the stream.
    Scenario: Text behind a held FIN is not taken
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends FIN,ACK with SEQ=IRS+1 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+22 and enters CLOSE-WAIT
      And the user receives 20 octets of text

    Scenario: Of two FINs that are held the first one ends the stream
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends FIN,ACK with SEQ=IRS+31 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends FIN,ACK with SEQ=IRS+1 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+22 and enters CLOSE-WAIT
      And the user receives 20 octets of text

    # The second one stands right behind the first, as if more had come after the end.
    @RFC9293-3.10.7.4-FIN-OOO
    Scenario: What a held FIN ends does not go on behind it
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends FIN,ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+22 and enters CLOSE-WAIT
      And the user receives 20 octets of text
