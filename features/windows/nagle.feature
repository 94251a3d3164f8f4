@section-3.7.4
Feature: Nagle's algorithm

  A user who writes octet by octet would fill the network with headers. So while
  text is unacknowledged, small pieces are gathered until they fill a segment or
  the acknowledgment comes. Who cannot wait switches it off, per connection.

  @SHLD-7
  Rule: While text is unacknowledged small pieces are gathered

    Scenario Outline: The second piece of <octets> octets waits for the ACK of the first in <state>
      Given Nagle's algorithm is on
      And a connection in <state>
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the user sends <octets> octets of text
      Then the IUT sends nothing
      When the peer acknowledges the IUT's text
      Then the IUT sends ACK with <octets> octets of text

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 1000   |
        | CLOSE-WAIT  | 10     |

    Scenario: Five octets, one by one
      Given Nagle's algorithm is on
      And a connection in ESTABLISHED
      When the user sends 1 octet of text
      Then the IUT sends ACK with 1 octet of text
      When the user sends 1 octet of text
      And the user sends 1 octet of text
      And the user sends 1 octet of text
      And the user sends 1 octet of text
      Then the IUT sends nothing
      When the peer acknowledges the IUT's text
      Then the IUT sends ACK with 4 octets of text
      And the IUT sends nothing more

    Scenario: What fills a segment leaves at once, the rest waits
      Given Nagle's algorithm is on
      And the peer offers MSS 500
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the user sends 300 octets of text
      And the user sends 300 octets of text
      Then the IUT sends ACK with 500 octets of text
      And the IUT sends nothing more
      When the peer acknowledges the IUT's text
      Then the IUT sends ACK with 100 octets of text

    # By the variation of appendix A.3 the tail leaves, too, for nothing small is unacknowledged.
    Scenario: A large SEND leaves, perhaps but for its tail
      Given Nagle's algorithm is on
      And the peer offers MSS 500
      And a connection in ESTABLISHED
      When the user sends 1100 octets of text
      Then the IUT sends 1000 octets of its text
      When the peer sends ACK with ACK=ISS+1001
      Then the IUT sends the rest of its text
      And the last of its text carries PSH

    Scenario: Nothing is unacknowledged, so nothing waits
      Given Nagle's algorithm is on
      And a connection in ESTABLISHED
      When the user sends 1 octet of text
      Then the IUT sends ACK with 1 octet of text
      When the peer acknowledges the IUT's text
      And the user sends 1 octet of text
      Then the IUT sends ACK with 1 octet of text
      When the peer acknowledges the IUT's text
      And the user sends 1 octet of text
      Then the IUT sends ACK with 1 octet of text

    # Whether CLOSE releases what waits is left open; that nothing is lost is not.
    Scenario: CLOSE behind a small piece that waits
      Given Nagle's algorithm is on
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the user sends 10 octets of text
      And the user calls CLOSE
      And the peer sends ACK with ACK=ISS+11
      Then the IUT sends the rest of its text and FIN
      And the IUT is in FIN-WAIT-1

    @RFC9293-3.10.4-CLOSE-FIN
    Scenario: It holds text, not a FIN that has none to wait for
      Given Nagle's algorithm is on
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1

    Scenario: It holds text, not acknowledgments
      Given Nagle's algorithm is on
      And a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends ACK with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11

  @MUST-17
  Rule: The user can switch it off for a connection

    Scenario Outline: Pieces of <octets> octets leave one by one in <state>
      Given the user has switched Nagle's algorithm off
      And a connection in <state>
      When the user sends <octets> octets of text
      Then the IUT sends ACK with <octets> octets of text
      When the user sends <octets> octets of text
      Then the IUT sends ACK with <octets> octets of text
      When the user sends <octets> octets of text
      Then the IUT sends ACK with <octets> octets of text

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 400    |
        | CLOSE-WAIT  | 1      |

    Scenario: After an active OPEN
      Given the user has switched Nagle's algorithm off
      And an active OPEN, and a connection in ESTABLISHED
      When the user sends 1 octet of text
      Then the IUT sends ACK with 1 octet of text
      When the user sends 1 octet of text
      Then the IUT sends ACK with 1 octet of text

    Scenario: The tail of a large SEND leaves with the rest
      Given the user has switched Nagle's algorithm off
      And the peer offers MSS 500
      And a connection in ESTABLISHED
      When the user sends 1100 octets of text
      Then the IUT sends the rest of its text
