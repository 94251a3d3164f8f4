@rfc-6298
Feature: The retransmission timer

  One timer watches the oldest octet that nobody has acknowledged. It runs while
  something is in flight, starts over when something new is acknowledged, and
  doubles RTO whenever it has to act. Too early it adds to the very congestion
  that made it run out; if it is forgotten the connection hangs.

  @RFC6298-5.1-START
  Rule: Sending starts the timer if it does not run

    @RFC9293-3.10.8-RTO
    Scenario Outline: Text in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      Then the IUT retransmits its text when RTO has passed
      And the IUT is still in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario Outline: FIN in <state>
      Given a connection in <state>
      Then the IUT retransmits its FIN when RTO has passed
      And the IUT is still in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

    # A coarse clock must not count the part of a tick that was over before.
    Scenario Outline: The connection was idle for <time>
      Given a connection in ESTABLISHED
      And <time> has passed
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

      Examples:
        | time     |
        | 0.13 RTO |
        | 0.37 RTO |
        | 0.61 RTO |
        | 0.89 RTO |

    @slow
    Scenario: The connection was idle for longer than RTO
      Given a connection in ESTABLISHED
      And 3 RTO have passed
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text when RTO has passed

    Scenario: Text of one octet
      Given a connection in ESTABLISHED
      And the user has sent 1 octet of text
      Then the IUT retransmits its text when RTO has passed

    Scenario: Text and FIN in one segment or two
      Given a connection in CLOSE-WAIT
      When the user sends 10 octets of text
      And the user calls CLOSE
      Then the IUT sends the rest of its text and FIN
      And the IUT retransmits its text when RTO has passed

  @RFC6298-5.2-STOP @slow
  Rule: When everything is acknowledged the timer is off

    Scenario Outline: Text in <state> does not come again
      Given a connection in <state>
      And the user has sent 10 octets of text
      And the peer has acknowledged the IUT's text
      When 3 RTO pass
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: Text that came twice does not come a third time
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text when RTO has passed
      When the peer acknowledges the IUT's text
      And 5 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario: The handshake is over
      Given a connection in ESTABLISHED
      When 3 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario Outline: The peer's <what> acknowledges it
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends <segment>
      Then the IUT sends ACK and enters <state>
      When 3 RTO pass
      Then the IUT sends nothing and remains in <state>

      Examples:
        | what         | segment                        | state       |
        | text         | ACK with 10 octets of text     | ESTABLISHED |
        | FIN          | FIN,ACK                        | CLOSE-WAIT  |
        | text and FIN | FIN,ACK with 10 octets of text | CLOSE-WAIT  |

  @RFC9293-3.10.7.4-ACK-FUTURE @slow
  Rule: What was in flight when the timer ran out is not forgotten: its ACK is none of the future

    Scenario: The first segment comes again, and all three are acknowledged
      Given the peer offers MSS 500
      And a connection in ESTABLISHED
      When the user sends 1500 octets of text
      Then the IUT sends the rest of its text
      And the IUT retransmits its text
      When the peer sends ACK with ACK=ISS+1501
      And 5 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC6298-5.3-RESTART
  Rule: An ACK of something new starts the timer over

    Scenario Outline: The first of three segments is acknowledged after <time>
      Given the peer offers MSS 500
      And a connection in ESTABLISHED after a handshake of 0.1 RTO
      When the user sends 1500 octets of text
      Then the IUT sends the rest of its text
      When <time> passes
      And the peer sends ACK with ACK=SND.UNA+500
      Then the IUT retransmits its text when RTO has passed

      Examples:
        | time     |
        | 0.05 RTO |
        | 0.15 RTO |

    Scenario: A part of a segment is acknowledged
      Given a connection in ESTABLISHED after a handshake of 0.1 RTO
      And the user has sent 1000 octets of text
      When 0.15 RTO passes
      And the peer sends ACK with ACK=SND.UNA+400
      Then the IUT retransmits its text when RTO has passed

  @RFC6298-5.3-RESTART
  Rule: An ACK of nothing new leaves the timer alone

    Scenario Outline: <what>
      Given a connection in ESTABLISHED
      And a round trip of 0.01 RTO
      And the user has sent 10 octets of text
      When the peer sends <segment>
      Then the IUT retransmits its text when RTO has passed

      Examples:
        | what                  | segment                              |
        | one duplicate ACK     | ACK with ACK=SND.UNA                 |
        | another window        | ACK with ACK=SND.UNA and window 5000 |
        | an older ACK          | ACK with ACK=SND.UNA-1               |

    Scenario: The peer's own text
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      And the IUT retransmits its text when RTO has passed

    @slow
    Scenario: A peer that keeps changing its window does not keep the timer from running out
      Given a connection in ESTABLISHED after a handshake of 0.2 RTO
      And the user has sent 10 octets of text
      And 0.4 RTO have passed
      And the peer has sent ACK with ACK=SND.UNA and window 5000
      And 0.4 RTO have passed
      And the peer has sent ACK with ACK=SND.UNA and window 6000
      And 0.4 RTO have passed
      And the peer has sent ACK with ACK=SND.UNA and window 7000
      And 0.4 RTO have passed
      And the peer has sent ACK with ACK=SND.UNA and window 8000
      Then the IUT retransmits its text when RTO has passed

  @RFC6298-5.5-BACKOFF @slow
  Rule: Each time the timer runs out RTO is doubled

    @RFC6298-5.6-REARM
    Scenario Outline: Text in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      Then the IUT retransmits its text 5 times, each time when RTO has passed
      And the IUT is still in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    @MUST-19
    Scenario Outline: FIN in <state>
      Given a connection in <state>
      Then the IUT retransmits its FIN 4 times, each time when RTO has passed

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | CLOSING    |
        | LAST-ACK   |

    Scenario: SYN
      Given a connection in SYN-SENT
      Then the IUT retransmits its SYN 4 times, each time when RTO has passed

    Scenario: SYN,ACK
      Given a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK 4 times, each time when RTO has passed

  @RFC6298-5.7-SYN-3S @slow
  Rule: If a SYN was lost, text begins with an RTO of three seconds

    Scenario: The SYN,ACK was lost
      Given a passive OPEN, and a connection in SYN-RECEIVED
      Then the IUT retransmits its SYN,ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text no sooner than 3 seconds after it was sent

    Scenario: The SYN was lost
      Given a connection in SYN-SENT
      Then the IUT retransmits its SYN
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text no sooner than 3 seconds after it was sent

  @RFC6298-5-NOT-EARLY @slow
  Rule: No segment comes again before RTO has passed since it was last sent

    Scenario: Other segments were acknowledged meanwhile
      Given the peer offers MSS 500
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 1500 octets of text
      Then the IUT sends the rest of its text
      When 0.5 RTO passes
      And the peer sends ACK with ACK=SND.UNA+500
      And the peer sends ACK with ACK=SND.UNA+500
      Then the IUT retransmits its text when RTO has passed

    @RFC6298-1-NOT-AGGRESSIVE @RFC6298-5-ALGORITHM
    Scenario: Text that follows a loss has its own time
      Given a connection in ESTABLISHED after a handshake of 0.3 RTO
      And the user has sent 10 octets of text
      Then the IUT retransmits its text when RTO has passed
      When 0.5 RTO passes
      And the peer acknowledges the IUT's text
      And the user sends 20 octets of text
      Then the IUT sends ACK with 20 octets of text
      And the IUT retransmits its text 2 times, each time when RTO has passed

  @RFC9293-3.10.8-RTO
  Rule: What is lost is sent again until it is acknowledged, and as it was

    @RFC9293-3.1-ACK-ALWAYS
    Scenario: A retransmission carries what is acknowledged now
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      And the IUT retransmits its text
      And the IUT is still in ESTABLISHED

    Scenario Outline: The rest of text that was acknowledged in part, after <octets> octets
      Given a connection in ESTABLISHED
      And the user has sent 100 octets of text
      When the peer sends ACK with ACK=SND.UNA+<octets>
      Then the IUT retransmits its text
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | octets |
        | 1      |
        | 50     |
        | 99     |

    @RFC9293-3.4-OCTETS @slow
    Scenario: Text that the user adds may join what was lost, and nothing of it changes
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user sends 10 octets of text
      Then the IUT sends the rest of its text
      And the IUT retransmits its text
      And the IUT retransmits its text
      When the peer acknowledges the IUT's text
      Then the IUT sends nothing and remains in ESTABLISHED

    @slow
    Scenario: Lost again and again, and acknowledged at last
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text
      And the IUT retransmits its text
      And the IUT retransmits its text
      When the peer acknowledges the IUT's text
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

    @slow
    Scenario: Both directions lose
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      Then the IUT retransmits its text
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      And the IUT retransmits its text
      When the peer sends ACK,PSH with SEQ=RCV.NXT-10 and ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      And the IUT retransmits its text
