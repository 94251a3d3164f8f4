@section-3.10
Feature: SEND and RECEIVE

  The two calls hand over octets, not messages: the stream on the other side is
  the same, cut as chance will have it. Nothing of it is lost between the calls,
  and a stack that can queue no more says so.

  @section-3.10.2
  Rule: What several SENDs hand over is one stream

    Scenario: Small ones and large ones
      Given a connection in ESTABLISHED
      When the user sends 1 octet of text
      And the user sends 1000 octets of text
      And the user sends 3 octets of text
      And the user sends 2000 octets of text
      Then all of its text comes, as the peer acknowledges it

    Scenario Outline: <octets> octets through a window of <window> to a peer of MSS <mss>
      Given the peer offers MSS <mss>
      And the peer offers a window of <window>
      And a connection in <state>
      When the user sends <octets> octets of text
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | state       | mss  | window | octets |
        | ESTABLISHED | 1440 | 65535  | 150000 |
        | ESTABLISHED | 536  | 10000  | 50000  |
        | ESTABLISHED | 100  | 1000   | 10000  |
        | ESTABLISHED | 100  | 250    | 3000   |
        | CLOSE-WAIT  | 536  | 10000  | 50000  |

    Scenario: Text crosses text
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      When the peer sends ACK with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+11 and ACK=IRS+11 and 10 octets of text
      And the user receives 10 octets of text

    Scenario: Each segment begins where the one before it ended
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and 10 octets of text
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+11 and 10 octets of text
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+21 and 10 octets of text

  @section-3.10.2
  Rule: Where there is no room for more, SEND is refused with insufficient resources

    Scenario Outline: The peer takes nothing in <state>
      Given a connection in <state>
      And the peer has sent ACK with window 0
      When the user sends until SEND takes nothing more
      Then the call is refused with "insufficient resources"
      And the IUT is in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

  @section-3.10.3
  Rule: RECEIVE hands over what is on hand, no more than was asked for, and keeps the rest

    Scenario: A part, and then the rest
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the user reads 4 octets
      Then the user has received 4 octets of text
      When the user reads 1 octet
      Then the user has received 5 octets of text
      When the user reads 100 octets
      Then the user has received 10 octets of text

    Scenario: Across segments
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent 10 octets of text
      And the peer has sent 10 octets of text
      When the user reads 15 octets
      Then the user has received 15 octets of text
      When the user reads 100 octets
      Then the user has received 30 octets of text

    Scenario Outline: Nothing is on hand in <state>
      Given the user does not read
      And a connection in <state>
      When the user calls RECEIVE
      Then the user receives no text
      And the IUT sends nothing and remains in <state>
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      When the user reads 100 octets
      Then the user has received 10 octets of text

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |

    Scenario: What is on hand outlives the peer's FIN
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user reads 25 octets
      Then the user has received 25 octets of text
      When the user reads 100 octets
      Then the user has received 30 octets of text

    @interpretation-text-on-hand-outlives-both-fins
    Scenario: What is on hand outlives the user's CLOSE and the peer's
      Given the user does not read
      And a connection in FIN-WAIT-2
      And the peer has sent 10 octets of text
      When the peer sends FIN,ACK with 10 octets of text
      Then the IUT sends ACK and enters TIME-WAIT
      When the user reads 100 octets
      Then the user has received 20 octets of text

    # 3.10.3 to the letter: these three states hand nothing over.
    @other-reading-text-on-hand-outlives-both-fins
    Scenario Outline: Text on hand is lost to the user in <state>
      Given the user does not read
      And a connection in <before>
      When the peer sends <segment>
      Then the IUT sends ACK and enters <state>
      When the user calls RECEIVE
      Then the call is refused with "connection closing"

      Examples:
        | before     | segment                                            | state     |
        | FIN-WAIT-1 | FIN,ACK with ACK=SND.UNA and 10 octets of text     | CLOSING   |
        | FIN-WAIT-2 | FIN,ACK with 10 octets of text                     | TIME-WAIT |

    Scenario: Much text, read in small pieces
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends 10 full segments
      Then the IUT acknowledges all of it
      When the user reads 333 octets, 20 times
      And the user reads all its text
      Then the user has received all that the IUT acknowledged

  @RFC9293-3.4-SND-NXT
  Rule: Each new segment begins where the one before ends

    Scenario Outline: Nothing is acknowledged meanwhile in <state>
      Given the peer offers MSS 500
      And a connection in <state>
      When the user sends 1500 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and 500 octets of text
      And the IUT sends ACK with SEQ=ISS+501 and 500 octets of text
      And the IUT sends ACK with SEQ=ISS+1001 and 500 octets of text
      When the peer sends ACK with ACK=ISS+1501
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |
