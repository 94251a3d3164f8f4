@section-3.10.7.4
Feature: Text out of order

  Segments overtake each other and get lost. What lies in the window but not yet
  at RCV.NXT is worth keeping: when the gap is filled, everything behind it
  counts at once. Whoever throws it away makes the peer send it all again.

  @SHLD-31
  Rule: Text that comes early is held, and counts once the gap before it is filled

    Scenario Outline: The order <order> in <state>
      Given a connection in <state>
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT acknowledges all of it
      And the user receives <in all> octets of text
      And the IUT is in <state>

      Examples:
        | state       | order     | in all |
        | ESTABLISHED | 2,1       | 20     |
        | ESTABLISHED | 2,3,1     | 30     |
        | ESTABLISHED | 3,2,1     | 30     |
        | ESTABLISHED | 1,3,2     | 30     |
        | ESTABLISHED | 3,1,2     | 30     |
        | ESTABLISHED | 2,1,3     | 30     |
        | ESTABLISHED | 2,4,1,3   | 40     |
        | ESTABLISHED | 2,4,3,1   | 40     |
        | ESTABLISHED | 4,2,3,1   | 40     |
        | ESTABLISHED | 4,2,1,3   | 40     |
        | ESTABLISHED | 4,3,2,1   | 40     |
        | ESTABLISHED | 3,4,2,1   | 40     |
        | ESTABLISHED | 3,4,1,2   | 40     |
        | ESTABLISHED | 1,4,2,3   | 40     |
        | ESTABLISHED | 1,4,3,2   | 40     |
        | ESTABLISHED | 5,3,1,2,4 | 50     |
        | ESTABLISHED | 2,4,6,5,3,1 | 60   |
        | ESTABLISHED | 8,7,6,5,4,3,2,1 | 80 |
        | FIN-WAIT-2  | 2,1       | 20     |
        | FIN-WAIT-2  | 3,2,1     | 30     |
        | FIN-WAIT-2  | 2,4,1,3   | 40     |

    Scenario Outline: The order <order> in FIN-WAIT-1
      Given the peer does not acknowledge the IUT's FIN
      And a connection in FIN-WAIT-1
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT acknowledges all of it
      And the user receives <in all> octets of text
      And the IUT is in FIN-WAIT-1

      Examples:
        | order   | in all |
        | 2,1     | 20     |
        | 2,4,1,3 | 40     |

    Scenario Outline: Pieces of <octets> octets
      Given a connection in ESTABLISHED
      When the peer sends pieces of <octets> octets in the order 3,5,2,1,4
      Then the IUT acknowledges all of it
      And the user receives <in all> octets of text

      Examples:
        | octets | in all |
        | 1      | 5      |
        | 2      | 10     |
        | 255    | 1275   |
        | 1001   | 5005   |
        | 1440   | 7200   |

    Scenario Outline: A piece comes twice: <order>
      Given a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT acknowledges all of it
      And the user receives <in all> octets of text

      Examples:
        | order     | in all |
        | 2,2,1     | 20     |
        | 3,2,2,1   | 30     |
        | 2,3,2,1   | 30     |
        | 2,3,3,2,1 | 30     |
        | 4,2,4,2,3,1 | 40   |
        | 2,1,4,4,3 | 40     |

    Scenario Outline: The numbers wrap after <wrap> octets, in the order <order>
      Given the peer's sequence numbers wrap after <wrap> octets
      And a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT acknowledges all of it
      And the user receives 40 octets of text

      Examples:
        | wrap | order   |
        | 0    | 2,4,3,1 |
        | 5    | 4,3,2,1 |
        | 10   | 4,3,2,1 |
        | 10   | 2,4,1,3 |
        | 15   | 2,4,3,1 |
        | 20   | 3,2,4,1 |
        | 25   | 4,2,1,3 |
        | 30   | 3,4,2,1 |
        | 30   | 4,3,2,1 |

    Scenario: Nothing is handed over before its turn
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      And the user receives no text
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text

    @RFC9293-3.4-ACK-RECEIVED
    Scenario: Only the gap is missing: what follows the held text is still asked for
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=RCV.NXT+30 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+41
      And the user receives 40 octets of text

    Scenario: A gap of one octet
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+1 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with 1 octet of text
      Then the IUT sends ACK with ACK=IRS+12
      And the user receives 11 octets of text

    Scenario: Many holes
      Given a connection in ESTABLISHED
      When the peer sends pieces of 3 octets in the order 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,29,27,25,23,21,19,17,15,13,11,9,7,5,3,1
      Then the IUT acknowledges all of it
      And the user receives 90 octets of text

    Scenario: The user reads what there is while a gap is open
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the user reads 100 octets
      Then the user has received 10 octets of text
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      When the user reads 100 octets
      Then the user has received 30 octets of text

    Scenario: A SEND while a gap is open acknowledges what lies before the gap
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the user sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1 and 10 octets of text
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21

  @RFC9293-3.10.7.4-TEXT-ACK
  Rule: Whatever is held, the segment at RCV.NXT is taken

    # The stimulus is long, the demand is small: the first octets count.
    Scenario: A hundred small holes do not block the first of them
      Given a connection in ESTABLISHED
      When the peer sends pieces of 1 octet in the order 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,38,40
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and 1 octet of text
      Then the IUT acknowledges all of it

  @SHLD-31
  Rule: What comes meanwhile does not make the IUT forget what it holds

    Scenario Outline: <segment> between text that came early and what was missing
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends <segment>
      Then the IUT may send ACK
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text

      Examples:
        | segment                       |
        | ACK                           |
        | ACK with window 1000          |
        | ACK with SEQ=RCV.NXT-1        |
        | ACK with SEQ=RCV.NXT+20       |

  @MUST-59
  Rule: All that is held is worked through before an ACK is sent

    Scenario Outline: One ACK covers <in all> octets
      Given a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order <early>
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=<ack> before any other ACK
      And the IUT sends nothing more
      And the user receives <in all> octets of text

      Examples:
        | early     | ack    | in all |
        | 2         | IRS+21 | 20     |
        | 2,3       | IRS+31 | 30     |
        | 5,4,3,2   | IRS+51 | 50     |
        | 2,3,4,5,6 | IRS+61 | 60     |

  @MUST-58
  Rule: Where one ACK can stand for several segments only one is sent

    Scenario: The gap is filled before text and a FIN
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends FIN,ACK with SEQ=RCV.NXT+20 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+32 and enters CLOSE-WAIT
      And the IUT sends nothing more

    Scenario: Text and FIN in one segment are acknowledged together
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+12 and enters CLOSE-WAIT
      And the IUT sends nothing more

    Scenario: An ACK that is due travels on text that is due
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      Then the IUT sends nothing
      When the peer sends ACK with window 1000 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and 10 octets of text
      And the IUT sends nothing more

  @MAY-13
  Rule: Text above a gap is acknowledged at once, with the number that is missing

    Scenario Outline: <octets> octets at <seq> in <state>
      Given a connection in <state>
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT
      And the IUT is in <state>

      Examples:
        | state       | seq          | octets |
        | ESTABLISHED | RCV.NXT+1    | 1      |
        | ESTABLISHED | RCV.NXT+10   | 10     |
        | ESTABLISHED | RCV.NXT+1000 | 1000   |
        | FIN-WAIT-2  | RCV.NXT+10   | 10     |

    Scenario: Each segment above the gap
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=RCV.NXT+20 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=RCV.NXT+40 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+51

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK
  Rule: What was held is old once it was taken

    Scenario: The held piece comes once more
      Given a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order 2,1
      Then the IUT acknowledges all of it
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user has received 20 octets of text

    Scenario: The peer sends it all again, in one
      Given a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order 3,2,1
      Then the IUT acknowledges all of it
      When the peer sends ACK with SEQ=IRS+1 and 30 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      And the user has received 30 octets of text

  @RFC5681-4.2-OUT-OF-ORDER
  Rule: Text beyond a gap is answered at once, with the number of what is missing

    Scenario Outline: <octets> octets, <ahead> ahead, in <state>
      Given a connection in <state>
      When the peer sends ACK with SEQ=IRS+1+<ahead> and <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 without delay
      And the user receives no text

      Examples:
        | state       | ahead | octets |
        | ESTABLISHED | 1     | 1      |
        | ESTABLISHED | 10    | 10     |
        | ESTABLISHED | 1440  | 1440   |
        | FIN-WAIT-2  | 10    | 10     |

    Scenario: Each of them
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1 without delay
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1 without delay
      When the peer sends ACK with SEQ=IRS+41 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1 without delay

  @RFC5681-4.2-GAP-FILLED
  Rule: Text that fills a gap is acknowledged at once

    Scenario Outline: <octets> of the 20 octets that are missing
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and <octets> octets of text
      Then the IUT sends ACK with ACK=IRS+1+<taken> without delay

      Examples:
        | octets | taken |
        | 1      | 1     |
        | 10     | 10    |
        | 20     | 30    |
