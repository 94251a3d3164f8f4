@section-3.1
Feature: Options

  Options stretch the header by up to forty octets, in any order and at any
  octet. A stack must find its way through all of them: step over what it does
  not know by its length, stop where the list ends, and survive a list that lies.

  @MUST-5
  Rule: Options are taken on every segment, in every state

    Scenario Outline: <segment> with NOPs in <state>
      Given a connection in <state>
      When the peer sends <segment> with options [4 NOP]
      Then the IUT sends <answer> and enters <next>

      Examples:
        | state        | segment                    | answer  | next         |
        | CLOSED       | SYN                        | RST,ACK | CLOSED       |
        | CLOSED       | ACK                        | RST     | CLOSED       |
        | CLOSED       | FIN without ACK            | RST,ACK | CLOSED       |
        | LISTEN       | SYN                        | SYN,ACK | SYN-RECEIVED |
        | LISTEN       | ACK                        | RST     | LISTEN       |
        | SYN-SENT     | SYN                        | SYN,ACK | SYN-RECEIVED |
        | SYN-SENT     | SYN,ACK                    | ACK     | ESTABLISHED  |
        | SYN-RECEIVED | FIN,ACK                    | ACK     | CLOSE-WAIT   |
        | ESTABLISHED  | ACK with 10 octets of text | ACK     | ESTABLISHED  |
        | ESTABLISHED  | FIN,ACK                    | ACK     | CLOSE-WAIT   |
        | ESTABLISHED  | ACK with SEQ=RCV.NXT-1     | ACK     | ESTABLISHED  |
        | FIN-WAIT-1   | ACK with 10 octets of text | ACK     | FIN-WAIT-2   |
        | FIN-WAIT-1   | FIN,ACK                    | ACK     | TIME-WAIT    |
        | FIN-WAIT-2   | ACK with 10 octets of text | ACK     | FIN-WAIT-2   |
        | FIN-WAIT-2   | FIN,ACK                    | ACK     | TIME-WAIT    |
        | CLOSE-WAIT   | ACK with SEQ=RCV.NXT-1     | ACK     | CLOSE-WAIT   |
        | CLOSING      | ACK with SEQ=RCV.NXT-1     | ACK     | CLOSING      |
        | LAST-ACK     | ACK with SEQ=RCV.NXT-1     | ACK     | LAST-ACK     |
        | TIME-WAIT    | ACK with SEQ=RCV.NXT-1     | ACK     | TIME-WAIT    |

    Scenario Outline: <segment> with <options> is taken in silence in <state>
      Given a connection in <state>
      When the peer sends <segment> with options <options>
      Then the IUT sends nothing and enters <next>

      Examples:
        | state        | segment | options             | next        |
        | SYN-SENT     | RST     | [4 NOP]             | CLOSED      |
        | SYN-SENT     | RST     | [kind 254 length 6] | CLOSED      |
        | SYN-RECEIVED | ACK     | [4 NOP]             | ESTABLISHED |
        | SYN-RECEIVED | ACK     | [kind 254 length 6] | ESTABLISHED |
        | SYN-RECEIVED | ACK     | [40 NOP]            | ESTABLISHED |
        | ESTABLISHED  | RST     | [4 NOP]             | CLOSED      |
        | ESTABLISHED  | RST     | [kind 254 length 6] | CLOSED      |
        | ESTABLISHED  | RST     | [40 NOP]            | CLOSED      |
        | ESTABLISHED  | ACK     | [kind 254 length 6] | ESTABLISHED |
        | FIN-WAIT-1   | ACK     | [4 NOP]             | FIN-WAIT-2  |
        | FIN-WAIT-1   | ACK     | [kind 254 length 6] | FIN-WAIT-2  |
        | FIN-WAIT-2   | RST     | [4 NOP]             | CLOSED      |
        | CLOSE-WAIT   | RST     | [kind 254 length 6] | CLOSED      |
        | CLOSING      | ACK     | [4 NOP]             | TIME-WAIT   |
        | CLOSING      | ACK     | [kind 254 length 6] | TIME-WAIT   |
        | LAST-ACK     | ACK     | [4 NOP]             | CLOSED      |
        | LAST-ACK     | ACK     | [kind 254 length 6] | CLOSED      |
        | LAST-ACK     | RST     | [4 NOP]             | CLOSED      |

    Scenario Outline: An ACK with <options> acknowledges text
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with options <options>
      And 2 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | options             |
        | [4 NOP]             |
        | [kind 254 length 6] |

  @MUST-4
  Rule: No-operation and end of list are understood

    Scenario Outline: <octets> octets of text behind <options>
      Given a connection in ESTABLISHED
      When the peer sends ACK with options <options> and <octets> octets of text
      Then the IUT sends ACK with ACK=IRS+1+SEG.LEN and remains in ESTABLISHED
      And the user receives <octets> octets of text

      Examples:
        | options         | octets |
        | [NOP]           | 10     |
        | [2 NOP]         | 10     |
        | [3 NOP]         | 11     |
        | [4 NOP]         | 1      |
        | [5 NOP]         | 10     |
        | [40 NOP]        | 1      |
        | [40 NOP]        | 1000   |
        | [END]           | 10     |
        | [NOP, END]      | 10     |
        | [3 NOP, END]    | 10     |
        | [4 NOP, END]    | 10     |
        | [39 NOP, END]   | 10     |
        | [20 NOP, END]   | 10     |
        | [END, END, END] | 10     |

    # Where each side of the end stands, and how much padding follows, makes no difference.
    Scenario Outline: MSS 500 in <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

      Examples:
        | options                  |
        | [MSS 500]                |
        | [MSS 500, END]           |
        | [MSS 500, NOP, END]      |
        | [NOP, NOP, MSS 500, END] |
        | [MSS 500, 35 NOP, END]   |
        | [35 NOP, MSS 500, END]   |
        | [36 NOP, MSS 500]        |
        | [MSS 500, 36 NOP]        |

    Scenario Outline: Behind the end of the list nothing is read: <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS

      Examples:
        | options                   |
        | [END, MSS 1400]           |
        | [NOP, END, NOP, MSS 1400] |
        | [3 NOP, END, MSS 1400]    |

  @MUST-64
  Rule: An option may begin at any octet

    Scenario Outline: MSS 500 behind <before> in a SYN
      Given a connection in LISTEN
      When the peer sends SYN with options [<before>, MSS 500]
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

      Examples:
        | before                                   |
        | NOP                                      |
        | 2 NOP                                    |
        | 3 NOP                                    |
        | 4 NOP                                    |
        | 5 NOP                                    |
        | 33 NOP                                   |
        | kind 254 length 2                        |
        | kind 254 length 3                        |
        | kind 254 length 5                        |
        | kind 254 length 35                       |
        | NOP, kind 254 length 2                   |
        | kind 254 length 3, NOP, kind 70 length 5 |

    Scenario Outline: MSS 500 behind <before> in a SYN,ACK
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with options [<before>, MSS 500]
      Then the IUT sends ACK
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

      Examples:
        | before            |
        | NOP               |
        | 2 NOP             |
        | 3 NOP             |
        | kind 254 length 3 |

  @MUST-6
  Rule: An option that is not known is stepped over by its length

    Scenario Outline: A SYN with an option of kind <kind> and length <length>
      Given a connection in LISTEN
      When the peer sends SYN with options [kind <kind> length <length>, MSS 500]
      Then the IUT sends SYN,ACK without an option of kind <kind>
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

      Examples:
        | kind | length |
        | 6    | 6      |
        | 7    | 6      |
        | 14   | 3      |
        | 20   | 4      |
        | 31   | 4      |
        | 70   | 2      |
        | 70   | 36     |
        | 127  | 5      |
        | 128  | 5      |
        | 200  | 6      |
        | 252  | 3      |
        | 253  | 4      |
        | 254  | 4      |
        | 254  | 7      |
        | 255  | 2      |
        | 255  | 35     |

    Scenario Outline: A SYN,ACK with an option of kind <kind>
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with options [kind <kind> length 6, MSS 500]
      Then the IUT sends ACK with ACK=IRS+1 and enters ESTABLISHED
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

      Examples:
        | kind |
        | 6    |
        | 70   |
        | 200  |
        | 253  |
        | 254  |

    Scenario Outline: Text with <options>
      Given a connection in ESTABLISHED
      When the peer sends ACK with options <options> and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

      Examples:
        | options                                                    |
        | [kind 6 length 6]                                          |
        | [kind 70 length 2]                                         |
        | [kind 200 length 3]                                        |
        | [kind 200 length 6]                                        |
        | [kind 254 length 4]                                        |
        | [kind 254 length 40]                                       |
        | [kind 255 length 39, END]                                  |
        | [NOP, kind 254 length 3, kind 70 length 2]                 |
        | [kind 254 length 2, kind 254 length 2, kind 254 length 36] |

    Scenario Outline: A FIN with <options>
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with options <options>
      Then the IUT sends ACK and enters CLOSE-WAIT

      Examples:
        | options             |
        | [kind 254 length 6] |
        | [kind 70 length 40] |

    # Whoever loses its way in the first option misreads the second.
    @RFC7323-3.2-TS-ECHO
    Scenario Outline: Timestamps behind <options> are read
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      When the peer sends ACK with options <options> and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and TSecr=SEG.TSval
      And the user receives 10 octets of text

      Examples:
        | options                |
        | [octets 03 03 07]      |
        | [octets 03 03 07, NOP] |
        | [octets 04 02]         |
        | [MSS 700]              |
        | [kind 254 length 2]    |
        | [kind 254 length 3]    |
        | [kind 254 length 5]    |
        | [kind 254 length 28]   |

    # Window scale, SACK permitted and MSS belong on a SYN; on another segment there is nothing for them to do.
    Scenario Outline: Text with <name>, which belongs on a SYN
      Given a connection in ESTABLISHED
      When the peer sends ACK with options <options> and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

      Examples:
        | name           | options                                  |
        | window scale   | [octets 03 03 07]                        |
        | SACK permitted | [octets 04 02]                           |
        | MSS            | [MSS 700]                                |
        | all three      | [MSS 700, octets 04 02, octets 03 03 07] |

  # A reset is the RFC's suggestion; to drop the segment or to read on is handling it too. To die, or to hang, is not.
  @MUST-7
  Rule: An option with an impossible length does no harm

    @keep-listener
    Scenario Outline: A SYN with <options>
      Given a connection in LISTEN
      When a second peer sends SYN with options <options>
      Then the IUT may answer the second peer
      And the next SYN is answered with SYN,ACK
      And the IUT is still in LISTEN

      Examples: Length 0 and 1
        | options                      |
        | [kind 254 length 0]          |
        | [kind 254 length 1]          |
        | [kind 254 length 0, MSS 500] |
        | [NOP, kind 254 length 0]     |
        | [MSS 500, kind 254 length 0] |
        | [36 NOP, kind 254 length 0]  |
        | [kind 2 length 0]            |
        | [kind 2 length 1]            |
        | [kind 3 length 0]            |
        | [kind 4 length 0]            |
        | [kind 5 length 0]            |
        | [kind 8 length 0]            |
        | [kind 8 length 1]            |

      Examples: Past the end of the header
        | options                                                                          |
        | [kind 254 length 5 with 2 octets]                                                |
        | [kind 254 length 40 with 2 octets]                                               |
        | [kind 254 length 41 with 38 octets]                                              |
        | [kind 254 length 127 with 2 octets]                                              |
        | [kind 254 length 128 with 2 octets]                                              |
        | [kind 254 length 255 with 2 octets]                                              |
        | [kind 254 length 255 with 38 octets]                                             |
        | [36 NOP, kind 254 length 5 with 2 octets]                                        |
        | [kind 2 length 4 with 0 octets, octets 05 b4, kind 254 length 255 with 2 octets] |
        | [octets 02 28 05 b4]                                                             |
        | [octets 08 0a 00 00]                                                             |
        | [2 NOP, octets 02 04]                                                            |
        | [octets 05 ff 00 00]                                                             |

      Examples: A kind in the last octet, without a length
        | options            |
        | [3 NOP, kind 2]    |
        | [3 NOP, kind 3]    |
        | [3 NOP, kind 8]    |
        | [3 NOP, kind 254]  |
        | [39 NOP, kind 2]   |
        | [39 NOP, kind 254] |

      Examples: Known kinds of a wrong length
        | options                             |
        | [octets 02 02]                      |
        | [octets 02 03 05]                   |
        | [octets 02 05 05 b4 00]             |
        | [octets 02 06 05 b4 00 00]          |
        | [octets 03 02]                      |
        | [octets 03 04 07 07]                |
        | [octets 04 03 00]                   |
        | [octets 05 02]                      |
        | [octets 05 09 00 00 00 00 00 00 00] |
        | [kind 8 length 9]                   |
        | [kind 8 length 11]                  |
        | [kind 8 length 2]                   |

    @keep-listener
    Scenario Outline: Text with <options>
      Given a connection in ESTABLISHED
      When the peer sends ACK with options <options> and 10 octets of text
      Then the IUT may send ACK
      And the IUT may reset the connection
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 or RST
      And the next SYN is answered with SYN,ACK

      Examples:
        | options                                |
        | [kind 254 length 0]                    |
        | [kind 254 length 1]                    |
        | [2 NOP, kind 254 length 0]             |
        | [38 NOP, kind 254 length 0]            |
        | [kind 254 length 5 with 2 octets]      |
        | [kind 254 length 40 with 2 octets]     |
        | [kind 254 length 127 with 2 octets]    |
        | [kind 254 length 128 with 2 octets]    |
        | [kind 254 length 255 with 2 octets]    |
        | [kind 254 length 255 with 38 octets]   |
        | [3 NOP, kind 254]                      |
        | [39 NOP, kind 8]                       |
        | [kind 8 length 0]                      |
        | [kind 8 length 9]                      |
        | [kind 5 length 0]                      |
        | [octets 05 09 00 00 00 00 00 00 00]    |
        | [octets 05 0a 00 00 00 01 ff ff ff ff] |
        | [kind 2 length 0]                      |
        | [kind 3 length 0]                      |

    # The number of a segment is looked at first, and what lies outside the window can reset nothing (3.5.2, group 3).
    Scenario Outline: An old segment with <options> resets nothing
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT-1000 and options <options>
      Then the IUT may send ACK
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED

      Examples:
        | options                            |
        | [kind 254 length 0]                |
        | [kind 254 length 1]                |
        | [kind 254 length 40 with 2 octets] |
        | [kind 8 length 0]                  |
        | [3 NOP, kind 254]                  |

    Scenario Outline: <segment> with <options> in CLOSED
      Given a connection in CLOSED
      When the peer sends <segment> with options <options>
      Then the IUT may send <answer>
      When the peer sends <segment>
      Then the IUT sends <answer> and remains in CLOSED

      Examples:
        | segment | answer  | options                            |
        | SYN     | RST,ACK | [kind 254 length 0]                |
        | SYN     | RST,ACK | [kind 254 length 40 with 2 octets] |
        | ACK     | RST     | [kind 254 length 1]                |
        | ACK     | RST     | [3 NOP, kind 8]                    |

  # The background checker reads the options of every segment of the IUT.
  @MUST-68
  Rule: Each option of the IUT has its length, except no-operation and end of list

    Scenario Outline: Its SYN,ACK to a SYN with <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK

      Examples:
        | options                                   |
        | []                                        |
        | [MSS 1000]                                |
        | [MSS 1000, octets 03 03 07]               |
        | [MSS 1000, octets 04 02]                  |
        | [octets 04 02, octets 03 03 07, MSS 1000] |

    Scenario: Its SYN,ACK to a SYN with timestamps
      Given the peer offers timestamps
      And a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK

    Scenario: Its SYN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN

  @MUST-69
  Rule: Behind the end of its list there are only zeros

    Scenario Outline: Its SYN,ACK to a SYN with <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK
      And the IUT is in SYN-RECEIVED

      Examples:
        | options                     |
        | [octets 03 03 07]           |
        | [octets 04 02]              |
        | [MSS 1000, octets 03 03 07] |
        | [MSS 1000, octets 04 02]    |
        | [END]                       |
        | [MSS 1000, END, 3 NOP]      |

    Scenario: Its SYN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
