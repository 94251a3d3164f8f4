@section-3.9.2.3
Feature: Invalid addresses

  A SYN from an address that no host can have, or to one that is every host's,
  deserves no answer: it would go nowhere, to all, or back to the IUT itself.

  @MUST-57
  Rule: A SYN to a broadcast or multicast address is discarded silently

    Scenario Outline: A SYN to <address> in <state>
      Given the user names no local address
      And a connection in <state>
      When the peer's SYN goes to <address>
      Then the IUT sends nothing and remains in <state>

      Examples: Both IP versions
        | address             | state       |
        | a multicast address | LISTEN      |
        | a multicast address | CLOSED      |
        | a multicast address | ESTABLISHED |

      @ipv4
      Examples: IPv4
        | address                               | state       |
        | the limited broadcast address         | LISTEN      |
        | the limited broadcast address         | CLOSED      |
        | the limited broadcast address         | ESTABLISHED |
        | the broadcast address of the IUT's net | LISTEN      |
        | the broadcast address of the IUT's net | CLOSED      |
        | the broadcast address of the IUT's net | ESTABLISHED |

    Scenario: The true SYN is answered afterwards
      Given the user names no local address
      And a connection in LISTEN
      When the peer's SYN goes to a multicast address
      Then the IUT sends nothing and remains in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

  @section-3.9.2.3
  Rule: So is any other segment to such an address

    Scenario Outline: <segment> to <address> in <state>
      Given the user names no local address
      And a connection in <state>
      When the peer's <segment> goes to <address>
      Then the IUT sends nothing and remains in <state>

      Examples: Both IP versions
        | segment                    | address             | state       |
        | ACK                        | a multicast address | LISTEN      |
        | ACK                        | a multicast address | CLOSED      |
        | FIN,ACK                    | a multicast address | CLOSED      |
        | SYN,ACK                    | a multicast address | LISTEN      |
        | RST                        | a multicast address | ESTABLISHED |
        | ACK with 10 octets of text | a multicast address | ESTABLISHED |
        | FIN,ACK                    | a multicast address | ESTABLISHED |

      @ipv4
      Examples: IPv4
        | segment                    | address                                | state       |
        | ACK                        | the limited broadcast address          | LISTEN      |
        | ACK                        | the limited broadcast address          | CLOSED      |
        | RST                        | the limited broadcast address          | ESTABLISHED |
        | ACK with 10 octets of text | the limited broadcast address          | ESTABLISHED |
        | ACK                        | the broadcast address of the IUT's net | LISTEN      |
        | ACK                        | the broadcast address of the IUT's net | CLOSED      |
        | RST                        | the broadcast address of the IUT's net | ESTABLISHED |
        | FIN,ACK                    | the broadcast address of the IUT's net | ESTABLISHED |

  @MUST-63
  Rule: A SYN from an invalid source address is ignored

    Scenario Outline: A SYN from <address> in <state>
      Given a connection in <state>
      When the peer's SYN comes from <address>
      Then the IUT sends nothing and remains in <state>

      Examples: Both IP versions
        | address                 | state  |
        | the unspecified address | LISTEN |
        | the unspecified address | CLOSED |
        | a multicast address     | LISTEN |
        | a multicast address     | CLOSED |
        | the loopback address    | LISTEN |
        | the loopback address    | CLOSED |
        | the IUT's own address   | LISTEN |
        | the IUT's own address   | CLOSED |

      @ipv4
      Examples: IPv4
        | address                                | state  |
        | the limited broadcast address          | LISTEN |
        | the limited broadcast address          | CLOSED |
        | the broadcast address of the IUT's net | LISTEN |
        | the broadcast address of the IUT's net | CLOSED |

    # With a backlog of one it would take the place of the next.
    Scenario Outline: A SYN from <address> leaves no half-open connection
      Given a backlog of 1
      And a connection in LISTEN
      When the peer's SYN comes from <address>
      Then the IUT sends nothing and remains in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

      Examples:
        | address                 |
        | the unspecified address |
        | a multicast address     |
        | the loopback address    |
        | the IUT's own address   |

  @section-3.9.2.3
  Rule: The IUT does not answer itself

    Scenario Outline: <segment> from the IUT's own address in <state>
      Given a connection in <state>
      When the peer's <segment> comes from the IUT's own address
      Then the IUT sends nothing and remains in <state>

      Examples:
        | segment | state       |
        | SYN     | LISTEN      |
        | ACK     | LISTEN      |
        | SYN     | CLOSED      |
        | SYN     | ESTABLISHED |

    Scenario: From the very socket on which the IUT listens
      Given a connection in LISTEN
      When the peer's SYN comes from the socket that it goes to
      Then the IUT sends nothing and remains in LISTEN
      And the next SYN is answered with SYN,ACK
