@rfc-6298
Feature: RTO, the time to wait for an ACK

  Who waits too short a time floods a slow path with copies, who waits too long
  stalls after each loss. RTO is therefore measured: the smoothed round trip, and
  four times its variation. Here the peer's ACKs are late on purpose, and the
  next text gets none: when it comes again shows what RTO the IUT has.

  @RFC6298-2.1-INIT
  Rule: Before any round trip was measured RTO is one second

    Scenario: SYN
      Given a connection in SYN-SENT
      Then the IUT retransmits its SYN no sooner than 1 second after it was sent

    Scenario: SYN,ACK
      Given a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK no sooner than 1 second after it was sent

  @RFC6298-2.2-FIRST @slow
  Rule: The first round trip R makes RTO R + 4 R/2

    Scenario Outline: The handshake of a passive OPEN took <time>
      Given a connection in ESTABLISHED after a handshake of <time>
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | time     |
        | 0.2 RTO  |
        | 0.5 RTO  |
        | 0.8 RTO  |

    Scenario Outline: The handshake took <time>, measured by timestamps
      Given the peer offers timestamps
      And a connection in ESTABLISHED after a handshake of <time>
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | time     |
        | 0.5 RTO  |
        | 0.8 RTO  |

    @MUST-18
    Scenario Outline: The handshake of an active OPEN took <time>
      Given an active OPEN, and a connection in ESTABLISHED after a handshake of <time>
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | time     |
        | 0.3 RTO  |
        | 0.8 RTO  |

    Scenario: It holds for the FIN as well
      Given a connection in ESTABLISHED after a handshake of 0.7 RTO
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      And the IUT retransmits its FIN when RTO has passed

  @RFC6298-2.3-UPDATE @slow
  Rule: Each further round trip moves the estimate, and the variation by how far it was off

    Scenario Outline: A round trip of <next> after one of <first>
      Given a connection in ESTABLISHED after a handshake of <first>
      And a round trip of <next>
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | first   | next    |
        | 0.8 RTO | 0.8 RTO |
        | 0.1 RTO | 0.7 RTO |

    # A round trip much shorter than before is a variation, too.
    Scenario: A round trip that becomes shorter makes RTO longer at first
      Given a connection in ESTABLISHED after a handshake of 0.8 RTO
      And a round trip of 0.1 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

    Scenario: A round trip of 0.7 RTO after one of 0.3 RTO, measured by timestamps
      Given the peer offers timestamps
      And a connection in ESTABLISHED after a handshake of 0.3 RTO
      And a round trip of 0.7 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

    @MUST-18
    Scenario: Round trips that grow and shrink
      Given a connection in ESTABLISHED after a handshake of 0.4 RTO
      And a round trip of 0.8 RTO
      And another round trip of 0.4 RTO
      And another round trip of 0.9 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

  @RFC6298-2.3-ORDER @slow
  Rule: The variation is measured from the estimate as it was before the new round trip

    # RTTVAR = 0.15 + 0.1 and SRTT = 0.45 make RTO 1.45; in the other order it would be 1.4.
    Scenario: A round trip twice as long as the first
      Given a connection in ESTABLISHED after a handshake of 0.4 RTO
      And a round trip of 0.8 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

  @RFC6298-2.3-GAINS @slow
  Rule: A round trip weighs an eighth in the estimate and a quarter in the variation

    Scenario Outline: <times> round trips of <next> after one of <first>
      Given a connection in ESTABLISHED after a handshake of <first>
      And <times> round trips of <next>
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | times | first   | next    |
        | 2     | 0.9 RTO | 0.9 RTO |
        | 3     | 0.9 RTO | 0.9 RTO |
        | 2     | 0.2 RTO | 0.9 RTO |

  @RFC6298-3-ONE-PER-RTT @slow
  Rule: There is a measurement in every round trip

    # After five of them RTO would be near 2 and falling if the first had been the only one.
    Scenario: The path becomes slower, and RTO follows
      Given a connection in ESTABLISHED after a handshake of 0.1 RTO
      And 5 round trips of 0.9 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

  @RFC6298-2.3-RTO @slow
  Rule: RTO is computed anew after each measurement

    Scenario: A slow path whose round trip is longer than the first RTO
      Given a connection in ESTABLISHED
      And 4 round trips of 1.5 RTO
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

    Scenario: After losses a fresh measurement brings RTO back down
      Given a connection in ESTABLISHED after a handshake of 0.2 RTO
      And the user has sent 10 octets of text
      Then the IUT retransmits its text 3 times, each time when RTO has passed
      When the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

  @RFC6298-2.4-MIN-1S
  Rule: RTO is never less than one second, however short the round trip

    Scenario: Text on a fast path
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text no sooner than 1 second after it was sent

    Scenario: Text on a fast path, measured by timestamps
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text no sooner than 1 second after it was sent

    Scenario: Text after many short round trips
      Given a connection in ESTABLISHED
      And 20 round trips of 0.001 RTO
      And the user has sent 10 octets of text
      Then the IUT retransmits its text no sooner than 1 second after it was sent

    Scenario Outline: FIN on a fast path, in <state>
      Given a connection in <state>
      Then the IUT retransmits its FIN no sooner than 1 second after it was sent

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

  @RFC6298-2.5-MAX-60S @slow
  Rule: RTO may be capped, but not below a minute

    Scenario: A loss that lasts for minutes
      Given a connection in ESTABLISHED
      And the user has set the user timeout to 10 R2
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text 9 times, each time when RTO has passed
      And the IUT is still in ESTABLISHED

  @RFC6298-3-KARN @slow
  Rule: What was sent twice measures nothing: RTO stays backed off

    Scenario Outline: The ACK comes <time> after the copy
      Given a connection in ESTABLISHED after a handshake of 0.2 RTO
      And the user has sent 10 octets of text
      Then the IUT retransmits its text when RTO has passed
      When <time> passes
      And the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | time     |
        | 0.01 RTO |
        | 0.5 RTO  |

    @RFC6298-3-NO-REXMIT-SAMPLE
    Scenario: Two segments in a row are each lost once
      Given a connection in ESTABLISHED after a handshake of 0.1 RTO
      And the user has sent 10 octets of text
      Then the IUT retransmits its text when RTO has passed
      When the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed
      When the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

    @RFC6298-3-NO-REXMIT-SAMPLE
    Scenario: The SYN,ACK was sent twice: its ACK measures nothing
      Given a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed
