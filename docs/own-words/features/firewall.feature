@section-3.5.3
Feature: A firewall in between

  A firewall that has forgotten a connection, or never liked it, ends it in the
  name of the peer. The IUT cannot tell, and must do as if the peer had.

  @RFC9293-3.10.7.4-RST-EXACT
  Rule: What a firewall sends counts as if the peer had sent it

    Scenario: A rude firewall
      Given a connection in ESTABLISHED
      When the firewall cuts the connection rudely
      Then the IUT sends nothing and enters CLOSED
      And the IUT has sent 1 segment in all

    Scenario: A polite firewall
      Given a connection in ESTABLISHED
      When the firewall cuts the connection politely
      Then the IUT sends ACK and enters CLOSE-WAIT
      And the IUT has sent 2 segments in all
