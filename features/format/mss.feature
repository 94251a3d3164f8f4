@section-3.7.1
Feature: The maximum segment size

  Each side says on its SYN how much it can take in one segment; who says nothing
  takes 536 octets over IPv4 and 1220 over IPv6. What is sent is bounded by the
  peer's word and by the link, whichever is less, and options count against it.

  @MUST-14
  Rule: The IUT sends the MSS option and obeys the peer's

    Scenario: It stands on the SYN of an active OPEN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN with an MSS option

    Scenario Outline: It stands on the SYN,ACK that answers a SYN with <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK with an MSS option

      Examples:
        | options     |
        | []          |
        | [MSS 500]   |
        | [MSS 65535] |
        | [4 NOP]     |

    Scenario: It stands on the SYN,ACK of a simultaneous open
      Given a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK with an MSS option

    Scenario: It stands on the SYN,ACK that is sent again
      Given a connection in SYN-RECEIVED
      When 1 RTO passes
      Then the IUT sends SYN,ACK with SEQ=ISS and an MSS option

    Scenario: It stands on the SYN that is sent again
      Given a connection in SYN-SENT
      When 1 RTO passes
      Then the IUT sends SYN with SEQ=ISS and an MSS option

    Scenario Outline: The peer's MSS of <mss> bounds what is sent after <opening>
      Given the peer offers MSS <mss>
      And <opening>, and a connection in ESTABLISHED
      When the user sends <octets> octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds <mss> octets

      Examples:
        | opening        | mss  | octets |
        | a passive OPEN | 1220 | 3000   |
        | a passive OPEN | 537  | 1500   |
        | a passive OPEN | 536  | 1500   |
        | a passive OPEN | 535  | 1500   |
        | a passive OPEN | 500  | 1500   |
        | a passive OPEN | 257  | 1000   |
        | a passive OPEN | 256  | 1000   |
        | a passive OPEN | 255  | 1000   |
        | a passive OPEN | 200  | 1000   |
        | a passive OPEN | 101  | 500    |
        | a passive OPEN | 100  | 500    |
        | a passive OPEN | 64   | 500    |
        | an active OPEN | 1220 | 3000   |
        | an active OPEN | 536  | 1500   |
        | an active OPEN | 500  | 1500   |
        | an active OPEN | 200  | 1000   |
        | an active OPEN | 100  | 500    |
        | an active OPEN | 64   | 500    |

    Scenario: One large SEND is cut, not sent as it is
      Given the peer offers MSS 100
      And a connection in ESTABLISHED
      When the user sends 10000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 100 octets

    Scenario: Small SENDs that wait together are not joined beyond it
      Given the peer offers MSS 100
      And the peer offers a window of 100
      And a connection in ESTABLISHED
      And the user has sent 100 octets of text
      When the user sends 60 octets of text
      And the user sends 60 octets of text
      And the user sends 60 octets of text
      And the peer sends ACK with window 1000
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 100 octets

    Scenario: Text that waited for the handshake obeys it too
      Given a connection in SYN-SENT
      When the user sends 1200 octets of text
      Then the call may be refused with "insufficient resources"
      When the peer sends SYN,ACK with MSS 500
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

    Scenario: The MSS of a SYN that crosses counts
      Given a connection in SYN-SENT
      When the peer sends SYN with MSS 500
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 1200 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds 500 octets

    # What was lost may be joined with what follows, but no further than this.
    Scenario: A retransmission is no larger
      Given the peer offers MSS 100
      And a connection in ESTABLISHED
      And the user has sent 60 octets of text
      And the user has sent 60 octets of text
      When 1 RTO passes
      Then the IUT retransmits its text
      And none of its segments exceeds 100 octets

    Scenario: The text before a FIN is no larger
      Given the peer offers MSS 100
      And a connection in CLOSE-WAIT
      When the user sends 150 octets of text
      And the user calls CLOSE
      Then the IUT sends the rest of its text and FIN
      And none of its segments exceeds 100 octets

  # Smaller than any real peer's; the text must still come whole.
  @MUST-16
  Rule: A tiny MSS is obeyed as far as it makes sense, and nothing loops or stalls

    Scenario Outline: The peer's MSS is <mss>
      Given the peer offers MSS <mss>
      And a connection in ESTABLISHED
      When the user sends 100 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds <mss> octets

      Examples:
        | mss |
        | 1   |
        | 8   |
        | 13  |
        | 40  |
        | 48  |

    # No segment could carry anything: an MSS of zero says nothing, as if it were not there.
    Scenario: The peer's MSS is zero
      Given a connection in LISTEN
      When the peer sends SYN with MSS 0
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 100 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS

    Scenario: The peer's MSS is zero on a SYN,ACK
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with MSS 0
      Then the IUT sends ACK and enters ESTABLISHED
      When the user sends 100 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS

    Scenario Outline: The peer's MSS is <mss>, and it offers timestamps
      Given the peer offers MSS <mss>
      And the peer offers timestamps
      And a connection in ESTABLISHED
      When the user sends 100 octets of text
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | mss |
        | 1   |
        | 8   |
        | 12  |
        | 13  |

  @MUST-15
  Rule: A peer that offers no MSS gets the default

    Scenario Outline: After <opening>
      Given the peer offers no MSS
      And <opening>, and a connection in ESTABLISHED
      When the user sends 4000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS

      Examples:
        | opening        |
        | a passive OPEN |
        | an active OPEN |

    Scenario Outline: Other options on the SYN are no MSS: <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the user is told "open completed"
      When the user sends 4000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS

      Examples:
        | options                       |
        | [4 NOP]                       |
        | [kind 254 length 4]           |
        | [kind 254 length 6, NOP, END] |

    Scenario: With timestamps, but no MSS
      Given the peer offers no MSS
      And the peer offers timestamps
      And a connection in ESTABLISHED
      When the user sends 4000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS

    # An old SYN that came twice, with an MSS and without.
    Scenario: An MSS that another connection announced counts for nothing
      Given the peer offers no MSS
      And a connection in ESTABLISHED
      When a second peer sends SYN with MSS 1400
      And the user sends 4000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds the default MSS
      And the IUT may answer the second peer

  @MUST-16
  Rule: What is sent is no larger than the link allows, and options count

    Scenario Outline: The peer's MSS of <mss> is more than the link carries
      Given the peer offers MSS <mss>
      And a connection in ESTABLISHED
      When the user sends 8000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds what the link can carry

      Examples:
        | mss   |
        | 1461  |
        | 9000  |
        | 32767 |
        | 32768 |
        | 65535 |

    Scenario Outline: MSS <mss> with timestamps
      Given the peer offers MSS <mss>
      And the peer offers timestamps
      And <opening>, and a connection in ESTABLISHED
      When the user sends 3000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds <mss> octets

      Examples:
        | opening        | mss  |
        | a passive OPEN | 1220 |
        | a passive OPEN | 536  |
        | a passive OPEN | 100  |
        | an active OPEN | 1220 |
        | an active OPEN | 536  |

    Scenario: A large MSS with timestamps
      Given the peer offers MSS 9000
      And the peer offers timestamps
      And a connection in ESTABLISHED
      When the user sends 8000 octets of text
      Then all of its text comes, as the peer acknowledges it
      And none of its segments exceeds what the link can carry

  @SHLD-5
  Rule: The MSS option stands on each SYN unless the default is meant

    Scenario: An active OPEN over a link that carries more than the default
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN with an MSS option

    Scenario: A passive OPEN over a link that carries more than the default
      Given a connection in LISTEN
      When the peer sends SYN without options
      Then the IUT sends SYN,ACK with an MSS option

  @MAY-3
  Rule: A TCP that always sends the option sends it whatever the peer says

    Scenario Outline: To a peer with <options>
      Given a connection in LISTEN
      When the peer sends SYN with options <options>
      Then the IUT sends SYN,ACK with an MSS option

      Examples:
        | options    |
        | []         |
        | [MSS 536]  |
        | [MSS 1220] |

  # The background checker fails the option on any other segment. Here the peer tempts the IUT.
  @MUST-65
  Rule: The MSS option stands on no segment without SYN

    Scenario: Nor when the peer does so
      Given a connection in ESTABLISHED
      When the peer sends ACK with MSS 700 and 10 octets of text
      Then the IUT sends ACK without an MSS option
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text and without an MSS option

    Scenario Outline: Nor on the <answer> to <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends <answer> without an MSS option

      Examples:
        | state       | segment              | answer  |
        | CLOSED      | SYN with MSS 700     | RST,ACK |
        | CLOSED      | ACK with MSS 700     | RST     |
        | LISTEN      | ACK with MSS 700     | RST     |
        | SYN-SENT    | SYN,ACK              | ACK     |
        | ESTABLISHED | FIN,ACK with MSS 700 | ACK     |

    Scenario: Nor on a FIN
      Given a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK without an MSS option

  @MUST-67
  Rule: The IUT takes a segment as large as the MSS that it announced

    Scenario Outline: After <opening>
      Given <opening>, and a connection in ESTABLISHED
      When the peer sends 1 full segments
      Then the IUT has acknowledged all of it
      And the IUT is in ESTABLISHED

      Examples:
        | opening        |
        | a passive OPEN |
        | an active OPEN |
