@section-3.9.2.2
Feature: Soft ICMP errors

  A route that is lost for a moment, a packet that went in circles: such reports
  say nothing of tomorrow. The connection goes on, and the user may be told.

  @MUST-56
  Rule: A soft error does not abort a connection, whatever its state

    # What is quoted is in flight: the SYN, the text or the FIN that waits for its acknowledgment.
    Scenario Outline: <error> in <state>
      Given a connection in <state>
      When a router reports <error>
      Then the IUT sends nothing and remains in <state>

      Examples: Both IP versions
        | error                    | state        |
        | net unreachable          | SYN-SENT     |
        | net unreachable          | SYN-RECEIVED |
        | net unreachable          | FIN-WAIT-1   |
        | net unreachable          | FIN-WAIT-2   |
        | net unreachable          | CLOSING      |
        | net unreachable          | LAST-ACK     |
        | net unreachable          | TIME-WAIT    |
        | host unreachable         | SYN-SENT     |
        | host unreachable         | SYN-RECEIVED |
        | host unreachable         | FIN-WAIT-1   |
        | host unreachable         | FIN-WAIT-2   |
        | host unreachable         | CLOSING      |
        | host unreachable         | LAST-ACK     |
        | host unreachable         | TIME-WAIT    |
        | hop limit exceeded       | SYN-SENT     |
        | hop limit exceeded       | SYN-RECEIVED |
        | hop limit exceeded       | FIN-WAIT-1   |
        | hop limit exceeded       | FIN-WAIT-2   |
        | hop limit exceeded       | LAST-ACK     |
        | reassembly time exceeded | SYN-SENT     |
        | reassembly time exceeded | SYN-RECEIVED |
        | reassembly time exceeded | FIN-WAIT-1   |
        | reassembly time exceeded | CLOSING      |
        | parameter problem        | SYN-SENT     |
        | parameter problem        | SYN-RECEIVED |
        | parameter problem        | FIN-WAIT-1   |
        | parameter problem        | TIME-WAIT    |

      @ipv4
      Examples: IPv4
        | error               | state        |
        | source route failed | SYN-SENT     |
        | source route failed | SYN-RECEIVED |
        | source route failed | FIN-WAIT-1   |
        | source route failed | FIN-WAIT-2   |
        | source route failed | LAST-ACK     |

      @ipv6
      Examples: IPv6
        | error                | state        |
        | protocol unreachable | SYN-SENT     |
        | protocol unreachable | FIN-WAIT-1   |
        | unrecognized option  | SYN-SENT     |
        | unrecognized option  | SYN-RECEIVED |
        | unrecognized option  | FIN-WAIT-1   |

    Scenario Outline: <error> about text in <state>
      Given a connection in <state>
      And the user has sent 10 octets of text
      When a router reports <error>
      Then the IUT sends nothing and remains in <state>
      When the peer acknowledges the IUT's text
      And the user sends 20 octets of text
      Then the IUT sends ACK with SEQ=ISS+11 and 20 octets of text

      Examples: Both IP versions
        | error                    | state       |
        | net unreachable          | ESTABLISHED |
        | net unreachable          | CLOSE-WAIT  |
        | host unreachable         | ESTABLISHED |
        | host unreachable         | CLOSE-WAIT  |
        | hop limit exceeded       | ESTABLISHED |
        | hop limit exceeded       | CLOSE-WAIT  |
        | reassembly time exceeded | ESTABLISHED |
        | parameter problem        | ESTABLISHED |

      @ipv4
      Examples: IPv4
        | error               | state       |
        | source route failed | ESTABLISHED |

      @ipv6
      Examples: IPv6
        | error                | state       |
        | protocol unreachable | ESTABLISHED |
        | unrecognized option  | ESTABLISHED |

    Scenario Outline: <error> finds no connection in <state>
      Given a connection in <state>
      When a router reports <error>
      Then the IUT sends nothing and remains in <state>

      Examples:
        | error             | state  |
        | host unreachable  | LISTEN |
        | port unreachable  | LISTEN |
        | host unreachable  | CLOSED |
        | port unreachable  | CLOSED |

    Scenario Outline: What waits is sent again after <error>
      Given a connection in <state>
      When a router reports <error>
      Then the IUT is still in <state>
      When RTO passes
      Then the IUT retransmits its <item>

      Examples:
        | error            | state        | item    |
        | host unreachable | SYN-SENT     | SYN     |
        | host unreachable | SYN-RECEIVED | SYN,ACK |
        | host unreachable | FIN-WAIT-1   | FIN     |
        | net unreachable  | LAST-ACK     | FIN     |

    Scenario: Many in a row
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports host unreachable
      And a router reports net unreachable
      And a router reports hop limit exceeded
      And a router reports host unreachable
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario: The open completes after it
      Given a connection in SYN-SENT
      When a router reports host unreachable
      Then the IUT is still in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED
      And the user is told "open completed"

  @SHLD-25
  Rule: The user can learn of a soft error

    Scenario Outline: <error>
      Given the user wants error reports
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports <error>
      Then the user gets an error report on that connection
      And the IUT is still in ESTABLISHED

      Examples: Both IP versions
        | error                    |
        | net unreachable          |
        | host unreachable         |
        | hop limit exceeded       |
        | reassembly time exceeded |
        | parameter problem        |

      @ipv4
      Examples: IPv4
        | error               |
        | source route failed |

  @MUST-47
  Rule: There is a way to report errors that do not end a connection

    Scenario: A report in CLOSE-WAIT, and the connection goes on
      Given the user wants error reports
      And a connection in CLOSE-WAIT
      And the user has sent 10 octets of text
      When a router reports host unreachable
      Then the user gets an error report on that connection
      When the user sends 20 octets of text
      Then the IUT sends ACK with SEQ=ISS+11 and 20 octets of text

    Scenario: Each error is reported
      Given the user wants error reports
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports host unreachable
      Then the user gets an error report on that connection
      When a router reports net unreachable
      Then the user gets an error report on that connection

  @RFC9293-3.9.1.8-REPORTS
  Rule: ICMP errors are among what is reported

    Scenario Outline: <error> about the FIN in <state>
      Given the user wants error reports
      And a connection in <state>
      When a router reports <error>
      Then the user gets an error report on that connection
      And the IUT is still in <state>

      Examples:
        | error              | state      |
        | host unreachable   | FIN-WAIT-1 |
        | hop limit exceeded | LAST-ACK   |
        | net unreachable    | CLOSING    |

  @SHLD-20
  Rule: A user who wants no reports gets none

    Scenario: Not from the beginning
      Given the user wants no error reports
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports host unreachable
      Then the user gets no error report
      And the IUT is still in ESTABLISHED

    Scenario: Not any more
      Given the user wants error reports
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When a router reports host unreachable
      Then the user gets an error report on that connection
      When the user wants no more error reports
      And a router reports host unreachable
      Then the user gets no error report
