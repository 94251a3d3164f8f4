@section-3.10.7.4
Feature: A RST in TIME-WAIT

  A RST that was meant for something else can assassinate TIME-WAIT: the wait is
  cut short, and old segments get through to the next connection (RFC 1337). RFC
  9293 obeys a valid RST all the same; RFC 1337 lets a stack ignore it.

  @RFC9293-3.10.7.4-RST-EXACT @without-rfc1337
  Rule: A RST at RCV.NXT ends TIME-WAIT

    Scenario Outline: <segment> at RCV.NXT
      Given a connection in TIME-WAIT
      When the peer sends <segment>
      Then the IUT sends nothing and enters CLOSED
      And a FIN,ACK is answered with RST

      Examples:
        | segment |
        | RST     |
        | RST,ACK |

    @SHLD-2
    Scenario: A RST with text aboard
      Given a connection in TIME-WAIT
      When the peer sends RST with 10 octets of text
      Then the IUT sends nothing and enters CLOSED

  @RFC9293-3.10.7.4-UNACCEPTABLE-RST
  Rule: A RST outside the window is dropped

    Scenario Outline: A RST at <seq> in TIME-WAIT
      Given a connection in TIME-WAIT
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and remains in TIME-WAIT

      Examples:
        | seq                  |
        | RCV.NXT-1            |
        | RCV.NXT-100000       |
        | RCV.NXT+RCV.WND+1000 |

  @RFC9293-3.10.7.4-RST-CHALLENGE @without-rfc1337
  Rule: A RST inside the window but not at RCV.NXT draws a challenge ACK

    Scenario Outline: A RST at <seq> in TIME-WAIT
      Given a connection in TIME-WAIT
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends ACK and remains in TIME-WAIT

      Examples:
        | seq               |
        | RCV.NXT+1         |
        | RCV.NXT+RCV.WND-1 |

  @RFC9293-3.5.3-RST-VALIDATE @without-rfc5961-rst @without-rfc1337
  Rule: Without RFC 5961 a RST anywhere inside the window ends TIME-WAIT

    Scenario Outline: A RST at <seq> in TIME-WAIT
      Given a connection in TIME-WAIT
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | seq               |
        | RCV.NXT+1         |
        | RCV.NXT+RCV.WND-1 |

  @RFC1337-3-F1-IGNORE-RST
  Rule: A stack with fix F1 of RFC 1337 ignores every RST in TIME-WAIT

    Scenario Outline: A RST at <seq> in TIME-WAIT
      Given a connection in TIME-WAIT
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and remains in TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

      Examples:
        | seq          |
        | RCV.NXT      |
        | RCV.NXT+1000 |

  @rfc-1337 @section-3
  Rule: Where fix F1 is a setting, the setting decides

    Scenario: The setting is on
      Given the setting "ignore RST in TIME-WAIT" is on
      And a connection in TIME-WAIT
      When the peer sends RST
      Then the IUT sends nothing and remains in TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

    Scenario: The setting is off
      Given the setting "ignore RST in TIME-WAIT" is off
      And a connection in TIME-WAIT
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED
      And a FIN,ACK is answered with RST

    @slow
    Scenario: The RST that was ignored does not prolong the wait
      Given the setting "ignore RST in TIME-WAIT" is on
      And a connection in TIME-WAIT
      And 1 MSL has passed
      When the peer sends RST
      Then the IUT sends nothing and remains in TIME-WAIT
      When another 1 MSL pass
      Then the IUT is in CLOSED

  @RFC1337-1-TWA-ACK
  Rule: The assassination of RFC 1337 begins with an old duplicate

    # The peer has forgotten the connection, and its RST answers the ACK that it drew.
    @without-rfc1337
    Scenario: An old duplicate, the ACK that it draws, and the RST that this draws
      Given a connection in TIME-WAIT
      When the peer sends ACK with SEQ=RCV.NXT-11 and 10 octets of text
      Then the IUT sends ACK and remains in TIME-WAIT
      When the peer sends RST with SEQ=RCV.NXT
      Then the IUT sends nothing and enters CLOSED
