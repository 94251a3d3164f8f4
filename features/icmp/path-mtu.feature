@section-3.7.2
Feature: Path MTU discovery

  A packet that must not be cut on its way, and is too big for a link of it, draws
  a report of what the link takes. TCP then sends smaller ones; the connection
  stays, and others that use other paths have no part in it.

  @with-timestamps @RFC7323-5.7-PMTUD
  Rule: A stack with timestamps discovers the path MTU

    @ipv4
    Scenario: Text must not be fragmented on its way
      Given a connection in ESTABLISHED
      When the user sends 1400 octets of text
      Then the IUT sends the text that SEND took
      And every segment of the IUT forbids fragmentation

    Scenario: Text that was too big comes again in smaller packets
      Given a connection in ESTABLISHED
      And the user has sent 1400 octets of text
      When a router reports fragmentation needed with MTU 1300
      Then the IUT sends its text again in packets of at most 1300 octets
      And the IUT is still in ESTABLISHED

    Scenario: The same where timestamps are in use
      Given the peer offers timestamps
      And a connection in ESTABLISHED
      And the user has sent 1400 octets of text
      When a router reports fragmentation needed with MTU 1300
      Then the IUT sends its text again in packets of at most 1300 octets
      And the IUT is still in ESTABLISHED

    Scenario: What follows is smaller too
      Given a connection in ESTABLISHED
      And the user has sent 1400 octets of text
      When a router reports fragmentation needed with MTU 1300
      Then the IUT sends its text again in packets of at most 1300 octets
      When the peer acknowledges the IUT's text
      And the user sends 1400 octets of text
      Then the IUT sends the text that SEND took in packets of at most 1300 octets

    Scenario: Another link is smaller still
      Given a connection in CLOSE-WAIT
      And the user has sent 1430 octets of text
      When a router reports fragmentation needed with MTU 1400
      Then the IUT sends its text again in packets of at most 1400 octets
      When a router reports fragmentation needed with MTU 1290
      Then the IUT sends its text again in packets of at most 1290 octets
      And the IUT is still in CLOSE-WAIT

  @section-3.9.2.2
  Rule: That a packet was too big is no reason to abort

    Scenario Outline: <state>
      Given a connection in <state>
      When a router reports fragmentation needed with MTU 1300
      Then the IUT is still in <state>
      And the user is told nothing

      Examples:
        | state        |
        | LISTEN       |
        | SYN-SENT     |
        | SYN-RECEIVED |
        | ESTABLISHED  |
        | FIN-WAIT-1   |
        | FIN-WAIT-2   |
        | CLOSE-WAIT   |
        | CLOSING      |
        | LAST-ACK     |
        | TIME-WAIT    |
        | CLOSED       |

  @MUST-54
  Rule: A report that no segment of the connection drew does not change its packets

    Scenario Outline: <what>
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports <report>
      And the peer acknowledges the IUT's text
      And the user sends 1400 octets of text
      Then the IUT sends ACK with 1400 octets of text

      Examples:
        | what                     | report                                                              |
        | another port of the IUT  | fragmentation needed with MTU 1300 quoting another port of the IUT  |
        | another port of the peer | fragmentation needed with MTU 1300 quoting another port of the peer |
        | another protocol         | fragmentation needed with MTU 1300 quoting another protocol         |
        | half of a header         | fragmentation needed with MTU 1300 quoting 4 octets of the segment  |
        | a damaged report         | fragmentation needed with MTU 1300 with a wrong checksum            |

      @interpretation-icmp-about-what-is-in-flight
      Examples: Numbers that are not in flight
        | what                       | report                                                        |
        | what was never sent        | fragmentation needed with MTU 1300 quoting SEQ=SND.NXT+1      |
        | what was never sent by far | fragmentation needed with MTU 1300 quoting SEQ=SND.NXT+100000 |
        | before the first number    | fragmentation needed with MTU 1300 quoting SEQ=ISS-1          |

  @section-3.7.2
  Rule: A report cannot make packets larger, nor useless

    Scenario: More than the link of the IUT itself takes
      Given a connection in ESTABLISHED
      And the user has sent 1400 octets of text
      When a router reports fragmentation needed with MTU 9000
      Then the IUT sends nothing and remains in ESTABLISHED

    # No link takes less than 68 octets in IPv4 and 1280 in IPv6 (RFC 1191 section 3, RFC 8201 section 4).
    Scenario Outline: An MTU of <octets>, which no link has
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports fragmentation needed with MTU <octets>
      And the peer acknowledges the IUT's text
      And the user sends 500 octets of text
      Then the IUT sends the text that SEND took
      When the peer acknowledges the IUT's text
      And the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED

      Examples:
        | octets | what                     |
        | 0      | none: a router before it |
        | 1      | less than a header       |
        | 20     | a header of IP           |
        | 40     | two headers              |
        | 67     | less than the least      |

    @ipv6
    Scenario: Less than the least MTU of IPv6 changes nothing
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports fragmentation needed with MTU 1279
      And the peer acknowledges the IUT's text
      And the user sends 1400 octets of text
      Then the IUT sends ACK with 1400 octets of text
