@section-3.8.3
Feature: SYNs get lost

  A SYN is a segment like any other: it is sent again until it is acknowledged,
  ever more slowly, and in the end the user is told that nobody answers.

  @RFC9293-3.10.8-RTO
  Rule: What nobody acknowledges is sent again

    Scenario: The SYN was lost
      Given a connection in SYN-SENT
      Then the IUT retransmits its SYN
      And the IUT is still in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    Scenario: The SYN,ACK was lost
      Given a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK
      And the IUT is still in SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

    # The peer, whose SYN is not answered, sends it again; an answer to that one may get lost, too.
    Scenario Outline: The SYN,ACK was lost, and the SYN comes again after <opening>
      Given <opening>, and a connection in SYN-RECEIVED
      When the peer retransmits its SYN
      Then the IUT sends ACK or SYN,ACK
      And the IUT retransmits its SYN,ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED

      Examples:
        | opening        |
        | a passive OPEN |
        | an active OPEN |

  @RFC6298-5.5-BACKOFF @slow
  Rule: Each time RTO is doubled

    Scenario: SYN
      Given a connection in SYN-SENT
      Then the IUT retransmits its SYN three times, each wait at least twice as long as the one before

    Scenario: SYN,ACK
      Given a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK three times, each wait at least twice as long as the one before

  @MUST-23 @slow
  Rule: An active open does not give up before three minutes

    Scenario: Nobody answers for three minutes
      Given a connection in SYN-SENT
      When 3 minutes pass
      Then the IUT is still in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

  @MUST-22 @slow
  Rule: When it gives up, the user is told

    Scenario: Nobody ever answers an active open
      Given a connection in SYN-SENT
      When SYN R2 passes
      Then the IUT is in CLOSED
      And the user is told "connection aborted due to user timeout"

  @SHLD-9 @slow
  Rule: The user hears of the trouble at R1, before R2

    @was-syns-get-lost/when-it-gives-up-the-user-is-told/it-hears-of-the-trouble-before-that
    Scenario: An active open comes back unanswered
      Given a connection in SYN-SENT
      When 0.9 SYN R2 pass
      Then the user is told of an error before the connection ends
      And the IUT is still in SYN-SENT

  @RFC9293-3.10.8-USER-TIMEOUT @slow
  Rule: What was given up is in CLOSED, and nothing comes of it any more

    Scenario: The answer comes too late
      Given a connection in SYN-SENT
      When SYN R2 passes
      Then the IUT is in CLOSED
      When the peer sends SYN,ACK
      Then the IUT sends RST with SEQ=SEG.ACK
      And the IUT is in CLOSED

  @MUST-20 @slow
  Rule: A half-open connection is given up at R2

    Scenario: Nobody ever completes a passive open
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When SYN R2 passes
      Then the IUT returns to LISTEN
      And the user is told nothing

    Scenario: Once it is given up nothing is sent any more
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When SYN R2 passes
      Then the IUT returns to LISTEN
      And the IUT sends nothing more
      When the peer sends ACK
      Then the IUT sends RST with SEQ=SEG.ACK

    Scenario: Long after that it cannot be opened any more
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When 3 SYN R2 pass
      Then the IUT is at last in LISTEN
      When the peer sends ACK
      Then the IUT sends RST with SEQ=SEG.ACK and remains in LISTEN

    # One was all the backlog had room for.
    Scenario: Its place in the backlog is free again
      Given a backlog of 1
      And a passive OPEN, and a connection in SYN-RECEIVED
      When SYN R2 passes
      Then the IUT returns to LISTEN
      And the next SYN is answered with SYN,ACK
