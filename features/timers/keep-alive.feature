@section-3.8.4
Feature: Keep-alives

  A connection on which nobody speaks costs nothing, and says nothing of the
  peer: it may have gone long ago. Who wants to know asks for keep-alives. They
  are off unless the user wants them, rare, and one lost answer proves nothing.

  @MUST-25 @slow
  Rule: Without being asked the IUT sends none

    Scenario Outline: Nobody speaks for three hours in <state>
      Given a connection in <state>
      When 3 hours pass
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    @MUST-24
    Scenario: The interval alone switches nothing on
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      When 10 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

  @MUST-24 @slow
  Rule: The user switches them on and off for one connection

    @MAY-5
    Scenario Outline: On, in <state>
      Given a connection in <state>
      And the user has set the keep-alive interval to 2 RTO
      When the user switches keep-alives on
      And 2 RTO pass
      Then the IUT sends a keep-alive
      And the IUT is still in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    @RFC9293-3.10.7.4-TW-TIMERS
    Scenario Outline: On, and none any more in TIME-WAIT, from <state>
      Given a connection in <state>
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT
      When 6 RTO pass
      Then the IUT sends nothing and remains in TIME-WAIT

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | FIN-WAIT-2 |

    Scenario: On, and off again
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When the user switches keep-alives off
      And 6 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario: Off after the first of them
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the user switches keep-alives off
      And the peer sends ACK
      And 6 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

  @MUST-26 @slow
  Rule: A keep-alive needs an interval without a segment of the peer

    Scenario Outline: <what> after half of it
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 1 RTO passes
      And the peer sends <segment>
      And 1.5 RTO pass
      Then the IUT is still in ESTABLISHED
      When another 2 RTO pass
      Then the IUT sends a keep-alive

      Examples:
        | what          | segment                     |
        | an ACK        | ACK                         |
        | a window      | ACK with window 1000        |
        | text          | ACK,PSH with 10 octets of text |

    Scenario: The answer to one keep-alive puts off the next
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      And 1.5 RTO pass
      Then the IUT is still in ESTABLISHED
      When another 2 RTO pass
      Then the IUT sends a keep-alive

  @MUST-26 @slow
  Rule: A keep-alive is sent only while nothing is outstanding

    Scenario: Text is lost
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the IUT retransmits its text
      And the IUT retransmits its text
      And the IUT retransmits its text
      And the IUT is still in ESTABLISHED

    Scenario: A FIN is lost
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      And the IUT retransmits its FIN
      And the IUT retransmits its FIN
      And the IUT retransmits its FIN

    Scenario: After the text was acknowledged the interval begins
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When 0.5 RTO passes
      And the peer acknowledges the IUT's text
      And 1.8 RTO pass
      Then the IUT is still in ESTABLISHED
      When another 2 RTO pass
      Then the IUT sends a keep-alive

  @MUST-27 @slow
  Rule: The interval can be set

    Scenario Outline: <interval>
      Given a connection in ESTABLISHED
      And the user has switched keep-alives on
      And the user has set the keep-alive interval to <interval>
      When <before> pass
      Then the IUT is still in ESTABLISHED
      When another <interval> pass
      Then the IUT sends a keep-alive

      Examples:
        | interval | before  |
        | 2 RTO    | 1.8 RTO |
        | 4 RTO    | 3.8 RTO |

    Scenario: Longer than the default
      Given a connection in ESTABLISHED
      And the user has switched keep-alives on
      And the user has set the keep-alive interval to 5 hours
      When 4.9 hours pass
      Then the IUT is still in ESTABLISHED

  @MUST-28 @slow
  Rule: The interval is two hours at least unless the user sets it

    Scenario: Nobody speaks for two hours
      Given a connection in ESTABLISHED
      And the user has switched keep-alives on
      When 2 hours pass
      Then the IUT is still in ESTABLISHED

  @MUST-29 @slow
  Rule: One keep-alive without an answer does not mean that the peer is dead

    Scenario: The second one is answered
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 2 RTO pass
      Then the IUT sends a keep-alive
      And the IUT is still in ESTABLISHED
      When another 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user is told nothing

    # A stack that counts them all, answered or not, gives up when its limit is reached: nine on many.
    Scenario: Ten in a row are answered
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends ACK
      And 2 RTO pass
      Then the IUT sends a keep-alive
      And the IUT is still in ESTABLISHED
      And the user is told nothing

    Scenario: Text of the peer comes instead of the answer
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      And the user receives 10 octets of text
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

  @MAY-5 @slow
  Rule: Keep-alives go on while the peer does not answer

    Scenario: Three of them
      Given a connection in ESTABLISHED
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 2 RTO pass
      Then the IUT sends a keep-alive
      When another 2 RTO pass
      Then the IUT sends a keep-alive
      When another 2 RTO pass
      Then the IUT sends a keep-alive

  @SHLD-12 @slow
  Rule: A keep-alive carries no text

    Scenario Outline: SEQ is one below SND.NXT, and nothing stands there, in <state>
      Given a connection in <state>
      And the user has set the keep-alive interval to 2 RTO
      And the user has switched keep-alives on
      When 1.9 RTO pass
      Then the IUT is still in <state>
      When another 2 RTO pass
      Then the IUT sends ACK with SEQ=SND.NXT-1 and ACK=RCV.NXT

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

  @section-3.8.4
  Rule: The peer's keep-alives are answered, and their octet is no text

    Scenario Outline: <octets> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK and remains in <state>
      And the user receives no text

      Examples:
        | state       | octets         | segment                                      |
        | ESTABLISHED | no octet       | ACK with SEQ=RCV.NXT-1                       |
        | ESTABLISHED | one octet      | ACK with SEQ=RCV.NXT-1 and 1 octet of text   |
        | FIN-WAIT-2  | no octet       | ACK with SEQ=RCV.NXT-1                       |
        | FIN-WAIT-2  | one octet      | ACK with SEQ=RCV.NXT-1 and 1 octet of text   |
        | CLOSE-WAIT  | no octet       | ACK with SEQ=RCV.NXT-1                       |
        | CLOSE-WAIT  | one octet      | ACK with SEQ=RCV.NXT-1 and 1 octet of text   |

    Scenario: One after the other
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends ACK with SEQ=RCV.NXT-1
      Then the IUT sends ACK
      When the peer sends ACK with SEQ=RCV.NXT-1 and 1 octet of text
      Then the IUT sends ACK
      And the user has received 10 octets of text
