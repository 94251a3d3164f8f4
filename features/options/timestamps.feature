@rfc-7323 @section-3.2
Feature: Timestamps

  The option says when a segment left, and what of the other end's had come by then.
  It tells the sender its round trip, and the receiver what is an old duplicate: both
  rest on its being on every segment and echoing the right one.

  @RFC7323-3.2-TS-SYN
  Rule: An active OPEN offers timestamps

    @RFC7323-3.2-TS-TSECR-ZERO
    Scenario: They echo nothing yet
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN with a timestamps option and TSecr=0

    Scenario: The peer takes them
      Given the peer offers timestamps
      And a connection in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK with TSecr=SEG.TSval and enters ESTABLISHED

  @RFC7323-3.2-TS-SYNACK
  Rule: A SYN,ACK has timestamps only if the SYN had them

    Scenario Outline: The SYN offers <what>
      Given a connection in LISTEN
      When the peer sends SYN <what>
      Then the IUT sends SYN,ACK without a timestamps option and enters SYN-RECEIVED

      Examples:
        | what                           |
        | without options                |
        | with MSS 1000                  |
        | with window scale 7            |

    Scenario Outline: The SYN offers timestamps and <what>
      Given the peer offers timestamps
      And a connection in LISTEN
      When the peer sends SYN <what>
      Then the IUT sends SYN,ACK with TSecr=SEG.TSval and enters SYN-RECEIVED

      Examples:
        | what                     |
        | with MSS 1000            |
        | with window scale 7      |
        | with TSval=0             |
        | with TSval=16909060      |
        | with TSval=4294967295    |

    Scenario: A SYN that comes again without them takes nothing back
      Given the peer offers timestamps
      And a connection in SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with a timestamps option

  @RFC7323-3.2-TS-CROSSED
  Rule: Where SYNs cross and one of them has timestamps, the SYN,ACK may have them

    Scenario: The connection comes to life without them
      Given a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED
      And a ACK with 10 octets of text is answered with ACK

    @RFC7323-3.2-TS-ECHO
    Scenario: Both SYNs have them
      Given the peer offers timestamps
      And a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK with TSecr=SEG.TSval and enters SYN-RECEIVED

  @RFC7323-3.2-TS-ECHO
  Rule: A segment with ACK echoes the timestamp that the peer has sent

    Scenario Outline: <what> in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with TSecr=SEG.TSval

      Examples:
        | what          | state       | segment                         |
        | Text          | ESTABLISHED | ACK with 10 octets of text      |
        | One octet     | ESTABLISHED | ACK with 1 octet of text        |
        | A FIN         | ESTABLISHED | FIN,ACK                         |
        | Text and FIN  | ESTABLISHED | FIN,ACK with 7 octets of text   |
        | Text          | FIN-WAIT-1  | ACK with 10 octets of text      |
        | A FIN         | FIN-WAIT-1  | FIN,ACK                         |
        | Text          | FIN-WAIT-2  | ACK with 10 octets of text      |
        | A FIN         | FIN-WAIT-2  | FIN,ACK                         |

    Scenario: The user's text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text and TSecr=SEG.TSval

    Scenario: The IUT's FIN
      Given the peer offers timestamps
      And a connection in CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK with TSecr=TS.Recent and enters LAST-ACK

    Scenario: Across the wrap of the peer's clock
      Given the peer offers timestamps that wrap 10000 ticks later
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=4294967295
      Then the IUT sends ACK with TSecr=4294967295
      When the peer sends ACK with 10 octets of text and TSval=0
      Then the IUT sends ACK with TSecr=0
      And the user receives 20 octets of text

  @RFC7323-3.2-TS-ECHO-IGNORE
  Rule: TSecr means nothing where ACK is off

    Scenario Outline: A SYN with TSecr <value>
      Given the peer offers timestamps
      And a connection in LISTEN
      When the peer sends SYN with TSecr=<value>
      Then the IUT sends SYN,ACK with TSecr=SEG.TSval and enters SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED

      Examples:
        | value      |
        | 1          |
        | 3735928559 |
        | 4294967295 |

  @RFC7323-3.2-TS-ALWAYS
  Rule: Timestamps that were agreed on stand on every segment but a RST

    Scenario Outline: What is not acceptable, in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with a timestamps option and remains in <state>

      Examples:
        | state        | segment                                     |
        | SYN-RECEIVED | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | ESTABLISHED  | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | ESTABLISHED  | ACK with SEQ=RCV.NXT-1                      |
        | FIN-WAIT-1   | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | FIN-WAIT-2   | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | CLOSE-WAIT   | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | CLOSING      | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | LAST-ACK     | ACK with SEQ=RCV.NXT-11 and 10 octets of text |
        | TIME-WAIT    | ACK with SEQ=RCV.NXT-11 and 10 octets of text |

    Scenario Outline: A challenge ACK for <segment> in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with a timestamps option and TSecr=TS.Recent and remains in <state>

      @RFC5961-3.2-CHALLENGE-FORM
      Examples:
        | state       | segment                |
        | ESTABLISHED | RST with SEQ=RCV.NXT+1 |
        | CLOSE-WAIT  | RST with SEQ=RCV.NXT+1 |
        | LAST-ACK    | RST with SEQ=RCV.NXT+1 |

    @slow
    Scenario: Text that is sent again
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text three times, each wait at least twice as long as the one before
      And the IUT's timestamps have moved on

    @slow
    Scenario: A FIN that is sent again
      Given the peer offers timestamps
      And a connection in FIN-WAIT-1
      Then the IUT retransmits its FIN three times, each wait at least twice as long as the one before
      And the IUT's timestamps have moved on

    Scenario: In TIME-WAIT, for the FIN that comes again
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK with a timestamps option and remains in TIME-WAIT

  @RFC7323-3.2-TS-MISSING
  Rule: A segment that lacks timestamps which were agreed on is dropped without an answer

    Scenario Outline: <what> in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment> and without a timestamps option
      Then the IUT sends nothing and remains in <state>
      And a <segment> is answered with ACK

      Examples:
        | what         | state       | segment                       |
        | Text         | ESTABLISHED | ACK with 10 octets of text    |
        | Text and FIN | ESTABLISHED | FIN,ACK with 5 octets of text |
        | Text         | FIN-WAIT-2  | ACK with 10 octets of text    |
        | Text and FIN | FIN-WAIT-2  | FIN,ACK with 5 octets of text |

    Scenario Outline: An ACK of the FIN in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends ACK without a timestamps option
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

    Scenario: The ACK that would complete the handshake
      Given the peer offers timestamps
      And a connection in SYN-RECEIVED
      When the peer sends ACK without a timestamps option
      Then the IUT sends nothing and remains in SYN-RECEIVED

    @slow
    Scenario: The handshake that such an ACK did not complete goes on
      Given the peer offers timestamps
      And a connection in SYN-RECEIVED
      When the peer sends ACK without a timestamps option
      Then the IUT retransmits its SYN,ACK
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED

    Scenario: The user does not get the text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and without a timestamps option
      Then the user receives no text

  @RFC7323-3.2-TS-MISSING-ABORT
  Rule: A missing timestamp never ends the connection

    Scenario Outline: <what> in <state>
      Given the peer offers timestamps
      And a connection in <state>
      When the peer sends <segment> and without a timestamps option
      Then the IUT may send ACK with ACK=IRS+11
      And the IUT is still in <state>
      And a ACK with SEQ=IRS+1 and 10 octets of text is answered with ACK with ACK=IRS+11

      Examples:
        | what      | state       | segment                    |
        | Text      | ESTABLISHED | ACK with 10 octets of text |
        | Text      | FIN-WAIT-2  | ACK with 10 octets of text |

    Scenario: Many of them
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK without a timestamps option
      And the peer sends ACK without options
      And the peer sends ACK without a timestamps option
      Then the IUT sends nothing and remains in ESTABLISHED
      And a ACK with 10 octets of text is answered with ACK with a timestamps option

    @RFC7323-3.2-TS-RST
    Scenario: A RST needs no timestamps
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends RST without a timestamps option
      Then the IUT sends nothing and enters CLOSED

  @RFC7323-3.2-TS-UNNEGOTIATED
  Rule: Timestamps that were not agreed on are ignored

    Scenario Outline: <what>
      Given a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=<first>
      Then the IUT sends ACK without a timestamps option
      When the peer sends ACK with 10 octets of text and TSval=<second>
      Then the IUT sends ACK without a timestamps option
      And the user receives 20 octets of text

      Examples:
        | what            | first      | second     |
        | Rising          | 1000       | 2000       |
        | Falling         | 2000000000 | 1000000000 |
        | Zero after one  | 1          | 0          |

    Scenario: Only the IUT offered them
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK without a timestamps option and enters ESTABLISHED
      And a ACK with 10 octets of text and a timestamps option is answered with ACK without a timestamps option

    Scenario Outline: They come and go in <state>
      Given a connection in <state>
      When the peer sends ACK with SEQ=RCV.NXT-1 and TSval=77
      Then the IUT sends ACK without a timestamps option and remains in <state>
      When the peer sends ACK with SEQ=RCV.NXT-1
      Then the IUT sends ACK without a timestamps option and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |
        | TIME-WAIT   |

  @MUST-6 @without-timestamps
  Rule: A TCP without timestamps ignores the option

    Scenario: On a SYN
      Given the peer offers timestamps
      And a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK without a timestamps option and enters SYN-RECEIVED

    Scenario: On text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and a timestamps option
      Then the IUT sends ACK without a timestamps option
      And the user receives 10 octets of text

  @section-4.3 @RFC7323-4.3-ECHO-DELAYED
  Rule: A delayed ACK echoes the earliest segment that it acknowledges

    Scenario: Two segments
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent+10
      And the peer sends ACK with 10 octets of text and TSval=TS.Recent+20
      Then the IUT sends ACK with ACK=IRS+21 and TSecr=TS.Recent

  @section-4.3 @RFC7323-4.3-ECHO-HOLE
  Rule: An ACK of a segment beyond a gap echoes the one that last moved RCV.NXT

    Scenario: The example of section 4.3: A, C, B, E, D
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=SEG.TSval
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text and TSval=TS.Recent+20
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=TS.Recent
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=TS.Recent+10
      Then the IUT sends ACK with ACK=IRS+31 and TSecr=SEG.TSval
      When the peer sends ACK with SEQ=IRS+41 and 10 octets of text and TSval=TS.Recent+40
      Then the IUT sends ACK with ACK=IRS+31 and TSecr=TS.Recent
      When the peer sends ACK with SEQ=IRS+31 and 10 octets of text and TSval=TS.Recent+30
      Then the IUT sends ACK with ACK=IRS+51 and TSecr=SEG.TSval

    Scenario Outline: <what> beyond a gap
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends <segment> and TSval=TS.Recent+<later>
      Then the IUT sends ACK with TSecr=TS.Recent

      Examples:
        | what  | later      | segment                                      |
        | Text  | 1          | ACK with SEQ=RCV.NXT+10 and 10 octets of text |
        | Text  | 1000000000 | ACK with SEQ=RCV.NXT+10 and 10 octets of text |
        | A FIN | 5          | FIN,ACK with SEQ=RCV.NXT+10                   |
        | Text  | 2          | ACK with SEQ=RCV.NXT+1 and 1 octet of text    |

  @section-4.3 @RFC7323-4.3-ECHO-FILLED
  Rule: The segment that fills a gap is the one to echo

    Scenario: It is the older of the two
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+10 and 10 octets of text and TSval=TS.Recent+100
      Then the IUT sends ACK with ACK=RCV.NXT
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent+50
      Then the IUT sends ACK with ACK=IRS+21 and TSecr=SEG.TSval

    Scenario: Two gaps, filled from the left
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 10 octets of text and TSval=TS.Recent+5
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+31 and 10 octets of text and TSval=TS.Recent+6
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent+3
      Then the IUT sends ACK with ACK=IRS+21 and TSecr=SEG.TSval
      When the peer sends ACK with SEQ=IRS+21 and 10 octets of text and TSval=TS.Recent+1
      Then the IUT sends ACK with ACK=IRS+41 and TSecr=SEG.TSval

  @section-4.3 @RFC7323-4.3-TSRECENT-RULE2
  Rule: TS.Recent takes a TSval that is not older, of a segment that begins at the last ACK sent or before

    Scenario: Text that overlaps what has come before
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends ACK with SEQ=RCV.NXT-5 and 10 octets of text and TSval=TS.Recent+9
      Then the IUT sends ACK with ACK=IRS+16 and TSecr=SEG.TSval

    Scenario: An ACK without text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with TSval=TS.Recent+9
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text and TSecr=SEG.TSval

    Scenario Outline: <what> with a TSval far ahead does no harm
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends <segment> and TSval=TS.Recent+1000000000
      Then the IUT sends ACK with ACK=IRS+1 and TSecr=TS.Recent
      And a ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent+1 is answered with ACK with ACK=IRS+11 and TSecr=SEG.TSval

      Examples:
        | what                          | segment                                                   |
        | Text beyond the window        | ACK with SEQ=RCV.NXT+RCV.WND+1000 and 10 octets of text   |
        | A FIN beyond the window       | FIN,ACK with SEQ=RCV.NXT+RCV.WND+1000                     |
        | Text from before the SYN      | ACK with SEQ=RCV.NXT-100000 and 10 octets of text         |
        | An empty segment from before  | ACK with SEQ=RCV.NXT-100000                               |

  @section-4.3 @RFC7323-4.3-TSRECENT-RULE3
  Rule: TSecr is TS.Recent on whatever is sent

    Scenario: The same value until the peer sends another
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text and TSecr=TS.Recent
      When the user sends 10 octets of text
      And the peer acknowledges the IUT's text
      Then the IUT sends ACK with 10 octets of text
      When the user calls CLOSE
      Then the IUT sends FIN,ACK with TSecr=TS.Recent and enters FIN-WAIT-1

  @section-5.2 @RFC7323-5.2-MONOTONIC
  Rule: What is echoed never goes back

    Scenario: An old duplicate after newer text
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and TSval=TS.Recent+100
      Then the IUT sends ACK with TSecr=SEG.TSval
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text and TSval=TS.Recent-50
      Then the IUT sends ACK with TSecr=TS.Recent

  @section-4.1 @RFC7323-4.1-CLOCK-PROPORTIONAL @slow
  Rule: The clock keeps pace with time, busy and idle

    Scenario: Over three RTOs
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      When 1 RTO passes
      And the peer sends 10 octets of text
      Then the IUT sends ACK
      When 2 RTO pass
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT's timestamps keep pace with time

  @section-5.4 @slow @RFC7323-5.4-CLOCK-RANGE
  Rule: A tick takes between a millisecond and a second

    Scenario: Over ten RTOs
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When 10 RTO pass
      And the peer sends 10 octets of text
      Then the IUT sends ACK
      And the IUT's timestamps tick between once a millisecond and once a second

  @section-5.4 @slow @RFC7323-5.4-CLOCK-MAX
  Rule: The clock does not wrap within an MSL

    Scenario: As fast as it was over three RTOs
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When 3 RTO pass
      And the peer sends 10 octets of text
      Then the IUT sends ACK
      And the IUT's timestamps do not wrap within 1 MSL

  @section-5.4 @slow @RFC7323-5.4-CLOCK-WINDOW
  Rule: The clock ticks at least once per window of text

    Scenario: Two windows, more than a second apart
      Given the peer offers timestamps
      And the peer offers a window of 500
      And a connection in ESTABLISHED
      When the user sends 500 octets of text
      Then the IUT sends the rest of its text
      When the peer acknowledges the IUT's text
      And 1.5 RTO pass
      And the user sends 500 octets of text
      Then the IUT sends the rest of its text
      And the IUT's timestamps have moved on

  @section-5.4 @RFC7323-5.4-CLOCK-MONO
  Rule: The clock never goes back within a connection

    Scenario: From the SYN to TIME-WAIT
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer acknowledges the IUT's text
      And the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer sends FIN,ACK
      Then the IUT sends ACK with a timestamps option and enters TIME-WAIT
      And a ACK with SEQ=RCV.NXT-1 is answered with ACK with a timestamps option

  @section-7 @RFC7323-7-TS-OFFSET
  Rule: Each connection has a clock of its own

    @keep-listener
    Scenario: Two peers of one socket
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When a second peer sends SYN
      Then the IUT sends SYN,ACK with a timestamps option to the second peer
      And the IUT's timestamps differ from connection to connection

  @section-A @RFC7323-A-LAYOUT
  Rule: On all but SYNs two NOPs go before the option, so that it lies at a multiple of four

    Scenario: Text, an ACK and a FIN
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer acknowledges the IUT's text
      And the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      And the IUT's timestamps are laid out as NOP, NOP and the option
