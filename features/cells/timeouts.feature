@section-3.10.8
Feature: The cells of time

  Three clocks run: one until something is acknowledged, one for as long as the user
  has patience, one until every ghost of a closed connection is gone.

  Scenario Outline: The retransmission timeout in <state>
    Given a connection in <state>
    Then the IUT retransmits its <what>
    And the IUT is in <next>

    Examples: Below R2 the SYN is sent again
      | id                           | state        | what    | next         |
      | T-SYN-SENT-RTX-TIMEOUT-1     | SYN-SENT     | SYN     | SYN-SENT     |
      | T-SYN-RECEIVED-RTX-TIMEOUT-1 | SYN-RECEIVED | SYN,ACK | SYN-RECEIVED |

  Scenario Outline: The retransmission timeout in <state>
    Given a connection in <state> with 20 octets of text in flight
    Then the IUT retransmits its text
    And the IUT is in <next>

    Examples: Below R2 the oldest text is sent again
      | id                          | state       | next        |
      | T-ESTABLISHED-RTX-TIMEOUT-1 | ESTABLISHED | ESTABLISHED |
      | T-FIN-WAIT-1-RTX-TIMEOUT-1  | FIN-WAIT-1  | FIN-WAIT-1  |
      | T-CLOSE-WAIT-RTX-TIMEOUT-1  | CLOSE-WAIT  | CLOSE-WAIT  |
      | T-CLOSING-RTX-TIMEOUT-1     | CLOSING     | CLOSING     |
      | T-LAST-ACK-RTX-TIMEOUT-1    | LAST-ACK    | LAST-ACK    |

  @slow
  Scenario Outline: R2 in <state>
    Given a connection in <state>
    When SYN R2 passes
    Then the user is told "connection aborted due to user timeout"
    And the IUT is in <next>

    Examples: At R2 the SYN is given up
      | id                       | state    | next   |
      | T-SYN-SENT-RTX-TIMEOUT-2 | SYN-SENT | CLOSED |

  @slow
  Scenario Outline: R2 in <state>
    Given an active OPEN, and a connection in <state>
    When SYN R2 passes
    Then the user is told "connection aborted due to user timeout"
    And the IUT is in <next>

    Examples: At R2 the SYN,ACK is given up
      | id                           | state        | next   |
      | T-SYN-RECEIVED-RTX-TIMEOUT-2 | SYN-RECEIVED | CLOSED |

  @slow
  Scenario Outline: R2 in <state>
    Given a connection in <state> with 20 octets of text in flight
    When R2 passes
    Then the user is told "connection aborted due to user timeout"
    And the IUT is in <next>

    Examples: At R2 the connection is given up
      | id                          | state       | next   |
      | T-ESTABLISHED-RTX-TIMEOUT-2 | ESTABLISHED | CLOSED |
      | T-CLOSE-WAIT-RTX-TIMEOUT-2  | CLOSE-WAIT  | CLOSED |

  @slow
  Scenario Outline: R2 in <state>
    Given a connection in <state> with 20 octets of text in flight
    When R2 passes
    Then the IUT is in <next>

    Examples: After CLOSE
      | id                         | state      | next   |
      | T-FIN-WAIT-1-RTX-TIMEOUT-2 | FIN-WAIT-1 | CLOSED |
      | T-CLOSING-RTX-TIMEOUT-2    | CLOSING    | CLOSED |
      | T-LAST-ACK-RTX-TIMEOUT-2   | LAST-ACK   | CLOSED |

  @slow
  Scenario Outline: The user timeout in <state>
    Given a connection in <state> with 20 octets of text in flight
    When the user sets the user timeout to 3 RTO
    And 10 RTO pass
    Then the IUT is in <next>

    Examples: The user timeout ends it
      | id                           | state       | next   |
      | T-ESTABLISHED-USER-TIMEOUT-1 | ESTABLISHED | CLOSED |
      | T-FIN-WAIT-1-USER-TIMEOUT-1  | FIN-WAIT-1  | CLOSED |
      | T-CLOSE-WAIT-USER-TIMEOUT-1  | CLOSE-WAIT  | CLOSED |
      | T-CLOSING-USER-TIMEOUT-1     | CLOSING     | CLOSED |
      | T-LAST-ACK-USER-TIMEOUT-1    | LAST-ACK    | CLOSED |

  @slow
  Scenario Outline: The user timeout in <state>
    Given a connection in <state>
    When the user sets the user timeout to 3 RTO
    And 10 RTO pass
    Then the IUT is in <next>

    Examples: The user timeout ends an open
      | id                        | state    | next   |
      | T-SYN-SENT-USER-TIMEOUT-1 | SYN-SENT | CLOSED |

  @slow
  Scenario Outline: The user timeout in <state>
    Given an active OPEN, and a connection in <state>
    When the user sets the user timeout to 3 RTO
    And 10 RTO pass
    Then the IUT is in <next>

    Examples:
      | id                            | state        | next   |
      | T-SYN-RECEIVED-USER-TIMEOUT-1 | SYN-RECEIVED | CLOSED |

  @MUST-13 @slow
  Scenario Outline: 2 MSL in <state>
    Given a connection in <state>
    When 2 MSL pass
    Then the IUT is in <next>

    Examples: The end of TIME-WAIT
      | id                             | state     | next   |
      | T-TIME-WAIT-TIMEWAIT-TIMEOUT-1 | TIME-WAIT | CLOSED |
