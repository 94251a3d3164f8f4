@section-3.10
Feature: Calls after CLOSE

  CLOSE is the user's last word in its direction: what it sends later is refused,
  a second CLOSE does not make a second FIN, and RECEIVE goes on as long as the
  peer may still have something to say.

  @RFC9293-3.10.2-CLOSING
  Rule: SEND after CLOSE is refused, and nothing leaves

    Scenario Outline: SEND in <state>
      Given a connection in <state>
      When the user calls SEND
      Then the call is refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | FIN-WAIT-2 |
        | CLOSING    |
        | LAST-ACK   |
        | TIME-WAIT  |

    Scenario: SEND is refused although text sent before still waits
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 250 octets of text
      And the user calls CLOSE
      And the user calls SEND
      Then the call is refused with "connection closing"
      And the IUT sends text up to the edge of the window
      And the IUT sends nothing and remains in FIN-WAIT-1

  @RFC9293-3.10.4-CLOSE-FIN
  Rule: A second CLOSE draws no second FIN

    # An error and an "ok" are both right here.
    Scenario Outline: CLOSE again in <state>
      Given a connection in <state>
      When the user calls CLOSE
      Then the call may be refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | FIN-WAIT-2 |

    Scenario Outline: CLOSE again in <state> is refused
      Given a connection in <state>
      When the user calls CLOSE
      Then the call is refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | CLOSING    |
        | LAST-ACK   |
        | TIME-WAIT  |

    Scenario: CLOSE of a connection that is no more
      Given a connection in LAST-ACK
      And the peer has acknowledged the IUT's FIN
      When the user calls CLOSE
      Then the call is refused with "connection does not exist"
      And the IUT sends nothing and remains in CLOSED

  @RFC9293-3.10.3-CLOSE-WAIT
  Rule: RECEIVE is answered from what was taken before the peer's FIN, then refused

    Scenario Outline: RECEIVE in <state> when nothing is left
      Given a connection in <state>
      When the user calls RECEIVE
      Then the call is refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | CLOSE-WAIT |
        | CLOSING    |
        | LAST-ACK   |
        | TIME-WAIT  |

    Scenario: RECEIVE in CLOSE-WAIT hands over what came before the FIN
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user calls RECEIVE
      Then the user receives 10 octets of text
      When the user calls RECEIVE
      Then the call is refused with "connection closing"

    @RFC9293-3.6-RECV-AFTER-CLOSE
    Scenario Outline: RECEIVE in <state> waits for what the peer will send
      Given the user does not read
      And a connection in <state>
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      When the user calls RECEIVE
      Then the user receives 10 octets of text

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | FIN-WAIT-2 |
