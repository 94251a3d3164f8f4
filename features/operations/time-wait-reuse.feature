@section-3.6.1 @with-timestamps
Feature: Operations: reuse of TIME-WAIT

  A client in a hurry may be allowed to take over its own connection in TIME-WAIT
  for a new one to the same socket. What 2 MSL keep apart is then kept apart by
  timestamps: an old segment carries an older one, and PAWS drops it. So both ends
  must have used them, and a little time must pass, one second unless the stack is
  told otherwise, so that the new ones are surely larger. By default Linux does
  this on loopback only. With 28,232 ports and a second's delay the bound is some
  28,000 connections a second to one socket; that many the ports would allow, no
  more is said by it.

  @note-e1
  Rule: Where it is on, an active OPEN takes over a connection in TIME-WAIT by timestamps

    Scenario: All ports are in TIME-WAIT, and a second later one serves again
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the IUT sends SYN with a timestamps option and enters SYN-SENT
      And it takes the place of a connection in TIME-WAIT
      And its ISS is larger than every number of the old connection
      And its timestamps are larger than those of the old connection
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

    @rfc-7323 @section-3.2 @RFC7323-3.2-TS-TSECR-ZERO
    Scenario: The SYN that takes over echoes nothing yet
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the IUT sends SYN with TSecr=0

    Scenario: Where it is off, none is taken over
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is off
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

    Scenario Outline: No connection is taken over in <state>
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the peer offers timestamps
      And 2 connections in <state>, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |
        | FIN-WAIT-2  |

  @note-e2
  Rule: It is the client's affair: what a server's TIME-WAIT answers to a SYN does not depend on it

    @keep-listener @MAY-2
    Scenario Outline: Reuse is <setting>: the server takes a SYN above the old numbers
      Given the setting "reuse of TIME-WAIT" is <setting>
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+1000
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

      Examples:
        | setting |
        | off     |
        | on      |

    @keep-listener
    Scenario Outline: Reuse is <setting>: the server refuses an old SYN
      Given the setting "reuse of TIME-WAIT" is <setting>
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=IRS
      Then the IUT may send ACK
      And the IUT is still in TIME-WAIT

      Examples:
        | setting |
        | off     |
        | on      |

  @note-e3
  Rule: Without timestamps nothing is taken over

    Scenario: The peer does not use them
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

    Scenario: The IUT does not use them
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the setting "timestamps" is off
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

  @note-e4
  Rule: It takes one second, or what the setting says

    Scenario: After half a second it is too early
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 0.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

    Scenario: A shorter delay
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the setting "delay of reuse" is 0.1 seconds
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 0.5 seconds have passed
      When the user calls active OPEN from any port
      Then the IUT sends SYN and enters SYN-SENT
      And it takes the place of a connection in TIME-WAIT

    Scenario: A longer delay
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is on
      And the setting "delay of reuse" is 10 seconds
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

  @note-e5
  Rule: There are at most as many connections in each delay as there are ports

    Scenario: All four ports serve again, once
      Given the setting "ephemeral ports" is 40000-40003
      And the setting "reuse of TIME-WAIT" is on
      And the peer offers timestamps
      And 4 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      And 4 connections in ESTABLISHED, each from a port that the IUT chose
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

  @note-e6
  Rule: Loopback only means that connections over the wire wait

    Scenario: Over the wire nothing is taken over
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is loopback-only
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"

    # No segment is seen on loopback: these are judged by what the user is told.
    Scenario Outline: Reuse is <setting>: over loopback the user is told "open completed"
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is <setting>
      And 2 connections over loopback in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN over loopback from any port
      Then the user is told "open completed"

      Examples:
        | setting       |
        | loopback-only |
        | on            |

    Scenario: Reuse is off: over loopback, too, the ports are used up
      Given the setting "ephemeral ports" is 40000-40001
      And the setting "reuse of TIME-WAIT" is off
      And 2 connections over loopback in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN over loopback from any port
      Then the call is refused with "insufficient resources"

    # Every stack's own default: off for most, loopback only for Linux since 4.19.
    Scenario: By default nothing is taken over on the wire
      Given the setting "ephemeral ports" is 40000-40001
      And the peer offers timestamps
      And 2 connections in TIME-WAIT, each from a port that the IUT chose
      And 1.5 seconds have passed
      When the user calls active OPEN from any port
      Then the call is refused with "insufficient resources"
