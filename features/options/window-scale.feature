@rfc-7323 @section-2.3
Feature: Window scale

  Sixteen bits tell a window of 64 KiB, and a fast or long path needs more. Each
  side says on its SYN by how many bits its windows will be shifted; if one of them
  says nothing, no window is.

  @section-2.2 @RFC7323-2.2-WS-SEND
  Rule: An active OPEN offers window scale

    @RFC7323-2.2-WS-SEND-ZERO
    Scenario: On the SYN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN with a window scale option

  @RFC7323-2.3-WS-REPLY
  Rule: An offer is answered with one

    Scenario Outline: A shift of <shift>
      Given the peer offers window scale <shift>
      And a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK with a window scale option and enters SYN-RECEIVED

      Examples:
        | shift |
        | 5     |

      @RFC7323-2.2-WS-ZERO
      Examples:
        | shift |
        | 0     |

      @RFC7323-2.3-WS-MAX14
      Examples:
        | shift |
        | 1     |
        | 7     |
        | 14    |

      @RFC7323-2.3-WS-GT14-USE14
      Examples:
        | shift |
        | 15    |
        | 255   |

  @section-2.2 @RFC7323-2.2-WS-SYNACK
  Rule: A SYN,ACK has a window scale only if the SYN had one

    Scenario Outline: The SYN has <what>
      Given a connection in LISTEN
      When the peer sends SYN <what>
      Then the IUT sends SYN,ACK without a window scale option and enters SYN-RECEIVED

      Examples:
        | what                     |
        | without options          |
        | with MSS 1000            |
        | with a timestamps option |

  @section-2.2 @RFC7323-2.2-WS-BOTH
  Rule: Windows are scaled only if both SYNs say so

    Scenario: The peer's SYN says nothing
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT fills the peer's window, and sends no more

    Scenario: The peer's SYN,ACK says nothing
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And an active OPEN, and a connection in ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT fills the peer's window, and sends no more

  @RFC7323-2.3-WS-NONE
  Rule: Without the peer's option both shifts are zero

    Scenario: After a passive OPEN the field is the window
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer fills the IUT's window
      Then the IUT has acknowledged all of it

    Scenario: After an active OPEN the field is the window
      Given the user does not read
      And an active OPEN, and a connection in ESTABLISHED
      When the peer fills the IUT's window
      Then the IUT has acknowledged all of it

    Scenario: Two SYNs cross, and the peer's has no option
      Given a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED
      And a ACK with 10 octets of text is answered with ACK
      And its windows are still in octets

  @section-2.2 @RFC7323-2.2-WS-NONSYN
  Rule: The option means nothing on a segment without SYN

    Scenario Outline: A shift of <other> on an ACK, where <shift> was agreed on
      Given the peer offers MSS 500
      And the peer offers window scale <shift>
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      When the peer sends ACK with window scale <other>
      And the user sends 20000 octets of text
      Then the IUT fills the peer's window, and sends no more

      Examples:
        | shift | other |
        | 2     | 7     |
        | 2     | 0     |
        | 0     | 3     |

    Scenario: On text, where none was agreed on
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and window scale 4
      Then the IUT sends ACK
      When the user sends 20000 octets of text
      Then the IUT fills the peer's window, and sends no more

    @MUST-6 @with-timestamps
    Scenario: The options behind it are read
      Given the peer offers timestamps
      And the peer offers window scale 2
      And a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and window scale 7 and TSval=TS.Recent+5
      Then the IUT sends ACK with TSecr=SEG.TSval

  @section-2.2 @RFC7323-2.2-WS-SYN-UNSCALED
  Rule: The window on a SYN is never scaled

    Scenario Outline: The peer's SYN,ACK, and a shift of <shift>
      Given the peer offers MSS 500
      And the peer offers window scale <shift>
      And the peer offers a window of 2000
      And an active OPEN, and a connection in ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT sends text up to the edge of the window

      Examples:
        | shift |
        | 3     |
        | 7     |
        | 14    |

    Scenario: The peer's SYN, in a passive open
      Given the peer offers MSS 500
      And the peer offers window scale 1
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT fills the peer's window, and sends no more

    Scenario Outline: The IUT's <own>
      Given the peer offers window scale 7
      And the peer offers timestamps
      And <how> OPEN, and a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      And the window on its SYN was in octets

      Examples:
        | own     | how       |
        | SYN,ACK | a passive |
        | SYN     | an active |

  @RFC7323-2.3-WS-SET
  Rule: The peer's shift is for sending

    Scenario Outline: A shift of <shift>, and a window of <window> octets
      Given the peer offers MSS 1000
      And the peer offers window scale <shift>
      And the peer offers a window of <window>
      And <how> OPEN, and a connection in ESTABLISHED
      When the peer sends ACK
      And the user sends 100000 octets of text
      Then the IUT fills the peer's window, and sends no more

      Examples:
        | how       | shift | window |
        | a passive | 0     | 8000   |
        | a passive | 1     | 8000   |
        | a passive | 3     | 8000   |
        | a passive | 4     | 16000  |
        | a passive | 7     | 16000  |
        | an active | 3     | 8000   |
        | an active | 4     | 16000  |

  @RFC7323-2.3-WS-IN
  Rule: Each window of the peer but that of a SYN is shifted

    Scenario Outline: The window grows from <before> units to <after> without anything else
      Given the peer offers MSS 512
      And the peer offers window scale 7
      And the peer offers a window of <octets>
      And a connection in ESTABLISHED
      When the user sends 100000 octets of text
      Then the IUT fills the peer's window, and sends no more
      When the peer sends ACK with ACK=SND.UNA and window <after>
      Then the IUT fills the peer's window, and sends no more

      Examples:
        | before | after | octets |
        | 8      | 16    | 1024   |
        | 8      | 12    | 1024   |
        | 4      | 16    | 512    |

    Scenario Outline: A window of <window> units of 2^<shift> does not wrap in 16 bits
      Given the peer offers window scale <shift>
      And a connection in ESTABLISHED
      When the peer sends ACK with window <window>
      And the user sends 2000 octets of text
      Then the IUT sends the rest of its text

      Examples:
        | shift | window |
        | 1     | 32768  |
        | 4     | 4096   |
        | 7     | 512    |
        | 7     | 1024   |
        | 14    | 4      |
        | 14    | 65535  |

  @RFC7323-2.3-WS-GT14-USE14
  Rule: A shift above 14 counts as 14

    Scenario Outline: A shift of <shift>
      Given the peer offers MSS 1024
      And the peer offers window scale <shift>
      And the peer offers a window of 16384
      And <how> OPEN, and a connection in ESTABLISHED
      When the peer sends ACK with window 1
      And the user sends 100000 octets of text
      Then the IUT fills the peer's window, and sends no more

      Examples:
        | how       | shift |
        | a passive | 14    |
        | a passive | 15    |
        | a passive | 20    |
        | a passive | 32    |
        | a passive | 200   |
        | a passive | 255   |
        | an active | 14    |
        | an active | 15    |
        | an active | 200   |

  @RFC7323-2.3-WS-SHIFT-R
  Rule: All that the IUT's shift makes of its window is taken

    Scenario Outline: <how> OPEN
      Given the user does not read
      And the peer offers window scale <shift>
      And <how> OPEN, and a connection in ESTABLISHED
      When the peer fills the IUT's window
      Then the IUT has acknowledged all of it

      Examples:
        | how       | shift |
        | a passive | 0     |
        | a passive | 7     |
        | an active | 0     |
        | an active | 14    |

  @RFC7323-2.3-WS-OUT
  Rule: The IUT's windows are shifted to the right, but that of its SYN

    Scenario: The right edge stays where it is while text comes in
      Given the user does not read
      And the peer offers window scale 2
      And a connection in ESTABLISHED
      When the peer sends 1 octet of text
      Then the IUT sends ACK
      When the peer sends 100 octets of text
      Then the IUT sends ACK
      When the peer fills the IUT's window
      Then the IUT has acknowledged all of it

  @section-2.4 @RFC7323-2.4-HONOR
  Rule: What any ACK has declared to be in the window is taken

    Scenario: The last octet before the edge, after rounding has hidden it
      Given the user does not read
      And the peer offers window scale 7
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT-1
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends 1 octet of text
      Then the IUT sends ACK with ACK=IRS+2
      When the peer sends ACK with SEQ=RCV.NXT+RCV.WND-1 and 1 octet of text
      Then the IUT sends ACK with ACK=IRS+2
      When the peer fills the IUT's window
      Then the IUT has acknowledged all of it

    Scenario: The last octets, of which the field tells nothing any more
      Given the user does not read
      And the peer offers window scale 7
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window but for 3 octets
      When the peer sends 3 octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+3

    @RFC7323-2.4-TRACK @RFC5961-3.2-CHALLENGE-FORM
    Scenario: A RST there is in the window
      Given the user does not read
      And the peer offers window scale 7
      And a connection in ESTABLISHED
      When the peer sends 1 octet of text
      Then the IUT sends ACK with ACK=IRS+2
      When the peer sends RST with SEQ=RCV.NXT+RCV.WND-1
      Then the IUT sends ACK and remains in ESTABLISHED

  @RFC9293-3.10.7.4-UNACCEPTABLE-RST
  Rule: What lies beyond the scaled window is outside it

    Scenario Outline: A RST <far> octets past the edge
      Given the peer offers window scale 7
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends RST with SEQ=RCV.NXT+RCV.WND+<far>
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | far     | how far |
        | 1000    | a segment |
        | 1000000 | far       |

  @section-2.4 @RFC7323-2.4-FIRST-TX
  Rule: New text stays within the window that was told last, even if it shrank

    Scenario: The edge moves back before text reaches it
      Given the peer offers MSS 512
      And the peer offers window scale 4
      And the peer offers a window of 8192
      And a connection in ESTABLISHED
      And the peer has sent 1 octet of text
      When the user sends 2048 octets of text
      Then the IUT sends the rest of its text
      When the peer sends ACK with ACK=SND.UNA and window 160
      And the user sends 8192 octets of text
      Then the IUT sends text up to the edge of the window

  @section-2.4 @RFC7323-2.4-SHRINK
  Rule: A window that shrinks below what is in flight does no harm

    Scenario: It grows again
      Given the peer offers MSS 512
      And the peer offers window scale 4
      And the peer offers a window of 8192
      And a connection in ESTABLISHED
      And the peer has sent 1 octet of text
      When the user sends 2048 octets of text
      Then the IUT sends the rest of its text
      When the peer sends ACK with ACK=SND.UNA and window 64
      And the user sends 2048 octets of text
      Then the IUT sends nothing and remains in ESTABLISHED
      When the peer sends ACK with window 512
      Then the IUT sends the rest of its text

  @MUST-6 @without-window-scale
  Rule: A TCP without window scale ignores the option

    Scenario: On a SYN
      Given the peer offers window scale 7
      And a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK without a window scale option and enters SYN-RECEIVED

    Scenario: The peer's windows are what the field says
      Given the peer offers MSS 500
      And the peer offers window scale 7
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      When the user sends 20000 octets of text
      Then the IUT fills the peer's window, and sends no more

  @RFC9293-3.4-ACCEPT-LEN0-WND
  Rule: The window that was offered counts, not the buffer behind it

    # Rounding hides less than 2^14 octets.
    Scenario Outline: <what> beyond it in <state>
      Given the user does not read
      And the peer offers window scale 4
      And a connection in <state>
      When the peer sends 30 full segments
      Then the IUT acknowledges all of it
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples:
        | state       | what             | segment                                                |
        | ESTABLISHED | an empty segment | ACK with SEQ=RCV.NXT+RCV.WND+20000                     |
        | ESTABLISHED | text             | ACK with SEQ=RCV.NXT+RCV.WND+20000 and 1 octet of text |
        | FIN-WAIT-2  | an empty segment | ACK with SEQ=RCV.NXT+RCV.WND+20000                     |
