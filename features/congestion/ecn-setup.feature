@rfc-3168 @section-6.1.1
Feature: ECN is agreed on by the two SYNs

  A router that is congested may say so instead of dropping, where both ends of a
  connection listen. A SYN with ECE and CWR asks, a SYN,ACK with ECE alone agrees.
  Hosts that reflect what they do not know set both: that is no agreement.

  @SHLD-8
  Rule: Who is asked agrees

    Scenario Outline: <segment> in LISTEN
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends SYN,ACK,ECE without CWR and enters SYN-RECEIVED

      Examples:
        | segment                                   |
        | SYN,ECE,CWR                               |
        | SYN,ECE,CWR with no options               |
        | SYN,ECE,CWR with a timestamps option      |
        | SYN,ECE,CWR with window scale 7           |
        | SYN,PSH,ECE,CWR                           |

    Scenario: The connection is as any other
      Given a connection in LISTEN
      When the peer sends SYN,ECE,CWR
      Then the IUT sends SYN,ACK,ECE
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      When the peer sends ACK,PSH with 10 octets of text and ECT
      Then the IUT sends ACK without ECE and without CWR
      And the user receives 10 octets of text

  @SHLD-8
  Rule: A host that is set to use ECN asks for it

    Scenario: An active OPEN
      Given the setting "ask for ECN" is on
      And a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN,ECE,CWR and enters SYN-SENT
      When the peer sends SYN,ACK,ECE
      Then the IUT sends ACK without ECE and without CWR
      And the IUT is in ESTABLISHED

    Scenario: Whom the peer asks at the same time, it agrees with
      Given the setting "ask for ECN" is on
      And a connection in SYN-SENT
      When the peer sends SYN,ECE,CWR
      Then the IUT sends SYN,ACK,ECE without CWR and enters SYN-RECEIVED

  @RFC3168-6.1.1-NOT-ASKED
  Rule: Who is not asked does not agree

    Scenario Outline: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends SYN,ACK without ECE or SYN,ACK,ECE,CWR
      And the IUT is in SYN-RECEIVED

      Examples:
        | segment     |
        | SYN         |
        | SYN,ECE     |
        | SYN,CWR     |
        | SYN,PSH,ECE |

  @RFC3168-6.1.1-UNWILLING
  Rule: Who does not agree leaves ECE and CWR clear

    Scenario Outline: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends SYN,ACK without ECE and without CWR
      And the IUT is in SYN-RECEIVED

      Examples:
        | segment |
        | SYN     |
        | SYN,ECE |
        | SYN,CWR |

      @without-ecn
      Examples: Where ECN is not known
        | segment         |
        | SYN,ECE,CWR     |
        | SYN,PSH,ECE,CWR |

    @without-ecn
    Scenario: An active OPEN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN without ECE and without CWR
      And the IUT is in SYN-SENT

  @RFC3168-6.1.1-AGREED
  Rule: Without agreement no segment carries ECT

    Scenario Outline: A SYN that asks for nothing: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends SYN,ACK
      When the peer sends ACK
      Then the IUT sends nothing
      And the user is told "open completed"
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And no segment of the IUT carries ECT

      Examples:
        | segment |
        | SYN     |
        | SYN,ECE |
        | SYN,CWR |

    Scenario: What was not asked cannot be agreed with
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK,ECE
      Then the IUT sends ACK
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And no segment of the IUT carries ECT

  @RFC3168-6.1.1-OTHER-FORMS @with-ecn
  Rule: Every other form of the SYN,ACK opens a connection without ECN

    Scenario Outline: <segment>
      Given the setting "ask for ECN" is on
      And a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends ACK
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And no segment of the IUT carries ECT

      Examples:
        | segment         |
        | SYN,ACK         |
        | SYN,ACK,CWR     |
        | SYN,ACK,ECE,CWR |

    Scenario: A crossing SYN that does not ask
      Given the setting "ask for ECN" is on
      And a connection in SYN-SENT
      When the peer sends SYN
      Then the IUT sends SYN,ACK without ECE and without CWR
      When the peer sends ACK
      Then the IUT sends nothing
      And the user is told "open completed"
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text and without CWR
      And no segment of the IUT carries ECT

  # The first SYN may have met a host in between that drops what it does not know (6.1.1.1).
  @RFC3168-6.1.1-TAKEN-BACK
  Rule: A SYN that comes again without asking takes back what was asked

    Scenario: In SYN-RECEIVED
      Given a connection in LISTEN
      When the peer sends SYN,ECE,CWR
      Then the IUT sends SYN,ACK
      When the peer sends SYN with SEQ=IRS
      Then the IUT sends ACK or SYN,ACK
      When the peer sends ACK
      Then the IUT sends nothing
      And the user is told "open completed"
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And no segment of the IUT carries ECT
