@section-3.8.6.3
Feature: Delayed acknowledgments

  An ACK that waits a moment can stand for two segments, or travel on text that
  the user sends in reply. But the peer's clock runs by the ACKs, so they must not
  wait long, and not for many segments.

  @MUST-40
  Rule: An ACK is delayed for less than half a second

    Scenario Outline: <octets> octets in <state>
      Given a connection in <state>
      When the peer sends <octets> octets of text
      Then the IUT sends ACK within half a second

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 536    |
        | ESTABLISHED | 1440   |
        | FIN-WAIT-2  | 1      |
        | FIN-WAIT-2  | 1440   |

    Scenario Outline: Nothing is read, and <octets> octets come
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends <octets> octets of text
      Then the IUT sends ACK within half a second

      Examples:
        | octets |
        | 1      |
        | 1440   |

    Scenario Outline: One segment after the other, <octets> octets each
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends 20 segments, each a full one's 20th part
      And the peer sends 7 segments of <octets> octets, each after the ACK of the one before
      Then the IUT has acknowledged each within half a second

      Examples:
        | octets |
        | 1      |
        | 1000   |

    Scenario: Text of its own is in flight
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK within half a second

    Scenario: The window of the peer is shut
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the peer sends 10 octets of text
      Then the IUT sends ACK within half a second

    Scenario: An odd segment after two
      Given a connection in ESTABLISHED
      When the peer sends 3 full segments
      Then the IUT acknowledges all of it

    Scenario: A gap is filled
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21 within half a second

  @SHLD-18
  Rule: An ACK waits for company

    # A stack may acknowledge at once while a connection is young.
    Scenario: Single segments, far apart
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends 20 segments, each a full one's 20th part
      And the peer sends 5 segments of 10 octets, each after the ACK of the one before
      Then the IUT has delayed an ACK

  @SHLD-19
  Rule: An ACK is sent for every second full segment or for as much text, at the latest

    Scenario Outline: <segments> full segments in <state>
      Given a connection in <state>
      When the peer sends <segments> full segments
      Then the IUT has acknowledged at least every second full segment
      And the IUT acknowledges all of it

      Examples:
        | state       | segments |
        | ESTABLISHED | 2        |
        | ESTABLISHED | 3        |
        | ESTABLISHED | 30       |
        | FIN-WAIT-2  | 30       |

    Scenario: Nothing is read meanwhile
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends 30 full segments
      Then the IUT has acknowledged at least every second full segment

    Scenario Outline: Smaller segments, <parts> of which make a full one
      Given a connection in ESTABLISHED
      When the peer sends 30 segments, each a full one's <parts>th part
      Then the IUT has acknowledged at least every second full segment
      And the IUT acknowledges all of it

      Examples:
        | parts |
        | 2     |
        | 4     |

  @section-3.10.7.4
  Rule: An acknowledgment that was sent is not owed any more

    Scenario: Text carries it, and no other ACK follows
      Given a connection in ESTABLISHED
      When the peer sends 10 octets of text
      And the user sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and 10 octets of text
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing more

    Scenario: It comes once
      Given a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the IUT sends nothing more
      When 1 RTO passes
      Then the IUT sends nothing more
      And the IUT is still in ESTABLISHED
