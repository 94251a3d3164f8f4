Feature: Segments that bring nothing new

  Much of what arrives repeats what is known. It must neither be answered, or two
  ends would answer each other for ever, nor disturb anything.

  @RFC9293-3.10.7.4-ACK-DUP
  Rule: An ACK that is repeated draws nothing

    Scenario Outline: The last ACK comes again in <state>
      Given a connection in <state>
      When the peer sends ACK with ACK=SND.UNA
      Then the IUT sends nothing and remains in <state>
      When the peer sends ACK with ACK=SND.UNA
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |

    Scenario: An old ACK is as good as none
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      And the peer has acknowledged the IUT's text
      When the peer sends ACK with ACK=SND.UNA-10
      Then the IUT sends nothing and remains in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED

    Scenario: The connection still closes as usual
      Given a connection in ESTABLISHED
      When the peer sends ACK
      Then the IUT sends nothing and remains in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1

  # Step six: once the peer's FIN has come, the URG bit is ignored.
  @section-3.10.7.4
  Rule: After the peer's FIN no urgent pointer counts

    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends nothing and remains in <state>
      And the user is told nothing

      Examples:
        | state      | segment                                 |
        | CLOSE-WAIT | ACK,URG and urgent pointer 1            |
        | CLOSE-WAIT | URG without ACK and urgent pointer 1    |
        | CLOSING    | ACK,URG with ACK=SND.UNA and urgent pointer 1 |
        | CLOSING    | URG without ACK and urgent pointer 1    |
        | LAST-ACK   | ACK,URG with ACK=SND.UNA and urgent pointer 1 |
        | LAST-ACK   | URG without ACK and urgent pointer 1    |
        | TIME-WAIT  | URG without ACK and urgent pointer 1    |
