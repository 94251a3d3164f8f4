@rfc-7323 @section-5.2
Feature: Timestamps on resets

  A RST must get through even if its sender has forgotten the connection and its
  clock. So its timestamp proves nothing against it, and teaches nothing either;
  what it echoes shows what it answers.

  @RFC7323-3.2-TS-RST
  Rule: A RST of a connection that uses timestamps has them, too

    Scenario: A SYN,ACK that is acknowledged wrongly
      Given the peer offers timestamps
      And a connection in SYN-SENT
      When the peer sends SYN,ACK with ACK=ISS
      Then the IUT sends RST with a timestamps option

  @RFC7323-5.2-RST-ABORT-TS
  Rule: The RST of an ABORT has timestamps if they were agreed on

    Scenario Outline: In <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the user calls ABORT
      Then the IUT sends RST with or without ACK, with a timestamps option
      And the IUT is in CLOSED

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |

    Scenario: They were not agreed on
      Given a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and without a timestamps option
      And the IUT is in CLOSED

  @RFC7323-5.2-RST-TS-IF-TS
  Rule: A RST that answers a segment with timestamps has them, too

    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment> and a timestamps option
      Then the IUT sends <answer> with a timestamps option

      Examples:
        | state  | segment                       | answer  |
        | CLOSED | ACK with 10 octets of text    | RST     |
        | CLOSED | SYN with MSS 1000             | RST,ACK |
        | CLOSED | FIN,ACK with 1 octet of text  | RST     |
        | LISTEN | ACK with 10 octets of text    | RST     |

    Scenario Outline: <segment> without them in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends <answer> without a timestamps option

      Examples:
        | state  | segment | answer  |
        | CLOSED | ACK     | RST     |
        | CLOSED | SYN     | RST,ACK |
        | LISTEN | ACK     | RST     |

    Scenario: After close() both ways
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the user has called close() both ways
      When the peer sends 10 octets of text
      Then the IUT sends RST with or without ACK and a timestamps option
      And the IUT is in CLOSED

  @RFC7323-5.2-RST-TSECR
  Rule: Such a RST echoes what it answers

    Scenario Outline: TSval <tsval> in <state>
      Given a connection in <state>
      When the peer sends <segment> and TSval=<tsval>
      Then the IUT sends <answer> with TSecr=<tsval>

      Examples:
        | state  | tsval      | segment                    | answer  |
        | CLOSED | 16909060   | ACK with 10 octets of text | RST     |
        | CLOSED | 4294967295 | SYN with MSS 1000          | RST,ACK |
        | LISTEN | 16909060   | ACK with 10 octets of text | RST     |

  @RFC7323-5.2-RST-TSVAL0
  Rule: Such a RST has no time of its own: TSval is zero

    Scenario Outline: In <state>
      Given a connection in <state>
      When the peer sends <segment> and a timestamps option
      Then the IUT sends <answer> with TSval=0

      Examples:
        | state  | segment                    | answer  |
        | CLOSED | ACK with 10 octets of text | RST     |
        | CLOSED | SYN with MSS 1000          | RST,ACK |
        | LISTEN | ACK with 10 octets of text | RST     |

  @RFC7323-5.2-RST-NO-PAWS
  Rule: A RST is not measured by its timestamp

    Scenario Outline: An old one in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment> and TSval=TS.Recent-1000
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | state       | segment              |
        | ESTABLISHED | RST with SEQ=RCV.NXT |
        | ESTABLISHED | RST,ACK with SEQ=RCV.NXT |
        | FIN-WAIT-1  | RST with SEQ=RCV.NXT |
        | FIN-WAIT-2  | RST with SEQ=RCV.NXT |
        | CLOSE-WAIT  | RST with SEQ=RCV.NXT |
        | CLOSING     | RST with SEQ=RCV.NXT |
        | LAST-ACK    | RST with SEQ=RCV.NXT |

    Scenario: With a TSval of zero
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with TSval=TS.Recent+1
      And the peer sends RST with TSval=0
      Then the IUT sends nothing and enters CLOSED

    @without-rfc1337
    Scenario: An old one in TIME-WAIT
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends RST with TSval=TS.Recent-1000
      Then the IUT sends nothing and enters CLOSED

  @RFC7323-5.2-RST-NO-UPDATE
  Rule: A RST's timestamp is not remembered

    Scenario Outline: A RST <where> with a TSval far ahead, in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends RST with SEQ=<seq> and TSval=TS.Recent+1000000000
      Then the IUT may send ACK
      And the IUT is still in <state>
      And a ACK with 10 octets of text and TSval=TS.Recent+1 is answered with ACK with ACK=IRS+11 and TSecr=SEG.TSval

      Examples:
        | where             | state       | seq                  |
        | before the window | ESTABLISHED | RCV.NXT-1            |
        | beyond the window | ESTABLISHED | RCV.NXT+RCV.WND+1000 |
        | before the window | FIN-WAIT-2  | RCV.NXT-1            |

      @RFC5961-3.2-CHALLENGE-FORM
      Examples:
        | where             | state       | seq                  |
        | in the window     | ESTABLISHED | RCV.NXT+1            |
        | in the window     | FIN-WAIT-2  | RCV.NXT+1            |
