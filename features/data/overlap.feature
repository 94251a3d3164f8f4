@section-3.10.7.4
Feature: Text that was there already, in part or altogether

  Networks repeat segments, and senders cut the stream anew when they repeat it.
  Of every segment only the octets count that the IUT does not have yet. What it
  has it keeps as it is: who repeats it with other octets changes nothing.

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK
  Rule: Text that is old altogether is acknowledged, and not handed over again

    Scenario Outline: <octets> octets from <seq> in <state>
      Given a connection in <state>
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+21
      And the user has received 20 octets of text
      And the IUT is in <state>

      Examples:
        | state       | seq        | octets |
        | ESTABLISHED | RCV.NXT-20 | 20     |
        | ESTABLISHED | RCV.NXT-20 | 1      |
        | ESTABLISHED | RCV.NXT-1  | 1      |
        | ESTABLISHED | RCV.NXT-10 | 10     |
        | ESTABLISHED | RCV.NXT-15 | 5      |
        | FIN-WAIT-2  | RCV.NXT-20 | 20     |
        | FIN-WAIT-2  | RCV.NXT-1  | 1      |

    Scenario Outline: <octets> octets from <seq> in FIN-WAIT-1
      Given the peer does not acknowledge the IUT's FIN
      And a connection in FIN-WAIT-1
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+21
      And the user has received 20 octets of text
      And the IUT is in FIN-WAIT-1

      Examples:
        | seq        | octets |
        | RCV.NXT-20 | 20     |
        | RCV.NXT-1  | 1      |

    Scenario: Old text comes back after the FIN
      Given a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      And the peer has sent FIN,ACK
      And the IUT has answered with ACK
      When the peer sends ACK with SEQ=IRS+1 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+22
      And the user has received 20 octets of text
      And the IUT is in CLOSE-WAIT

    Scenario: It comes again and again, and is answered each time
      Given a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer retransmits its text
      Then the IUT sends ACK with ACK=IRS+21
      When the peer retransmits its text
      Then the IUT sends ACK with ACK=IRS+21
      When the peer retransmits its text
      Then the IUT sends ACK with ACK=IRS+21
      And the user has received 20 octets of text

    Scenario: It comes back late
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent 1000 octets of text
      And the peer has sent 1000 octets of text
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+2011
      And the user has received 2010 octets of text

    Scenario: It comes back with another octet
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=RCV.NXT-20 and 20 octets of text and a changed first octet
      Then the IUT sends ACK with ACK=IRS+21
      When the user reads 100 octets
      Then the user has received 20 octets of text

    Scenario Outline: It comes back across the wrap, <wrap> octets on
      Given the peer's sequence numbers wrap after <wrap> octets
      And a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer retransmits its text
      Then the IUT sends ACK with ACK=IRS+21
      And the user has received 20 octets of text

      Examples:
        | wrap |
        | 0    |
        | 10   |
        | 20   |

  @RFC9293-3.10.7.4-TRIM
  Rule: Of text that is old in part the new part is taken

    Scenario Outline: <octets> octets from <seq> in <state>
      Given a connection in <state>
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=<ack>
      And the user has received <in all> octets of text
      And the IUT is in <state>

      Examples:
        | state       | seq        | octets | ack    | in all |
        | ESTABLISHED | RCV.NXT-1  | 2      | IRS+22 | 21     |
        | ESTABLISHED | RCV.NXT-1  | 11     | IRS+31 | 30     |
        | ESTABLISHED | RCV.NXT-10 | 11     | IRS+22 | 21     |
        | ESTABLISHED | RCV.NXT-20 | 21     | IRS+22 | 21     |
        | ESTABLISHED | RCV.NXT-20 | 40     | IRS+41 | 40     |
        | ESTABLISHED | RCV.NXT-7  | 1007   | IRS+1021 | 1020 |
        | FIN-WAIT-2  | RCV.NXT-10 | 15     | IRS+26 | 25     |

    Scenario: Text that is old in part in FIN-WAIT-1
      Given the peer does not acknowledge the IUT's FIN
      And a connection in FIN-WAIT-1
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=RCV.NXT-10 and 15 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+26
      And the user has received 25 octets of text
      And the IUT is in FIN-WAIT-1

    Scenario Outline: The old part has another first octet: <seq>
      Given a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=<seq> and 30 octets of text and a changed first octet
      Then the IUT sends ACK with ACK=<ack>
      And the user has received <in all> octets of text

      Examples:
        | seq        | ack    | in all |
        | RCV.NXT-1  | IRS+50 | 49     |
        | RCV.NXT-20 | IRS+31 | 30     |

    Scenario Outline: The old part wraps, <wrap> octets on
      Given the peer's sequence numbers wrap after <wrap> octets
      And a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=RCV.NXT-10 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      And the user has received 30 octets of text

      Examples:
        | wrap |
        | 10   |
        | 15   |
        | 20   |
        | 25   |
        | 30   |

    # The unread text is still there when the old part comes.
    Scenario: Nothing is read meanwhile
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=RCV.NXT-10 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      When the user reads 100 octets
      Then the user has received 30 octets of text

    Scenario Outline: A FIN behind <octets> octets from <seq>
      Given a connection in <state>
      And the peer has sent 20 octets of text
      When the peer sends FIN,ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with ACK=<ack> and enters <next>
      And the user has received <in all> octets of text

      Examples:
        | state       | seq        | octets | ack    | in all | next       |
        | ESTABLISHED | RCV.NXT-20 | 21     | IRS+23 | 21     | CLOSE-WAIT |
        | ESTABLISHED | RCV.NXT-1  | 1      | IRS+22 | 20     | CLOSE-WAIT |
        | FIN-WAIT-2  | RCV.NXT-10 | 15     | IRS+27 | 25     | TIME-WAIT  |
        | FIN-WAIT-1  | RCV.NXT-10 | 15     | IRS+27 | 25     | TIME-WAIT  |

    Scenario: A FIN behind text that ends before RCV.NXT is old, too
      Given a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends FIN,ACK with SEQ=RCV.NXT-20 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21 and remains in ESTABLISHED
      And the user is told nothing
