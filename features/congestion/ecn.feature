@rfc-3168 @section-6.1
Feature: Congestion that is marked

  The mark of a router, CE, reaches the receiver, who cannot slow the sender down
  but by telling: every ACK says ECE until the sender says CWR, so that no lost ACK
  loses the message. The sender treats ECE as a loss, only that nothing was lost.
  Nothing may ask for a mark whose loss nobody would notice.

  @RFC3168-6.1.3-ECHO
  Rule: From CE on every ACK carries ECE

    Scenario Outline: CE in <state>
      Given the peer uses ECN
      And a connection in <state>
      When the peer sends ACK,PSH with <octets> octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH with 10 octets of text
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH with 10 octets of text and ECT
      Then the IUT sends ACK,ECE

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 1001   |
        | FIN-WAIT-2  | 10     |

    Scenario: After an active OPEN
      Given the setting "ask for ECN" is on
      And the peer uses ECN
      And an active OPEN, and a connection in ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH with 10 octets of text
      Then the IUT sends ACK,ECE

    Scenario: CE beyond a gap
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH with SEQ=RCV.NXT+10 and 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH with 10 octets of text
      Then the IUT sends ACK,ECE

    Scenario: The text of the IUT acknowledges, too
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the user sends 10 octets of text
      Then the IUT sends ACK,ECE with 10 octets of text

    Scenario: So do the ACK of a FIN and the IUT's own
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends FIN,ACK
      Then the IUT sends ACK,ECE and enters CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK,ECE and enters LAST-ACK

    Scenario: Without CE there is nothing to tell
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and ECT
      Then the IUT sends ACK without ECE
      When the peer sends ACK,PSH with 10 octets of text
      Then the IUT sends ACK without ECE

  @RFC3168-6.1.3-CWR
  Rule: CWR ends it, and another CE begins it again

    Scenario: CWR
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH,CWR with 10 octets of text
      Then the IUT sends ACK
      When the peer sends ACK,PSH with 10 octets of text and ECT
      Then the IUT sends ACK without ECE
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH with 10 octets of text and ECT
      Then the IUT sends ACK,ECE

    Scenario: CWR and CE on the same segment
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH,CWR with 10 octets of text and CE
      Then the IUT sends ACK,ECE
      When the peer sends ACK,PSH with 10 octets of text
      Then the IUT sends ACK,ECE

    Scenario: CWR without CE before
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the peer sends ACK,PSH,CWR with 10 octets of text
      Then the IUT sends ACK without ECE
      When the peer sends ACK,PSH with 10 octets of text and CE
      Then the IUT sends ACK,ECE

  # Whoever guesses the ports could slow the sender down by marked segments.
  @RFC3168-6.1.5-OUT-OF-WINDOW
  Rule: CE on what lies outside the window tells nothing

    Scenario Outline: <segment>
      Given the peer uses ECN
      And a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends <segment>
      Then the IUT sends ACK without ECE
      When the peer sends ACK,PSH with 10 octets of text
      Then the IUT sends ACK without ECE

      Examples:
        | segment                                                     |
        | ACK with SEQ=RCV.NXT-20 and 20 octets of text and CE        |
        | ACK with SEQ=RCV.NXT-1 and 1 octet of text and CE           |
        | ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text and CE   |
        | ACK with SEQ=RCV.NXT+1000000 and 10 octets of text and CE   |

  @RFC3168-6.1.2-REDUCE
  Rule: ECE reduces what is in flight, as a loss would

    Scenario: By some
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE
      And the user sends 40000 octets of text
      Then the IUT has at most 9 segments in flight

    @without-may-18
    Scenario: By half
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE
      And the user sends 40000 octets of text
      Then the IUT has at most 5 segments in flight
      When the peer acknowledges each segment in flight
      Then the IUT has at most 6 segments in flight

    Scenario: Nothing is sent again for it
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE with ACK=SND.UNA+2000
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC3168-6.1.2-ONCE @without-may-18
  Rule: Once for what was in flight, however many ACKs say so

    Scenario: Each of three ACKs
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE with ACK=SND.UNA+2000
      And the peer sends ACK,ECE with ACK=SND.UNA+4000
      And the peer sends ACK,ECE
      And the user sends 40000 octets of text
      Then the IUT has at least 5 segments in flight
      And the IUT has at most 5 segments in flight

    Scenario: The next flight is another one
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE
      And the user sends 40000 octets of text
      Then the IUT has at most 5 segments in flight
      When the peer sends ACK,ECE
      Then the IUT has at most 2 segments in flight

    Scenario: A loss in the same flight reduces no further
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE with ACK=SND.UNA+1000
      And the peer sends 8 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the peer sends ACK
      And the user sends 40000 octets of text
      Then the IUT has at least 5 segments in flight
      And the IUT has at most 5 segments in flight

  @RFC3168-6.1.2-CWR
  Rule: The first new text after a reduction carries CWR

    Scenario: After ECE
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE
      And the user sends 40000 octets of text
      Then the first segment of its new text carries CWR, and no other

    Scenario: After a loss
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends 9 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the peer sends ACK
      And the user sends 40000 octets of text
      Then the first segment of its new text carries CWR, and no other

    @without-may-18 @slow
    Scenario: After a timeout
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other
      When the peer sends ACK
      And the user sends 40000 octets of text
      Then the first segment of its new text carries CWR, and no other

    Scenario: Where nothing was reduced there is nothing to tell
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED
      When the user sends 4000 octets of text
      Then the IUT sends the text that SEND took
      When the peer sends ACK
      And the user sends 4000 octets of text
      Then the IUT sends the text that SEND took
      And no segment of the IUT carries CWR

  # If the segment that says CWR is lost the sender reduces again, and says so by further new text.
  @RFC3168-6.1.2-CWR-AGAIN
  Rule: What is sent again does not carry CWR

    @without-may-18 @slow
    Scenario: By the timer
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends ACK,ECE
      And the user sends 40000 octets of text
      Then the first segment of its new text carries CWR, and no other
      And the IUT retransmits the oldest segment in flight, and no other
      And only new text of the IUT carries CWR

  @RFC3168-6.1.2-ECT0
  Rule: Who needs one codepoint only uses ECT(0)

    Scenario: New text
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And no segment of the IUT carries ECT(1)

  @RFC3168-6.1.1-SYN-NOT-ECT
  Rule: Neither SYN nor SYN,ACK carries ECT

    Scenario: SYN,ACK, and again
      Given the peer uses ECN
      And a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK
      And only new text of the IUT carries ECT

    Scenario: SYN, and again
      Given the setting "ask for ECN" is on
      And the peer uses ECN
      And a connection in SYN-SENT
      Then the IUT retransmits its SYN
      And only new text of the IUT carries ECT

  @RFC3168-6.1.4-PURE-ACK
  Rule: What has no text carries no ECT

    Scenario Outline: <segment>
      Given the peer uses ECN
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends <segment>
      Then the IUT sends ACK
      And only new text of the IUT carries ECT

      Examples:
        | segment                                          |
        | ACK,PSH with 10 octets of text                   |
        | ACK,PSH with 10 octets of text and CE            |
        | ACK,PSH with SEQ=RCV.NXT+10 and 10 octets of text |
        | ACK with SEQ=RCV.NXT-1000                        |
        | FIN,ACK                                          |

  @RFC3168-6.1.5-RETRANSMISSION
  Rule: What is sent again carries no ECT

    Scenario: By the timer
      Given the peer uses ECN
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text
      And only new text of the IUT carries ECT

    Scenario: By three duplicate ACKs
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 10 segments of text are in flight
      When the peer sends 3 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      And only new text of the IUT carries ECT

    @without-may-18 @slow
    Scenario: Several behind it
      Given the peer uses ECN
      And the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      Then the IUT retransmits the oldest segment in flight, and no other
      When the peer sends ACK with ACK=SND.UNA+1000
      Then the IUT sends at most 2 segments of text
      And only new text of the IUT carries ECT

  @RFC3168-6.1.6-PROBE
  Rule: Window probes carry neither ECT nor CWR

    Scenario: No text has been sent before
      Given the peer uses ECN
      And the peer offers a window of 0
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT probes the zero window
      And no segment of the IUT carries ECT
      And no segment of the IUT carries CWR
