@section-3.5
Feature: Three-way handshake

  Each end says where it starts to count, and learns that the other has heard
  it. Only an end whose own SYN was acknowledged may call the connection open:
  that is what takes three segments, and what two could not do.

  @RFC9293-3.10.7.2-LISTEN-SYN
  Rule: LISTEN answers a SYN with a SYN of its own that acknowledges it

    @figure-6
    Scenario: A passive open
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      When the peer sends ACK
      Then the IUT sends nothing and enters ESTABLISHED
      And the user is told "open completed"

    Scenario: Before the handshake is complete the user knows nothing of it
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK
      And the user is told nothing

  @RFC9293-3.10.7.3-SYNACK-OPENS
  Rule: SYN-SENT acknowledges the SYN that acknowledges its own, and is open

    @figure-6
    Scenario: An active open
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK with SEQ=ISS+1 and ACK=IRS+1 and enters ESTABLISHED
      And the user is told "open completed"

    Scenario: The peer that never got the last ACK asks for it again
      Given an active OPEN, and a connection in ESTABLISHED
      When the peer retransmits its SYN,ACK
      Then the IUT sends ACK and remains in ESTABLISHED

    Scenario: The window of the SYN,ACK is the one that counts
      Given the peer offers MSS 536
      And a connection in SYN-SENT
      When the peer sends SYN,ACK with window 100
      Then the IUT sends ACK and enters ESTABLISHED
      When the user sends 1000 octets of text
      Then the IUT sends ACK with 100 octets of text
      And the IUT sends nothing more

  @RFC9293-3.10.7.4-SYNRCVD-OPENS
  Rule: SYN-RECEIVED is open once its SYN is acknowledged, and knows the window from then on

    Scenario Outline: After <opening> the window <window> of the ACK counts, not that of the SYN
      Given the peer offers MSS 536
      And <opening>, and a connection in SYN-RECEIVED
      When the peer sends ACK with window <window>
      Then the IUT sends nothing and enters ESTABLISHED
      When the user sends 2000 octets of text
      Then the IUT sends ACK with 536 octets of text
      And the IUT sends nothing more

      Examples:
        | opening        | window |
        | a passive OPEN | 536    |
        | an active OPEN | 536    |

    Scenario: A window that was closed by the SYN is open by the ACK
      Given the peer offers a window of 0
      And a passive OPEN, and a connection in SYN-RECEIVED
      When the peer sends ACK with window 1000
      Then the IUT sends nothing and enters ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

    # The one half-open connection that there may be is this one.
    Scenario: A full backlog does not keep its own connection from opening
      Given a backlog of 1
      And a passive OPEN, and a connection in SYN-RECEIVED
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and enters ESTABLISHED
      And the user is told "open completed"
      And the user receives 10 octets of text

  @section-3.4
  Rule: SYN occupies one sequence number, and a bare ACK none

    Scenario Outline: After <opening> the first text stands right after the SYN
      Given <opening>, and a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and ACK=IRS+1 and 10 octets of text
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+11 and ACK=IRS+11
      And the user receives 10 octets of text

      Examples:
        | id      | opening        |
        | active  | an active OPEN |
        | passive | a passive OPEN |

  @SHLD-5
  Rule: The MSS option stands on each SYN

    Scenario: On the SYN of an active OPEN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN with an MSS option

    Scenario: On the SYN,ACK of a passive OPEN
      Given a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK with an MSS option

    Scenario: On the SYN,ACK to a peer that offers none
      Given the peer offers no MSS
      And a connection in LISTEN
      When the peer sends SYN
      Then the IUT sends SYN,ACK with an MSS option
