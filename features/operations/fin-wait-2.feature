@section-3.6
Feature: Operations: the FIN-WAIT-2 timeout

  RFC 9293 lets FIN-WAIT-2 last until the peer closes. Where the user has closed
  both ways nobody waits for anything any more, and many stacks give up after a
  while. That is all that the FIN-WAIT-2 timeout is for: on Linux it is 60 seconds
  by default, as TIME-WAIT is, and by that has been taken for the length of
  TIME-WAIT again and again. TIME-WAIT does not follow it.

  @note-b2 @slow
  Rule: The timeout ends FIN-WAIT-2 whose user has closed both ways, and nothing else

    Scenario: Nobody reads any more: FIN-WAIT-2 ends with the timeout
      Given the setting "FIN-WAIT-2 timeout" is 3 seconds
      And a connection in ESTABLISHED
      And the user has called close() both ways
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When 5 seconds pass
      Then the IUT sends nothing and enters CLOSED
      And a FIN,ACK that comes too late is answered with RST

    Scenario: Not before
      Given the setting "FIN-WAIT-2 timeout" is 5 seconds
      And a connection in ESTABLISHED
      And the user has called close() both ways
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When 4 seconds pass
      Then the IUT is still in FIN-WAIT-2
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

    Scenario: The user still reads: FIN-WAIT-2 lasts
      Given the setting "FIN-WAIT-2 timeout" is 3 seconds
      And a connection in FIN-WAIT-2
      When 6 seconds pass
      Then the IUT is still in FIN-WAIT-2
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in FIN-WAIT-2
      And the user receives 10 octets of text

    Scenario Outline: TIME-WAIT lasts 2 MSL all the same, after <how>
      Given the setting "FIN-WAIT-2 timeout" is 3 seconds
      And a connection in ESTABLISHED
      And the user has called <how>
      And the peer has acknowledged the IUT's FIN
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT
      When 1.95 MSL pass
      Then the IUT is still in TIME-WAIT

      Examples:
        | how               |
        | CLOSE             |
        | close() both ways |
