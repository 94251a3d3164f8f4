@section-3.10
Feature: The cells of the calls

  What each call of the user does in each state: what leaves the IUT, what the user
  is answered, and where it leads. A row is a cell of the transition table.

  Scenario Outline: <call> in <state>
    Given a connection in <state>
    When the user calls <call>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: Calls that change the state
      | id                      | call         | state        | answer                  | next       |
      | T-CLOSED-OPEN-active-1  | active OPEN  | CLOSED       | SYN                     | SYN-SENT   |
      | T-CLOSED-OPEN-passive-5 | passive OPEN | CLOSED       | nothing                 | LISTEN     |
      | T-LISTEN-OPEN-active-1  | active OPEN  | LISTEN       | SYN                     | SYN-SENT   |
      | T-LISTEN-SEND-1         | SEND         | LISTEN       | SYN                     | SYN-SENT   |
      | T-LISTEN-CLOSE-1        | CLOSE        | LISTEN       | nothing                 | CLOSED     |
      | T-SYN-SENT-CLOSE-1      | CLOSE        | SYN-SENT     | nothing                 | CLOSED     |
      | T-SYN-SENT-ABORT-1      | ABORT        | SYN-SENT     | nothing                 | CLOSED     |
      | T-SYN-RECEIVED-CLOSE-1  | CLOSE        | SYN-RECEIVED | FIN,ACK                 | FIN-WAIT-1 |
      | T-SYN-RECEIVED-ABORT-1  | ABORT        | SYN-RECEIVED | RST with or without ACK | CLOSED     |
      | T-ESTABLISHED-CLOSE-1   | CLOSE        | ESTABLISHED  | FIN,ACK                 | FIN-WAIT-1 |
      | T-ESTABLISHED-ABORT-1   | ABORT        | ESTABLISHED  | RST with or without ACK | CLOSED     |
      | T-FIN-WAIT-1-ABORT-1    | ABORT        | FIN-WAIT-1   | RST with or without ACK | CLOSED     |
      | T-FIN-WAIT-2-ABORT-1    | ABORT        | FIN-WAIT-2   | RST with or without ACK | CLOSED     |
      | T-CLOSE-WAIT-CLOSE-1    | CLOSE        | CLOSE-WAIT   | FIN,ACK                 | LAST-ACK   |
      | T-CLOSE-WAIT-ABORT-1    | ABORT        | CLOSE-WAIT   | RST with or without ACK | CLOSED     |
      | T-CLOSING-ABORT-1       | ABORT        | CLOSING      | nothing                 | CLOSED     |
      | T-LAST-ACK-ABORT-1      | ABORT        | LAST-ACK     | nothing                 | CLOSED     |
      | T-TIME-WAIT-ABORT-1     | ABORT        | TIME-WAIT    | nothing                 | CLOSED     |

  Scenario Outline: STATUS in <state>
    Given a connection in <state>
    When the user calls STATUS
    Then the IUT sends nothing
    And the IUT is in <next>

    Examples: STATUS tells and changes nothing
      | id                      | state        | next         |
      | T-LISTEN-STATUS-1       | LISTEN       | LISTEN       |
      | T-SYN-SENT-STATUS-1     | SYN-SENT     | SYN-SENT     |
      | T-SYN-RECEIVED-STATUS-1 | SYN-RECEIVED | SYN-RECEIVED |
      | T-ESTABLISHED-STATUS-1  | ESTABLISHED  | ESTABLISHED  |
      | T-FIN-WAIT-1-STATUS-1   | FIN-WAIT-1   | FIN-WAIT-1   |
      | T-FIN-WAIT-2-STATUS-1   | FIN-WAIT-2   | FIN-WAIT-2   |
      | T-CLOSE-WAIT-STATUS-1   | CLOSE-WAIT   | CLOSE-WAIT   |
      | T-CLOSING-STATUS-1      | CLOSING      | CLOSING      |
      | T-LAST-ACK-STATUS-1     | LAST-ACK     | LAST-ACK     |
      | T-TIME-WAIT-STATUS-1    | TIME-WAIT    | TIME-WAIT    |

  Scenario Outline: <call> in <state>
    Given a connection in <state>
    When the user calls <call>
    Then the call is refused with "<words>"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: Calls that are refused
      | id                           | call        | state        | words                     | next         |
      | T-SYN-SENT-OPEN-active-1     | active OPEN | SYN-SENT     | connection already exists | SYN-SENT     |
      | T-SYN-RECEIVED-OPEN-active-1 | active OPEN | SYN-RECEIVED | connection already exists | SYN-RECEIVED |
      | T-ESTABLISHED-OPEN-active-1  | active OPEN | ESTABLISHED  | connection already exists | ESTABLISHED  |
      | T-FIN-WAIT-1-OPEN-active-1   | active OPEN | FIN-WAIT-1   | connection already exists | FIN-WAIT-1   |
      | T-FIN-WAIT-2-OPEN-active-1   | active OPEN | FIN-WAIT-2   | connection already exists | FIN-WAIT-2   |
      | T-CLOSE-WAIT-OPEN-active-1   | active OPEN | CLOSE-WAIT   | connection already exists | CLOSE-WAIT   |
      | T-CLOSING-OPEN-active-1      | active OPEN | CLOSING      | connection already exists | CLOSING      |
      | T-LAST-ACK-OPEN-active-1     | active OPEN | LAST-ACK     | connection already exists | LAST-ACK     |
      | T-TIME-WAIT-OPEN-active-1    | active OPEN | TIME-WAIT    | connection already exists | TIME-WAIT    |
      | T-FIN-WAIT-1-SEND-1          | SEND        | FIN-WAIT-1   | connection closing        | FIN-WAIT-1   |
      | T-FIN-WAIT-2-SEND-1          | SEND        | FIN-WAIT-2   | connection closing        | FIN-WAIT-2   |
      | T-CLOSING-SEND-1             | SEND        | CLOSING      | connection closing        | CLOSING      |
      | T-LAST-ACK-SEND-1            | SEND        | LAST-ACK     | connection closing        | LAST-ACK     |
      | T-TIME-WAIT-SEND-1           | SEND        | TIME-WAIT    | connection closing        | TIME-WAIT    |
      | T-CLOSING-CLOSE-1            | CLOSE       | CLOSING      | connection closing        | CLOSING      |
      | T-LAST-ACK-CLOSE-1           | CLOSE       | LAST-ACK     | connection closing        | LAST-ACK     |
      | T-TIME-WAIT-CLOSE-1          | CLOSE       | TIME-WAIT    | connection closing        | TIME-WAIT    |

  Scenario Outline: RECEIVE in <state>
    Given the user does not read
    And a connection in <state>
    When the user calls RECEIVE
    Then the call is refused with "connection closing"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: RECEIVE when nothing will come any more
      | id                     | state      | next       |
      | T-CLOSE-WAIT-RECEIVE-2 | CLOSE-WAIT | CLOSE-WAIT |
      | T-CLOSING-RECEIVE-1    | CLOSING    | CLOSING    |
      | T-LAST-ACK-RECEIVE-1   | LAST-ACK   | LAST-ACK   |
      | T-TIME-WAIT-RECEIVE-1  | TIME-WAIT  | TIME-WAIT  |

  Scenario Outline: CLOSE in <state>
    Given a connection in <state>
    When the user calls CLOSE
    Then the call may be refused with "connection closing"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: A second CLOSE may be granted
      | id                   | state      | next       |
      | T-FIN-WAIT-1-CLOSE-1 | FIN-WAIT-1 | FIN-WAIT-1 |
      | T-FIN-WAIT-2-CLOSE-1 | FIN-WAIT-2 | FIN-WAIT-2 |

  Scenario Outline: <call> in CLOSED
    Given the user does not read
    And a connection in ESTABLISHED
    And the user has called ABORT
    And the IUT has answered with RST with or without ACK
    When the user calls <call>
    Then the call is refused with "connection does not exist"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: Calls on a connection that is no more
      | id                 | call    | next   |
      | T-CLOSED-SEND-2    | SEND    | CLOSED |
      | T-CLOSED-RECEIVE-2 | RECEIVE | CLOSED |
      | T-CLOSED-CLOSE-2   | CLOSE   | CLOSED |
      | T-CLOSED-ABORT-2   | ABORT   | CLOSED |

  Scenario Outline: SEND in <state>
    Given a connection in <state>
    When the user sends 10 octets of text
    Then the IUT sends ACK with 10 octets of text
    And the IUT is in <next>

    Examples: SEND where the windows permit it
      | id                   | state       | next        |
      | T-ESTABLISHED-SEND-1 | ESTABLISHED | ESTABLISHED |
      | T-CLOSE-WAIT-SEND-1  | CLOSE-WAIT  | CLOSE-WAIT  |

  Scenario Outline: SEND in <state> towards a closed window
    Given the peer offers a window of 0
    And a connection in <state>
    When the user sends 10 octets of text
    Then the IUT sends nothing
    And the IUT is in <next>

    Examples: SEND where the window forbids it
      | id                   | state       | next        |
      | T-ESTABLISHED-SEND-3 | ESTABLISHED | ESTABLISHED |
      | T-CLOSE-WAIT-SEND-3  | CLOSE-WAIT  | CLOSE-WAIT  |

  Scenario Outline: SEND in <state>
    Given a connection in <state>
    When the user calls SEND
    Then the call may be refused with "insufficient resources"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: SEND before the connection is open
      | id                    | state        | next         |
      | T-SYN-SENT-SEND-1     | SYN-SENT     | SYN-SENT     |
      | T-SYN-RECEIVED-SEND-1 | SYN-RECEIVED | SYN-RECEIVED |

  Scenario Outline: SEND in <state> until there is no room
    Given the peer offers a window of 0
    And a connection in <state>
    When the user sends until there is no more room
    Then the call is refused with "insufficient resources"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: SEND where there is no room
      | id                   | state       | next        |
      | T-SYN-SENT-SEND-2    | SYN-SENT    | SYN-SENT    |
      | T-ESTABLISHED-SEND-2 | ESTABLISHED | ESTABLISHED |
      | T-CLOSE-WAIT-SEND-2  | CLOSE-WAIT  | CLOSE-WAIT  |

  Scenario Outline: RECEIVE in <state>
    Given the user does not read
    And a connection in <state>
    And the peer has sent ACK with ACK=SND.UNA and 10 octets of text
    And the IUT has answered with ACK
    When the user reads 10 octets
    Then the user receives 10 octets of text
    And the IUT is in <next>

    Examples: RECEIVE with enough text on hand
      | id                      | state       | next        |
      | T-ESTABLISHED-RECEIVE-1 | ESTABLISHED | ESTABLISHED |
      | T-FIN-WAIT-1-RECEIVE-1  | FIN-WAIT-1  | FIN-WAIT-1  |
      | T-FIN-WAIT-2-RECEIVE-1  | FIN-WAIT-2  | FIN-WAIT-2  |

  Scenario Outline: RECEIVE in CLOSE-WAIT
    Given the user does not read
    And a connection in ESTABLISHED
    And the peer has sent FIN,ACK with 10 octets of text
    And the IUT has answered with ACK
    When the user reads 10 octets
    Then the user receives 10 octets of text
    And the IUT is in <next>

    Examples: RECEIVE of what came before the FIN
      | id                     | next       |
      | T-CLOSE-WAIT-RECEIVE-1 | CLOSE-WAIT |

  Scenario Outline: RECEIVE in <state> of nothing
    Given the user does not read
    And a connection in <state>
    When the user reads 10 octets
    Then the user receives no text
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: RECEIVE with nothing on hand
      | id                      | state       | next        |
      | T-ESTABLISHED-RECEIVE-2 | ESTABLISHED | ESTABLISHED |
      | T-FIN-WAIT-1-RECEIVE-2  | FIN-WAIT-1  | FIN-WAIT-1  |
      | T-FIN-WAIT-2-RECEIVE-2  | FIN-WAIT-2  | FIN-WAIT-2  |
      | T-SYN-SENT-RECEIVE-1    | SYN-SENT    | SYN-SENT    |

  Scenario Outline: <call> in <state>
    Given a connection in <state>
    When the user calls <call>
    Then the call may be refused
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: A second listener may be granted
      | id                      | call         | state  | next   |
      | T-LISTEN-OPEN-passive-1 | passive OPEN | LISTEN | LISTEN |

  Scenario Outline: CLOSE in CLOSE-WAIT behind text that waits
    Given the peer offers a window of 0
    And a connection in CLOSE-WAIT
    When the user sends 10 octets of text
    And the user calls CLOSE
    Then the IUT sends nothing
    And the IUT is in <next>

    Examples: CLOSE waits for text
      | id                   | next       |
      | T-CLOSE-WAIT-CLOSE-2 | CLOSE-WAIT |

  @MUST-46
  Scenario Outline: active OPEN to a multicast address in <state>
    Given a connection in <state>
    When the user calls active OPEN to a multicast address
    Then the call is refused
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: OPEN to an address that is no host's
      | id                     | state  | next   |
      | T-CLOSED-OPEN-active-7 | CLOSED | CLOSED |
      | T-LISTEN-OPEN-active-4 | LISTEN | LISTEN |

  Scenario Outline: SEND in SYN-RECEIVED until there is no room
    Given an active OPEN, and a connection in SYN-RECEIVED
    When the user sends until there is no more room
    Then the call is refused with "insufficient resources"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples:
      | id                    | next         |
      | T-SYN-RECEIVED-SEND-2 | SYN-RECEIVED |

  Scenario Outline: RECEIVE in SYN-RECEIVED of nothing
    Given the user does not read
    And an active OPEN, and a connection in SYN-RECEIVED
    When the user reads 10 octets
    Then the user receives no text
    And the IUT sends nothing
    And the IUT is in <next>

    Examples:
      | id                       | next         |
      | T-SYN-RECEIVED-RECEIVE-1 | SYN-RECEIVED |

  Scenario Outline: CLOSE in SYN-RECEIVED behind text that waits
    Given an active OPEN, and a connection in SYN-RECEIVED
    When the user calls SEND
    Then the call may be refused with "insufficient resources"
    And the user calls CLOSE
    Then the IUT sends nothing
    And the IUT is in <next>

    Examples: CLOSE behind text that waits
      | id                     | next         |
      | T-SYN-RECEIVED-CLOSE-2 | SYN-RECEIVED |

  # A STATUS that answers CLOSED says as much.
  Scenario Outline: <call> in CLOSED
    Given a connection in ESTABLISHED
    And the user has called ABORT
    And the IUT has answered with RST with or without ACK
    When the user calls <call>
    Then the call may be refused with "connection does not exist"
    And the IUT sends nothing
    And the IUT is in <next>

    Examples: STATUS of a connection that is no more
      | id                | call   | next   |
      | T-CLOSED-STATUS-2 | STATUS | CLOSED |
