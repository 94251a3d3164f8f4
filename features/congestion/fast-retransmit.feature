@rfc-5681
Feature: Fast retransmit and fast recovery

  An ACK that repeats itself says two things: something arrived, and it was not
  what was due. Once is reordering; three times is a loss, and there is no need
  to wait for the timer. As segments keep arriving the sender need not start
  from one, but half is what the path gets.

  @RFC5681-3.2-FAST-RETRANSMIT @slow
  Rule: The third duplicate ACK sends the missing segment again, at once

    # Something was acknowledged before: RFC 6582 3.2 takes a loss of the connection's very first segment for an old one,
    # since its "recover" begins with ISS.

    Scenario Outline: <segments> segments are in flight
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And <segments> segments of text are in flight
      When the peer sends 3 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once

      Examples:
        | segments |
        | 4        |
        | 5        |
        | 10       |

    Scenario: The first segments had arrived
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends ACK with ACK=SND.UNA+3000
      And the peer sends 3 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once

    Scenario: Only once for one loss
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And 8 segments of text are in flight
      When the peer sends 3 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the peer sends 4 duplicate ACKs
      Then the IUT sends nothing
      When the peer sends ACK
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC5681-3.2-THREE
  Rule: Fewer than three are no loss

    Scenario Outline: <times> of them
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends <times> duplicate ACKs
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | times |
        | 1     |
        | 2     |

    Scenario: An ACK of something new starts the count over
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends 2 duplicate ACKs
      And the peer sends ACK with ACK=SND.UNA+1000
      And the peer sends 2 duplicate ACKs
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC5681-2-DUPLICATE
  Rule: What tells more than that something arrived is no duplicate

    Scenario: Each has another window
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends ACK with ACK=SND.UNA and window 20000
      And the peer sends ACK with ACK=SND.UNA and window 21000
      And the peer sends ACK with ACK=SND.UNA and window 22000
      And the peer sends ACK with ACK=SND.UNA and window 23000
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario: Each carries text
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      When the peer sends ACK,PSH with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK
      And the IUT sends nothing and remains in ESTABLISHED

    Scenario: Nothing is in flight
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 5 segments of text are in flight
      When the peer sends ACK
      And the peer sends 5 duplicate ACKs
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario: They acknowledge less than has been acknowledged
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And 8 segments of text are in flight
      When the peer sends ACK with ACK=SND.UNA+2000
      And the peer sends ACK with ACK=SND.UNA-1000
      And the peer sends ACK with ACK=SND.UNA-1000
      And the peer sends ACK with ACK=SND.UNA-1000
      And the peer sends ACK with ACK=SND.UNA-1000
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC5681-3.2-LIMITED-TRANSMIT @slow
  Rule: The first two let a new segment leave each

    Scenario: Text waits
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      When the user sends 40000 octets of text
      Then the IUT has at most 10 segments in flight
      When the peer sends 1 duplicate ACK
      Then the IUT sends ACK with 1000 octets of text
      When the peer sends 1 duplicate ACK
      Then the IUT sends ACK with 1000 octets of text
      When the peer sends 1 duplicate ACK
      Then the IUT retransmits the oldest segment in flight at once

  @RFC5681-3.2-RECOVERY @slow
  Rule: When the loss is repaired less is in flight than before

    Scenario: All of ten segments had arrived but the first
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And 10 segments of text are in flight
      When the peer sends 9 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the peer sends ACK
      And the user sends 40000 octets of text
      Then the IUT has at most 9 segments in flight

    @without-may-18
    Scenario: It is half of what was in flight
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And 10 segments of text are in flight
      When the peer sends 9 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the peer sends ACK
      And the user sends 40000 octets of text
      Then the IUT has at most 5 segments in flight
      When the peer acknowledges each segment in flight
      Then the IUT has at most 6 segments in flight

    # Half of ten, and one for each of the nine that have left the network.
    @without-may-18
    Scenario: While it is being repaired each duplicate ACK makes room for one segment
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And 10 segments of text are in flight
      When the peer sends 9 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the user sends 40000 octets of text
      Then the IUT has at most 14 segments in flight

  @RFC5681-3.2-NEW-TEXT @slow
  Rule: While a loss is being repaired new text goes on leaving

    # Nine of ten segments have left the network: half of ten may be in it.
    Scenario: All have arrived but the first
      Given the peer offers MSS 1000
      And a connection in ESTABLISHED after a handshake of 0.5 RTO
      And the user has sent 40 octets of text
      And the peer has acknowledged the IUT's text
      And 10 segments of text are in flight
      When the peer sends 3 duplicate ACKs
      Then the IUT retransmits the oldest segment in flight at once
      When the user sends 40000 octets of text
      And the peer sends 6 duplicate ACKs
      Then the IUT has at least 11 segments in flight
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED
