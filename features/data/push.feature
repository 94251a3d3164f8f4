@section-3.9.1.2
Feature: Push

  PSH says that what was sent so far should reach the other user without waiting
  for more. Most interfaces have no push of their own: then every SEND is meant to
  arrive, and the stack sets the flag where its queue ends.

  @MUST-60
  Rule: What the user has sent leaves without further calls

    Scenario Outline: <octets> octets in <state>
      Given a connection in <state>
      When the user sends <octets> octets of text
      Then the IUT sends the rest of its text

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 100    |
        | ESTABLISHED | 1441   |
        | CLOSE-WAIT  | 1      |

    Scenario: With Nagle's algorithm, too
      Given Nagle's algorithm is on
      And a connection in ESTABLISHED
      When the user sends 1 octet of text
      Then the IUT sends the rest of its text
      When the user sends 1 octet of text
      And the peer acknowledges the IUT's text
      Then the IUT sends the rest of its text

    Scenario: When the window opens
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the peer sends ACK with window 1000
      Then the IUT sends the rest of its text

  @MUST-61
  Rule: The last segment of what is queued carries PSH

    Scenario Outline: <octets> octets in <state>
      Given the peer offers MSS 500
      And a connection in <state>
      When the user sends <octets> octets of text
      Then the IUT sends the rest of its text
      And the last of its text carries PSH

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 500    |
        | ESTABLISHED | 501    |
        | ESTABLISHED | 1000   |
        | ESTABLISHED | 1200   |
        | CLOSE-WAIT  | 10     |

    Scenario: SEND after SEND
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends the rest of its text
      And the last of its text carries PSH
      When the user sends 10 octets of text
      Then the IUT sends the rest of its text
      And the last of its text carries PSH

    Scenario: What waited for the window
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user sends 10 octets of text
      And the peer sends ACK with window 1000
      Then the IUT sends the rest of its text
      And the last of its text carries PSH

    Scenario: A stream that the window cuts in pieces
      Given the peer offers a window of 1000
      And a connection in ESTABLISHED
      When the user sends 4500 octets of text
      Then all of its text comes, as the peer acknowledges it
      And the last of its text carries PSH

    Scenario: The last text before a FIN
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user calls CLOSE
      And the peer sends ACK with window 1000
      Then the IUT sends the rest of its text and FIN
      And the last of its text carries PSH

    Scenario: A retransmission of it
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends the rest of its text
      And the IUT retransmits its text
      And the last of its text carries PSH

  @SHLD-27
  Rule: Pushes that wait together leave together

    Scenario: Three SENDs behind a window of zero
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 10 octets of text
      And the user sends 10 octets of text
      And the user sends 10 octets of text
      And the peer sends ACK with window 1000
      Then the IUT sends ACK with 30 octets of text
      And the last of its text carries PSH

    Scenario: More than one segment takes
      Given the peer offers MSS 100
      And a connection in ESTABLISHED
      And the peer has sent ACK with window 0
      When the user sends 70 octets of text
      And the user sends 70 octets of text
      And the peer sends ACK with window 1000
      Then the IUT sends ACK with 100 octets of text
      And the IUT sends ACK with 40 octets of text

  @SHLD-28
  Rule: Segments are as full as they can be

    Scenario Outline: <octets> octets for a peer of MSS <mss>
      Given the peer offers MSS <mss>
      And a connection in <state>
      When the user sends <octets> octets of text
      Then the IUT sends ACK with <mss> octets of text
      And the IUT sends ACK with <rest> octets of text
      And the IUT sends nothing more

      Examples:
        | state       | mss  | octets | rest |
        | ESTABLISHED | 100  | 150    | 50   |
        | ESTABLISHED | 500  | 1000   | 500  |
        | ESTABLISHED | 536  | 537    | 1    |
        | ESTABLISHED | 1000 | 1999   | 999  |
        | CLOSE-WAIT  | 500  | 800    | 300  |

    Scenario: As the peer acknowledges, full segments follow
      Given the peer offers MSS 500
      And the peer offers a window of 500
      And a connection in ESTABLISHED
      When the user sends 1200 octets of text
      Then the IUT sends ACK with 500 octets of text
      When the peer acknowledges the IUT's text
      Then the IUT sends ACK with 500 octets of text
      When the peer acknowledges the IUT's text
      Then the IUT sends ACK with 200 octets of text

  @section-3.9.1.3
  Rule: Text reaches the user whether it was pushed or not

    Scenario Outline: Text with <flags> in <state>
      Given a connection in <state>
      When the peer sends <flags> with 10 octets of text
      Then the IUT sends ACK
      And the user receives 10 octets of text

      Examples:
        | state       | flags   |
        | ESTABLISHED | ACK     |
        | ESTABLISHED | ACK,PSH |
        | FIN-WAIT-2  | ACK     |

    Scenario: Pushed and not pushed in turn
      Given a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text
      And the peer sends ACK,PSH with 10 octets of text
      And the peer sends ACK with 10 octets of text
      Then the IUT acknowledges all of it
      And the user receives 30 octets of text

    Scenario: PSH without text is nothing
      Given a connection in ESTABLISHED
      When the peer sends ACK,PSH
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user receives no text
