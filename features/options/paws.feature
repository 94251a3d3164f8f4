@rfc-7323 @section-5.3 @with-timestamps
Feature: Protection against wrapped sequence numbers

  On a fast path sequence numbers come round again while old segments still live. A
  segment whose timestamp is older than the last one is such a duplicate, wherever
  its sequence number lies: it is answered with an ACK and dropped.

  @RFC7323-5.3-PAWS-DROP
  Rule: A segment that is older than TS.Recent is not acceptable

    Scenario Outline: Text that is <how old> ticks older
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent-<how old>
      Then the IUT sends ACK with ACK=RCV.NXT and remains in ESTABLISHED
      And the user receives no text

      Examples:
        | how old    |
        | 1          |
        | 2          |
        | 1000       |
        | 2147483646 |
        | 2147483647 |

    Scenario: It does not hinder the true one
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+1 and TSecr=TS.Recent
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=SEG.TSval
      And the user receives 10 octets of text

    Scenario: Beyond a gap, too
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

  @RFC7323-5.3-PAWS-ALL
  Rule: Whatever the segment is, and in every synchronized state

    Scenario Outline: <what> in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment> and TSval=TS.Recent-1000
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples:
        | what           | state       | segment                                |
        | Text           | ESTABLISHED | ACK with ACK=SND.NXT and 10 octets of text |
        | An ACK         | ESTABLISHED | ACK with ACK=SND.NXT                   |
        | A FIN          | ESTABLISHED | FIN,ACK with ACK=SND.NXT               |
        | Text and a FIN | ESTABLISHED | FIN,ACK with ACK=SND.NXT and 10 octets of text |
        | An urgent one  | ESTABLISHED | URG,ACK with urgent pointer 1          |
        | A SYN          | ESTABLISHED | SYN with SEQ=RCV.NXT                   |
        | A SYN,ACK      | ESTABLISHED | SYN,ACK with SEQ=RCV.NXT               |
        | Text           | FIN-WAIT-1  | ACK with ACK=SND.NXT and 10 octets of text |
        | An ACK of FIN  | FIN-WAIT-1  | ACK with ACK=SND.NXT                   |
        | A FIN          | FIN-WAIT-1  | FIN,ACK with ACK=SND.NXT               |
        | Text           | FIN-WAIT-2  | ACK with ACK=SND.NXT and 10 octets of text |
        | A FIN          | FIN-WAIT-2  | FIN,ACK with ACK=SND.NXT               |
        | An ACK         | CLOSE-WAIT  | ACK with ACK=SND.NXT                   |
        | A SYN          | CLOSE-WAIT  | SYN with SEQ=RCV.NXT                   |
        | An ACK of FIN  | CLOSING     | ACK with ACK=SND.NXT                   |
        | An ACK of FIN  | LAST-ACK    | ACK with ACK=SND.NXT                   |
        | An ACK         | TIME-WAIT   | ACK with ACK=SND.NXT                   |

    @slow
    Scenario: The ACK of text does not count
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with ACK=SND.NXT and TSval=TS.Recent-1000
      Then the IUT sends ACK
      And the IUT retransmits its text

    Scenario: Its window does not count
      Given the peer offers timestamps
      And the peer offers a window of 0
      And a connection in ESTABLISHED
      When the peer sends ACK with window 1000 and TSval=TS.Recent-1000
      Then the IUT sends ACK
      When the peer sends ACK with window 0
      And the user sends 10 octets of text
      Then the IUT sends nothing

  @RFC7323-5.3-PAWS-ACK
  Rule: The refusal is an ACK of where the IUT stands

    Scenario Outline: <what>
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends <segment> and TSval=TS.Recent-500
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11 and TSecr=TS.Recent
      And the user has received 10 octets of text

      Examples:
        | what                 | segment                                  |
        | What came before     | ACK with SEQ=IRS+1 and 10 octets of text |
        | What comes next      | ACK with 10 octets of text               |
        | It overlaps          | ACK with SEQ=IRS+6 and 10 octets of text |
        | A FIN                | FIN,ACK                                  |

  @RFC7323-5.3-PAWS-EQUAL
  Rule: A segment with the same timestamp is not old

    Scenario: Two segments within one tick
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent
      Then the IUT sends ACK with ACK=IRS+11
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text

    Scenario Outline: A FIN in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends FIN,ACK with TSval=TS.Recent
      Then the IUT sends ACK and enters <next>

      Examples:
        | state       | next       |
        | ESTABLISHED | CLOSE-WAIT |
        | FIN-WAIT-2  | TIME-WAIT  |

    Scenario: The handshake takes no tick
      Given the peer offers timestamps
      And a connection in SYN-RECEIVED
      When the peer sends ACK with TSval=TS.Recent
      Then the IUT sends nothing and enters ESTABLISHED

  @section-5.2 @RFC7323-5.2-PAWS-WRAP
  Rule: Timestamps are compared modulo 2^32

    Scenario Outline: TS.Recent is just below 2^32, and TSval is <tsval>
      Given the peer offers timestamps that wrap 10000 ticks later
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=4294967294
      Then the IUT sends ACK with TSecr=4294967294
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=<tsval>
      Then the IUT sends ACK with ACK=IRS+<end>
      And the user receives <octets> octets of text

      Examples:
        | tsval      | end | octets |
        | 4294967295 | 21  | 20     |
        | 0          | 21  | 20     |
        | 1          | 21  | 20     |
        | 2147483645 | 21  | 20     |
        | 2147483647 | 11  | 10     |
        | 4294966294 | 11  | 10     |

    Scenario: TS.Recent is 0, a time like any other
      Given the peer offers timestamps that wrap 10000 ticks later
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=0
      Then the IUT sends ACK with TSecr=0
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=4294966296
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=0
      And the user receives 10 octets of text

    Scenario Outline: TSval is <ahead> ticks ahead
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent+<ahead>
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=SEG.TSval
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+11
      And the user has received 10 octets of text

      Examples:
        | ahead      |
        | 1          |
        | 1000000    |
        | 2147483647 |

  @RFC7323-5.3-PAWS-FIRST
  Rule: The timestamp is looked at before the sequence number

    Scenario Outline: An old timestamp, and SEQ <where>
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=<seq> and 10 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+1 and TSecr=TS.Recent
      And the IUT sends nothing more

      Examples:
        | where             | seq                  |
        | before the window | RCV.NXT-1000         |
        | beyond the window | RCV.NXT+RCV.WND+1000 |
        | on the far side   | RCV.NXT+2000000000   |

    # The ACK of text that a closed window refuses counts (3.10.7.4, first), but not if its timestamp is old.
    @slow
    Scenario: An old timestamp, and text for a closed window
      Given the user does not read
      And the peer offers timestamps
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      And the user has sent 10 octets of text
      When the peer sends ACK with ACK=SND.NXT and 1 octet of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=RCV.NXT
      And the IUT retransmits its text

  @RFC7323-5.3-PAWS-R2
  Rule: A new timestamp does not help a segment that lies outside the window

    Scenario Outline: SEQ <where>
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=<seq> and 10 octets of text and TSval=TS.Recent+1000
      Then the IUT sends ACK with ACK=IRS+1
      And a ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent+1 is answered with ACK with ACK=IRS+11 and TSecr=SEG.TSval
      And the user receives 10 octets of text

      Examples:
        | where             | seq                  |
        | before the window | RCV.NXT-1000         |
        | beyond the window | RCV.NXT+RCV.WND+1000 |

  @RFC7323-5.3-PAWS-R3
  Rule: What is taken in sequence is what later segments are measured by

    Scenario Outline: A step of <step>, and back by <back>
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent+<step>
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=SEG.TSval
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent-<back>
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=TS.Recent
      And the user has received 10 octets of text

      Examples:
        | step | back |
        | 500  | 100  |
        | 500  | 499  |
        | 2    | 2    |

    Scenario: An empty segment counts as well
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with TSval=TS.Recent+500
      And the peer sends ACK with 10 octets of text and TSval=TS.Recent-100
      Then the IUT sends ACK with ACK=IRS+1 and TSecr=TS.Recent

    Scenario: One beyond a gap does not count yet
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=TS.Recent+500
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent+100
      Then the IUT sends ACK with ACK=IRS+21 and TSecr=SEG.TSval
      And a ACK with 10 octets of text and TSval=TS.Recent+1 is answered with ACK with ACK=IRS+31

  @RFC7323-5.3-PAWS-R4
  Rule: A segment at RCV.NXT whose timestamp is not old is taken

    Scenario Outline: <what>
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends <segment> and TSval=TS.Recent+1
      Then the IUT sends ACK with ACK=<end> and TSecr=SEG.TSval
      And the user receives <octets> octets of text

      Examples:
        | what          | segment                          | end     | octets |
        | One octet     | ACK with 1 octet of text         | IRS+2   | 1      |
        | Text          | ACK with 100 octets of text      | IRS+101 | 100    |
        | Text and FIN  | FIN,ACK with 100 octets of text  | IRS+102 | 100    |

  @RFC7323-5.3-PAWS-R5
  Rule: A segment beyond RCV.NXT whose timestamp is not old waits for its turn

    Scenario: Three segments in reverse
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      And the user receives 30 octets of text

  @RFC7323-5.3-PAWS-ONCE
  Rule: A segment's timestamp is looked at when it arrives, and not again when its turn comes

    Scenario: The gap is filled by a segment that left later
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=TS.Recent+1
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent+1000
      Then the IUT sends ACK with ACK=IRS+21 and TSecr=SEG.TSval
      And the user receives 20 octets of text

    Scenario: A FIN waits as well
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=IRS+11 and 10 octets of text and TSval=TS.Recent+1
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent+1000
      Then the IUT sends ACK with ACK=IRS+22 and enters CLOSE-WAIT
      And the user receives 20 octets of text

  @section-5.6 @RFC7323-5.6-H1-FIRST
  Rule: The timestamp is looked at even if the segment is just the one that was expected

    Scenario: After a run of text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the peer has sent 100 octets of text
      And the peer has sent 100 octets of text
      And the peer has sent 100 octets of text
      When the peer sends ACK with 100 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+301
      And the user has received 300 octets of text

    Scenario: After a run of ACKs
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the user has sent 100 octets of text
      And the peer has acknowledged the IUT's text
      And the user has sent 100 octets of text
      When the peer sends ACK with TSval=TS.Recent-1000
      Then the IUT sends ACK with SEQ=SND.NXT
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing

  @section-5.5 @RFC7323-5.5-STALE @slow
  Rule: After 24 idle days TS.Recent proves nothing

    Scenario Outline: <ticks> ticks back after 25 days
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When 25 days pass
      And the peer sends ACK with 10 octets of text and TSval=TS.Recent-<ticks>
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=SEG.TSval
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=TS.Recent
      And the user has received 10 octets of text

      Examples:
        | ticks      |
        | 1000       |
        | 2147483638 |

    Scenario: After a day it still does
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When 1 days pass
      And the peer sends ACK with 10 octets of text and TSval=TS.Recent-1000
      Then the IUT sends ACK with ACK=IRS+1
      And the user receives no text
