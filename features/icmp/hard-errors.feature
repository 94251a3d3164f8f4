@section-3.9.2.2
Feature: Hard ICMP errors

  That nobody has the protocol, or listens at the port, is the last word. IPv4
  names these errors; whether they end a connection that works already is a
  question of trust, for anyone can send them.

  @SHLD-26 @ipv4
  Rule: A hard error aborts the connection

    Scenario Outline: <error> in <state>
      Given a connection in <state>
      When the peer reports <error>
      Then the IUT may send RST with or without ACK and SEQ=SND.NXT
      And the IUT is in CLOSED
      And the user is told "connection refused" or "error"

      Examples:
        | error                | state    |
        | port unreachable     | SYN-SENT |
        | protocol unreachable | SYN-SENT |

    Scenario Outline: <error> in <state>
      Given a connection in <state>
      When the peer reports <error>
      Then the IUT may send RST with or without ACK and SEQ=SND.NXT
      And the IUT is in CLOSED
      And the user is told "error" or "connection reset"

      Examples:
        | error                | state      |
        | port unreachable     | FIN-WAIT-1 |
        | protocol unreachable | FIN-WAIT-1 |

    Scenario Outline: <error> about text in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      When the peer reports <error>
      Then the IUT may send RST with or without ACK and SEQ=SND.NXT
      And the IUT is in CLOSED
      And the user is told "error" or "connection reset"

      Examples:
        | error                | state       |
        | port unreachable     | ESTABLISHED |
        | protocol unreachable | ESTABLISHED |
        | port unreachable     | CLOSE-WAIT  |

    Scenario: A half-open connection goes, the listener stays
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When the peer reports port unreachable
      Then the IUT may send RST with or without ACK and SEQ=SND.NXT
      And the IUT returns to LISTEN

    @was-hard-icmp-errors/an-error-concerns-the-connection-whose-segment-it-quotes-and-no-other/the-whole-segment-may-be-quoted
    Scenario: The whole segment may be quoted
      Given a connection in SYN-SENT
      When the peer reports port unreachable quoting the whole segment
      Then the IUT may send RST with or without ACK and SEQ=SND.NXT
      And the IUT is in CLOSED
      And the user is told "connection refused" or "error"

  @MUST-54
  Rule: An error concerns the connection whose segment it quotes, and no other

    Scenario Outline: <error>
      Given a connection in <state>
      When the peer reports <error>
      Then the IUT sends nothing and remains in <state>

      Examples: Ports and protocols of something else
        | error                                               | state      |
        | port unreachable quoting another port of the IUT    | SYN-SENT   |
        | port unreachable quoting another port of the peer   | SYN-SENT   |
        | port unreachable quoting another protocol           | SYN-SENT   |
        | port unreachable quoting another port of the IUT    | FIN-WAIT-1 |
        | port unreachable quoting another port of the peer   | FIN-WAIT-1 |
        | port unreachable quoting another protocol           | FIN-WAIT-1 |

      @interpretation-icmp-about-what-is-in-flight
      Examples: Numbers that the connection never used
        | error                                          | state        |
        | port unreachable quoting SEQ=ISS-1             | SYN-SENT     |
        | port unreachable quoting SEQ=SND.NXT+1         | SYN-SENT     |
        | port unreachable quoting SEQ=SND.NXT+1         | SYN-RECEIVED |
        | port unreachable quoting SEQ=SND.NXT+1         | FIN-WAIT-1   |
        | port unreachable quoting SEQ=SND.NXT+100000    | FIN-WAIT-1   |
        | port unreachable quoting SEQ=ISS-100000        | FIN-WAIT-1   |
        | protocol unreachable quoting SEQ=SND.NXT+1     | FIN-WAIT-1   |
        | port unreachable quoting SEQ=SND.NXT+100000    | TIME-WAIT    |
        | port unreachable quoting SEQ=SND.NXT+100000    | FIN-WAIT-2   |
        | port unreachable quoting SEQ=SND.NXT+100000    | LAST-ACK     |

      Examples: Too little to tell
        | error                                            | state      |
        | port unreachable quoting 0 octets of the segment | SYN-SENT   |
        | port unreachable quoting 3 octets of the segment | SYN-SENT   |
        | port unreachable quoting 4 octets of the segment | SYN-SENT   |
        | port unreachable quoting 7 octets of the segment | SYN-SENT   |
        | port unreachable quoting 0 octets of the segment | FIN-WAIT-1 |
        | port unreachable quoting 4 octets of the segment | FIN-WAIT-1 |

      Examples: Damaged on the way
        | error                                  | state      |
        | port unreachable with a wrong checksum | SYN-SENT   |
        | port unreachable with a wrong checksum | FIN-WAIT-1 |

    Scenario Outline: Text is in flight, and <error>
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer reports <error>
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user is told nothing

      Examples: Something else
        | error                                             |
        | port unreachable quoting another port of the IUT  |
        | port unreachable quoting another port of the peer |
        | port unreachable quoting 4 octets of the segment  |
        | port unreachable with a wrong checksum            |

      @interpretation-icmp-about-what-is-in-flight
      Examples: Numbers that are not in flight
        | error                                      |
        | port unreachable quoting SEQ=SND.NXT+1     |
        | port unreachable quoting SEQ=SND.NXT+65536 |
        | port unreachable quoting SEQ=ISS-1         |

    @interpretation-icmp-about-what-is-in-flight
    Scenario: What was acknowledged has arrived, whatever is reported of it
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      And the peer has acknowledged the IUT's text
      And the user has sent 10 octets of text
      When the peer reports port unreachable quoting SEQ=ISS+1
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user is told nothing

    @keep-listener
    Scenario Outline: Of two connections that share the local socket, <error> concerns one
      Given the user wants error reports
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer
      When the second peer sends ACK
      Then the second peer's connection is in ESTABLISHED
      When a router reports <error>
      Then the user gets an error report on that connection
      And the second peer's connection is in ESTABLISHED
      And the IUT is still in ESTABLISHED

      Examples:
        | error              |
        | host unreachable   |
        | hop limit exceeded |

    @keep-listener
    Scenario: A report about a half-open connection leaves the open one alone
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer
      When the second peer reports port unreachable
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user is told nothing
