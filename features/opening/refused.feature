@section-3.5.2
Feature: Refused opens

  A RST is the plain word that nobody listens. The one who asked is told at
  once, is back in CLOSED, and may ask again.

  @RFC9293-3.5.3-RST-SYNSENT @interpretation-refused-means-closed
  Rule: A RST that acknowledges the SYN ends an active open

    # 3.10.7.3 signals "connection reset"; section 3.8.3 speaks of an open refused, as 3.10.7.4 does in SYN-RECEIVED.
    Scenario: The user is told
      Given a connection in SYN-SENT
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset" or "connection refused"

    Scenario: The user may open again
      Given a connection in SYN-SENT
      And the peer has sent RST
      When the user calls active OPEN
      Then the IUT sends SYN and enters SYN-SENT
      When the peer sends SYN,ACK
      Then the IUT sends ACK and enters ESTABLISHED

  @RFC9293-3.5.2-RST-CLOSED-NOACK
  Rule: A SYN to a port where nobody listens is refused

    Scenario: A SYN to CLOSED
      Given a connection in CLOSED
      When the peer sends SYN
      Then the IUT sends RST,ACK and remains in CLOSED

    Scenario: A SYN to a listener that has gone
      Given a connection in LISTEN
      And the user has called CLOSE
      When the peer sends SYN
      Then the IUT sends RST,ACK
      And the IUT is in CLOSED
