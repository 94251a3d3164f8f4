@section-3.9.1.1
Feature: The local address

  A host may have many addresses, and a connection has one. The user may name it;
  where it does not, it is settled before the first segment leaves, and stays.

  @MUST-43
  Rule: OPEN takes a local address, and the connection is at that address alone

    Scenario: An active OPEN leaves from the address that it names
      Given a connection at the IUT's second address
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    Scenario: A passive OPEN is not found at another address
      Given a connection in LISTEN
      When a second peer sends SYN to the IUT's other address
      Then the IUT sends RST,ACK to the second peer
      And the IUT is still in LISTEN

    Scenario: A passive OPEN at the second address is not found at the first
      Given a connection at the IUT's second address
      And a connection in LISTEN
      When a second peer sends SYN to the IUT's other address
      Then the IUT sends RST,ACK to the second peer
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

    @keep-listener
    Scenario: A passive OPEN that names none is found at both
      Given the user names no local address
      And a connection in ESTABLISHED
      When a second peer sends SYN to the IUT's other address
      Then the IUT sends SYN,ACK to the second peer
      When the second peer sends ACK
      Then the second peer's connection is in ESTABLISHED
      And the IUT is still in ESTABLISHED

  @MUST-44
  Rule: Where an active OPEN names no local address, one of the host's own is chosen before the SYN leaves

    Scenario: The address of the SYN is that of the whole connection
      Given the user names no local address
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK

    Scenario: The address is that of the SYN that is sent again
      Given the user names no local address
      And an active OPEN, and a connection in SYN-SENT
      When RTO passes
      Then the IUT retransmits its SYN

  @MUST-45
  Rule: Every segment of a connection leaves from the address that the connection uses

    # The checker finds a segment that leaves from another address, whatever the step asks for.
    Scenario Outline: The second address in <state>
      Given the user names no local address
      And a connection at the IUT's second address
      And a connection in <state>
      When the peer sends <segment>
      Then the IUT sends <answer>

      Examples: What the peer's segments draw
        | state        | segment                              | answer                           |
        | LISTEN       | SYN                                  | SYN,ACK                          |
        | LISTEN       | ACK                                  | RST                              |
        | SYN-RECEIVED | FIN,ACK                              | ACK                              |
        | ESTABLISHED  | ACK with 10 octets of text           | ACK                              |
        | ESTABLISHED  | ACK with SEQ=RCV.NXT-1               | ACK                              |
        | ESTABLISHED  | ACK with ACK=SND.NXT+1               | ACK                              |
        | ESTABLISHED  | FIN,ACK                              | ACK                              |
        | FIN-WAIT-1   | FIN,ACK                              | ACK                              |
        | FIN-WAIT-2   | FIN,ACK                              | ACK                              |
        | CLOSE-WAIT   | ACK with SEQ=RCV.NXT-1               | ACK                              |
        | CLOSING      | ACK with SEQ=RCV.NXT-1               | ACK                              |
        | LAST-ACK     | ACK with SEQ=RCV.NXT-1               | ACK                              |
        | TIME-WAIT    | FIN,ACK with SEQ=RCV.NXT-1           | ACK                              |
        | CLOSED       | SYN                                  | RST,ACK                          |
        | CLOSED       | ACK                                  | RST                              |

    Scenario Outline: <call> at the second address
      Given the user names no local address
      And a connection at the IUT's second address
      And a connection in ESTABLISHED
      When the user calls <call>
      Then the IUT sends <segment>

      Examples: What the user's calls draw
        | call  | segment                               |
        | SEND  | ACK with 10 octets of text            |
        | CLOSE | FIN,ACK                               |
        | ABORT | RST with or without ACK and SEQ=SND.NXT |

    Scenario Outline: <item> again from the second address
      Given the user names no local address
      And a connection at the IUT's second address
      And a connection in <state>
      When RTO passes
      Then the IUT retransmits its <item>

      Examples:
        | state        | item    |
        | SYN-RECEIVED | SYN,ACK |
        | FIN-WAIT-1   | FIN     |
        | LAST-ACK     | FIN     |

  @MUST-46
  Rule: An active OPEN towards an address that is no single host's is refused

    Scenario Outline: OPEN to <address>
      Given a connection in CLOSED
      When the user calls active OPEN to <address>
      Then the call is refused
      And the IUT sends nothing and remains in CLOSED

      Examples: Both IP versions
        | address             |
        | a multicast address |

      @ipv4
      Examples: IPv4
        | address                       |
        | the limited broadcast address |

  @MUST-46 @ipv4
  Rule: The broadcast address of the IUT's own net is no host's either

    Scenario: OPEN to it
      Given the user names no local address
      When the user calls active OPEN to the broadcast address of the IUT's net
      Then the call is refused
      And the IUT sends nothing and remains in CLOSED

  @section-3.10.1
  Rule: An active OPEN must name the remote socket

    Scenario: The unspecified address is none
      Given a connection in CLOSED
      When the user calls active OPEN to the unspecified address
      Then the call is refused with "remote socket unspecified"
      And the IUT sends nothing and remains in CLOSED
