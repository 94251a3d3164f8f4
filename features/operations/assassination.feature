@rfc-1337 @section-3
Feature: Operations: the assassination of TIME-WAIT

  A RST at RCV.NXT ends TIME-WAIT, as it ends any state: so says RFC 9293, and so
  does Linux with its default. RFC 1337 shows how a harmless old duplicate can
  draw such a RST from a peer that has forgotten the connection, and proposes to
  ignore every RST in TIME-WAIT. Where that fix is a setting, it protects when it
  is on; a widely read page of documentation has it the wrong way round.

  @note-j
  Rule: The fix protects TIME-WAIT when it is on

    Scenario: On: the RST is ignored, and the last ACK can still be repeated
      Given the setting "ignore RST in TIME-WAIT" is on
      And a connection in TIME-WAIT
      When the peer sends RST
      Then the IUT sends nothing and remains in TIME-WAIT
      When the peer retransmits its FIN
      Then the IUT sends ACK and remains in TIME-WAIT

    Scenario: Off: the RST ends TIME-WAIT
      Given the setting "ignore RST in TIME-WAIT" is off
      And a connection in TIME-WAIT
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED
      And a FIN,ACK is answered with RST

    Scenario: The murder: an old duplicate, the ACK that it draws, the RST that this draws
      Given the setting "ignore RST in TIME-WAIT" is off
      And a connection in TIME-WAIT
      When the peer sends ACK with SEQ=RCV.NXT-11 and 10 octets of text
      Then the IUT sends ACK and remains in TIME-WAIT
      When the peer sends RST with SEQ=RCV.NXT
      Then the IUT sends nothing and enters CLOSED
