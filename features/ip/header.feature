@section-3.9.2
Feature: What TCP asks of IP

  TCP gives IP the Diffserv field and the time to live with each segment: both
  are the user's to choose. What the peer's IP header carries is not TCP's to judge.

  @MUST-48
  Rule: The user chooses the Diffserv field of its connection

    Scenario: A passive OPEN
      Given the user chooses Diffserv 46
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      And every segment of the IUT carries Diffserv 46

    Scenario: An active OPEN
      Given the user chooses Diffserv 46
      And an active OPEN, and a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      And every segment of the IUT carries Diffserv 46

    Scenario: What nobody chose is not what another connection has
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And every segment of the IUT carries Diffserv 0

    Scenario: What is sent again carries it too
      Given the user chooses Diffserv 46
      And an active OPEN, and a connection in SYN-SENT
      When RTO passes
      Then the IUT retransmits its SYN
      And every segment of the IUT carries Diffserv 46

    Scenario: So does a RST
      Given the user chooses Diffserv 46
      And a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK and SEQ=SND.NXT
      And every segment of the IUT carries Diffserv 46

  @SHLD-22
  Rule: The value reaches IP as it was given

    Scenario Outline: Diffserv <codepoint>
      Given the user chooses Diffserv <codepoint>
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And every segment of the IUT carries Diffserv <codepoint>

      Examples:
        | codepoint | what            |
        | 1         | the lowest bit  |
        | 8         | class selector  |
        | 10        | AF11            |
        | 32        | the highest bit |
        | 63        | all bits        |

    Scenario: The peer's own choice changes nothing
      Given the user chooses Diffserv 10
      And every packet of the peer carries Diffserv 46
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And every segment of the IUT carries Diffserv 10

  @SHLD-21
  Rule: The user may change the Diffserv field while the connection lasts

    Scenario: In ESTABLISHED
      Given the user chooses Diffserv 46
      And a connection in ESTABLISHED
      When the user changes Diffserv to 10
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And from now on every segment of the IUT carries Diffserv 10

    Scenario: Acknowledgments carry the new value
      Given a connection in ESTABLISHED
      When the user changes Diffserv to 63
      And the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And from now on every segment of the IUT carries Diffserv 63

    Scenario: And the FIN
      Given a connection in CLOSE-WAIT
      When the user changes Diffserv to 8
      And the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK
      And from now on every segment of the IUT carries Diffserv 8

  @MUST-49
  Rule: The time to live can be configured

    Scenario Outline: <hops> hops
      Given the user chooses a time to live of <hops>
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      And every segment of the IUT carries a time to live of <hops>

      Examples:
        | hops | what      |
        | 1    | the least |
        | 7    | a few     |
        | 255  | the most  |

    Scenario: An active OPEN
      Given the user chooses a time to live of 7
      And an active OPEN, and a connection in SYN-SENT
      When RTO passes
      Then the IUT retransmits its SYN
      And every segment of the IUT carries a time to live of 7

    Scenario: While the connection lasts
      Given a connection in ESTABLISHED
      When the user changes the time to live to 99
      And the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And from now on every segment of the IUT carries a time to live of 99

  @MUST-50
  Rule: IP options that TCP does not understand are ignored

    Scenario Outline: <option> on every packet of a connection
      Given every packet of the peer carries <option>
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT

      @ipv4
      Examples: IPv4
        | option                   |
        | an unknown IP option     |
        | no-operation options     |

      @ipv4 @without-may-11
      Examples: Record route, where it is not understood
        | option                   |
        | a record route option    |

      @ipv4 @without-may-10
      Examples: Timestamp, where it is not understood
        | option                   |
        | an IP timestamp option   |

      @ipv6
      Examples: IPv6
        | option                        |
        | an unknown destination option |

    Scenario Outline: <segment> with <option> in <state>
      Given a connection in <state>
      And every packet of the peer carries <option>
      When the peer sends <segment>
      Then the IUT sends <answer>

      @ipv4
      Examples: IPv4
        | segment                    | option               | state       | answer  |
        | SYN                        | an unknown IP option | LISTEN      | SYN,ACK |
        | SYN,ACK                    | an unknown IP option | SYN-SENT    | ACK     |
        | ACK with 11 octets of text | an unknown IP option | ESTABLISHED | ACK     |
        | FIN,ACK                    | an unknown IP option | FIN-WAIT-2  | ACK     |
        | SYN                        | no-operation options | LISTEN      | SYN,ACK |
        | SYN                        | an unknown IP option | CLOSED      | RST,ACK |

      @ipv6
      Examples: IPv6
        | segment                    | option                        | state       | answer  |
        | SYN                        | an unknown destination option | LISTEN      | SYN,ACK |
        | SYN,ACK                    | an unknown destination option | SYN-SENT    | ACK     |
        | ACK with 11 octets of text | an unknown destination option | ESTABLISHED | ACK     |
        | FIN,ACK                    | an unknown destination option | FIN-WAIT-2  | ACK     |

  @MAY-10 @ipv4
  Rule: The timestamp option of IP may be supported

    Scenario: On every packet of a connection
      Given every packet of the peer carries an IP timestamp option
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

  @MAY-11 @ipv4
  Rule: The record route option of IP may be supported

    Scenario: On every packet of a connection
      Given every packet of the peer carries a record route option
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text
