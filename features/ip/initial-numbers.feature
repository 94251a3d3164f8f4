@section-3.4.1
Feature: Initial sequence numbers

  A new connection must not be mistaken for an old one between the same sockets,
  so its numbers follow a clock. Nor may anyone guess them, so that to the clock
  is added what only the IUT can compute from the two ends.

  @MUST-8
  Rule: On one pair of sockets the initial sequence number follows a clock of 4 microseconds or faster

    Scenario: The peer opens again and again
      Given a connection in LISTEN
      When the peer opens the same connection 8 times, 0.1 RTO apart
      Then each ISS is above the one before by a tick for every 4 microseconds at least

    Scenario: The user opens again and again
      Given a connection in CLOSED
      When the user opens the same connection 8 times, 0.1 RTO apart, and the peer refuses
      Then each ISS is above the one before by a tick for every 4 microseconds at least

  @SHLD-1 @RFC6528-3-ISN-FORMULA
  Rule: The initial sequence number is a clock plus a pseudorandom function of the two ends

    Scenario: On one pair of sockets only the clock is seen
      Given a connection in LISTEN
      When the peer opens the same connection 8 times, 0.1 RTO apart
      Then their ISSs grow as one clock does

    Scenario: The same of active OPENs
      Given a connection in CLOSED
      When the user opens the same connection 8 times, 0.1 RTO apart, and the peer refuses
      Then their ISSs grow as one clock does

    # That unrelated numbers look related happens once in a thousand million runs of these.
    Scenario: Another port of the peer, another number
      Given a connection in LISTEN
      When the peer opens from 20 ports, one after the other
      Then their ISSs have nothing to do with each other

    Scenario: Another port of the IUT, another number
      Given a connection in CLOSED
      When the peer opens to 6 ports, one after the other
      Then their ISSs have nothing to do with each other
