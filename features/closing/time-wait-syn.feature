@section-3.6.1
Feature: A new SYN in TIME-WAIT

  The same two ports may be wanted again before 2 MSL are over. A SYN beyond all
  that the old connection used may be let in; anything else may be an old
  duplicate, and must not disturb the wait.

  @MAY-2 @keep-listener
  Rule: A SYN above the old connection's numbers may reopen it

    Scenario Outline: A SYN <how far> above RCV.NXT
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq>
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      And its ISS is larger than every number of the old connection

      Examples:
        | how far      | seq             |
        | a little     | RCV.NXT+1000    |
        | a window     | RCV.NXT+RCV.WND |
        | far          | RCV.NXT+1000000 |

    Scenario: The new connection comes to life
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+1000
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED

    Scenario: What is left of the old connection does not belong to the new one
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+1000
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED
      When the peer sends FIN,ACK with SEQ=RCV.NXT-1002
      Then the IUT sends ACK and remains in ESTABLISHED

    Scenario: A SYN that proves old leads back to TIME-WAIT
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+1000
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      When the peer sends RST
      Then the IUT sends nothing and returns to TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK @keep-listener @without-rfc6191
  Rule: An old SYN is answered with an ACK, listener or not

    Scenario Outline: A SYN at <seq> comes <how>
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq>
      Then the IUT sends ACK and remains in TIME-WAIT

      Examples:
        | how           | seq            |
        | from the open | IRS            |
        | from before   | IRS-1000       |
        | from the end  | RCV.NXT-1      |

  @RFC9293-3.10.7.4-SYN-CHALLENGE
  Rule: Where no SYN can reopen the connection, each is answered with an ACK

    Scenario Outline: A SYN at <seq>, and nobody listens
      Given a connection in TIME-WAIT
      When the peer sends <flags> with SEQ=<seq>
      Then the IUT sends ACK and remains in TIME-WAIT

      Examples:
        | flags   | seq                  |
        | SYN     | RCV.NXT              |
        | SYN     | RCV.NXT+1000         |
        | SYN     | RCV.NXT+RCV.WND+1000 |
        | SYN     | IRS                  |
        | SYN,ACK | RCV.NXT              |
        | SYN,ACK | RCV.NXT+1000         |
        | SYN,FIN | RCV.NXT              |
        | SYN,FIN | RCV.NXT+1000         |
        | SYN,FIN | RCV.NXT+RCV.WND+1000 |
        | SYN,FIN | IRS                  |

    @without-may-2 @without-rfc6191 @keep-listener
    Scenario: A listener does not let it in
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+1000
      Then the IUT sends ACK and remains in TIME-WAIT

  @RFC9293-3.10.7.4-SYN-LEGACY @without-rfc5961-syn
  Rule: Without RFC 5961 a SYN inside the window is an error and ends TIME-WAIT

    Scenario Outline: A SYN at <seq>, and nobody listens
      Given a connection in TIME-WAIT
      When the peer sends <flags> with SEQ=<seq>
      Then the IUT sends <answer>
      And the IUT is in CLOSED

      Examples:
        | flags   | seq          | answer  |
        | SYN     | RCV.NXT+1000 | RST,ACK |
        | SYN,ACK | RCV.NXT+1000 | RST     |

    Scenario: Outside the window it is answered with an ACK
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+RCV.WND+1000
      Then the IUT sends ACK and remains in TIME-WAIT
