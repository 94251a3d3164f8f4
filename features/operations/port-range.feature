@section-3.10.1
Feature: Operations: the range of local ports

  A client that does not care for its own port leaves it to the stack, which takes
  one from its range of ephemeral ports. What must be unique is not the port but
  the pair of sockets: the same port serves once for each destination address and
  port. So the range limits the connections from one address to one service, and
  TIME-WAIT counts as long as it lasts. With Linux's range, 32768 to 60999, and
  its 60 seconds that makes 28,232 connections a minute, some 470 a second, to one
  port of one server: if the client closes first, and TIME-WAIT is not reused.
  Here the range has four ports.

  @note-c
  Rule: There are as many connections to one socket as there are ports

    Scenario Outline: Four connections in <state>, and the next is refused
      Given the setting "ephemeral ports" is 40000-40003
      And 4 connections in <state>, each from a port that the IUT chose
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

      Examples:
        | state       |
        | SYN-SENT    |
        | ESTABLISHED |
        | TIME-WAIT   |

    Scenario: Fewer connections than ports leave room for one more
      Given the setting "ephemeral ports" is 40000-40003
      And 3 connections in TIME-WAIT, each from a port that the IUT chose
      When the user calls active OPEN from any port
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    Scenario: Who is closed by the peer gets the port back at once
      Given the setting "ephemeral ports" is 40000-40003
      And 4 connections in LAST-ACK, each from a port that the IUT chose
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED
      When the user calls active OPEN from any port
      Then the IUT sends SYN and enters SYN-SENT

    Scenario: Another port of the same address has its own four
      Given the setting "ephemeral ports" is 40000-40003
      And 4 connections in TIME-WAIT, each from a port that the IUT chose
      When the user calls active OPEN from any port to another port of the peer
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    Scenario: Another address has its own four
      Given the setting "ephemeral ports" is 40000-40003
      And 4 connections in TIME-WAIT, each from a port that the IUT chose
      When the user calls active OPEN from any port to another address of the peer
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    @slow
    Scenario: After TIME-WAIT it goes again
      Given the setting "ephemeral ports" is 40000-40003
      And 4 connections in TIME-WAIT, each from a port that the IUT chose
      And 2.2 MSL have passed
      When the user calls active OPEN from any port
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    @slow
    Scenario: Before the end of TIME-WAIT it does not
      Given the setting "ephemeral ports" is 40000-40003
      And 4 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.8 MSL have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

  @note-n
  Rule: A larger range allows more of them

    Scenario: With eight ports the fifth connection goes
      Given the setting "ephemeral ports" is 40000-40007
      And 4 connections in TIME-WAIT, each from a port that the IUT chose
      When the user calls active OPEN from any port
      Then the IUT sends SYN and enters SYN-SENT

    Scenario: With eight ports the ninth is refused
      Given the setting "ephemeral ports" is 40000-40007
      And 8 connections in TIME-WAIT, each from a port that the IUT chose
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

  @note-c2
  Rule: Each instance of the stack has a range of its own

    Scenario: The range of another instance does not count
      Given another instance of the IUT, where the setting "ephemeral ports" is 40000-40001
      And 3 connections in TIME-WAIT, each from a port that the IUT chose
      When the user calls active OPEN from any port
      Then the IUT sends SYN and enters SYN-SENT
