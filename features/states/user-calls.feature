@section-3.10
Feature: What the user may call when

  Not every call makes sense in every state. One that comes too early waits, one
  that comes too late or twice is refused in so many words; neither ever puts a
  segment on the wire that does not belong there.

  @section-3.10.1
  Rule: OPEN: one pair of sockets is one connection

    Scenario Outline: active OPEN in <state>
      Given a connection in <state>
      When the user calls active OPEN
      Then the call is refused with "connection already exists"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state        |
        | SYN-SENT     |
        | SYN-RECEIVED |
        | ESTABLISHED  |
        | FIN-WAIT-1   |
        | FIN-WAIT-2   |
        | CLOSE-WAIT   |
        | CLOSING      |
        | LAST-ACK     |
        | TIME-WAIT    |

  @section-3.10.2
  Rule: SEND: text waits until the connection is open

    # Where the interface has no room for it yet, SEND takes nothing and says so.
    Scenario: SEND in SYN-SENT
      Given a connection in SYN-SENT
      When the user calls SEND
      Then the call may be refused with "insufficient resources"
      And the IUT sends nothing and remains in SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends the text that SEND took
      And the IUT is in ESTABLISHED

    Scenario: SEND in SYN-RECEIVED
      Given a connection in SYN-RECEIVED
      When the user calls SEND
      Then the call may be refused with "insufficient resources"
      And the IUT sends nothing and remains in SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends the text that SEND took
      And the IUT is in ESTABLISHED

  @section-3.10.2
  Rule: SEND: while the user may send, text leaves with an ACK of RCV.NXT

    Scenario Outline: SEND in <state>
      Given a connection in <state>
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and ACK=RCV.NXT and 10 octets of text
      And the IUT is in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

  @section-3.10.2
  Rule: SEND: after CLOSE nothing more is taken

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

  @section-3.10.3
  Rule: RECEIVE: after the peer's FIN only what is on hand is received

    Scenario Outline: RECEIVE in <state>
      Given the user does not read
      And a connection in <state>
      When the user calls RECEIVE
      Then the call is refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | CLOSE-WAIT |
        | CLOSING    |
        | LAST-ACK   |
        | TIME-WAIT  |

    Scenario: RECEIVE in CLOSE-WAIT with text on hand
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent FIN,ACK with 10 octets of text
      When the user reads 10 octets
      Then the user receives 10 octets of text
      When the user calls RECEIVE
      Then the call is refused with "connection closing"

  @RFC9293-3.10.4-CLOSE-FIN
  Rule: CLOSE: a second one sends no second FIN

    Scenario Outline: CLOSE in <state>
      Given a connection in <state>
      When the user calls CLOSE
      Then the call may be refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state      |
        | FIN-WAIT-1 |
        | FIN-WAIT-2 |

    Scenario Outline: CLOSE in <state>
      Given a connection in <state>
      When the user calls CLOSE
      Then the call is refused with "connection closing"
      And the IUT sends nothing and remains in <state>

      Examples:
        | state     |
        | CLOSING   |
        | LAST-ACK  |
        | TIME-WAIT |

  @RFC9293-3.6-CLOSE-DELIVERS
  Rule: CLOSE: it waits for what was sent before it

    Scenario: CLOSE in SYN-RECEIVED after a SEND
      Given a connection in SYN-RECEIVED
      When the user calls SEND
      Then the call may be refused with "insufficient resources"
      When the peer sends ACK
      And the user calls CLOSE
      Then the IUT sends the text that SEND took, and its FIN
      And the IUT is in FIN-WAIT-1

  @RFC9293-3.10.4-CLOSE-SYNRCVD
  Rule: CLOSE: a half-open connection does not go without a word

    Scenario: CLOSE in SYN-RECEIVED, and the ACK of both SYN and FIN
      Given a connection in SYN-RECEIVED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK with SEQ=ISS+1 and enters FIN-WAIT-1
      When the peer sends ACK
      Then the IUT sends nothing and enters FIN-WAIT-2

    @interpretation-closed-listener-takes-half-open
    Scenario: A half-open connection goes with its listener
      Given a passive OPEN, and a connection in SYN-RECEIVED
      When the user calls CLOSE
      Then the IUT may send RST with or without ACK and SEQ=SND.NXT
      When the peer sends ACK
      Then the IUT sends RST with SEQ=SEG.ACK
      And the IUT is in CLOSED
      And the user is told nothing

  @section-3.10.4
  Rule: CLOSE: an open that was given up sends nothing, and nothing comes of it any more

    Scenario: CLOSE in SYN-SENT
      Given a connection in SYN-SENT
      When the user calls CLOSE
      Then the IUT sends nothing and enters CLOSED
      When the peer sends SYN,ACK
      Then the IUT sends RST with SEQ=SEG.ACK

  @section-3.10.5
  Rule: Calls on a connection that is no more are refused

    Scenario Outline: <call> after a RST
      Given a connection in ESTABLISHED
      When the peer sends RST
      Then the user is told "connection reset"
      When the user calls <call>
      Then the call is refused with "connection does not exist"
      And the IUT sends nothing and remains in CLOSED

      Examples:
        | call    |
        | SEND    |
        | CLOSE   |
        | ABORT   |
