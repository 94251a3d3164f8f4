@section-3.10.7.2
Feature: A segment arrives in LISTEN

  A listener has sent nothing, so it can have nothing acknowledged and nothing
  reset. Only a SYN means anything to it, and no segment ever makes it stop.

  @RFC9293-3.5.3-RST-LISTEN
  Rule: A RST is ignored

    Scenario Outline: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends nothing and remains in LISTEN
      And the next SYN is answered with SYN,ACK

      Examples:
        | segment                    | why                         |
        | RST                        | bare                        |
        | RST,ACK                    | with an ACK, refuses no SYN |
        | RST with 10 octets of text | with a diagnosis            |
        | SYN,RST                    | the RST comes first         |

  @RFC9293-3.10.7.2-LISTEN-ACK
  Rule: Whatever carries an ACK is answered with a RST

    Scenario Outline: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends RST with SEQ=SEG.ACK and remains in LISTEN
      And the user is told nothing
      And the next SYN is answered with SYN,ACK

      Examples:
        | segment                    | why                      |
        | ACK                        | the third step, too late |
        | ACK with 10 octets of text | text of a lost past      |
        | FIN,ACK                    | the end of a lost past   |
        | SYN,ACK                    | the second step          |
        | FIN,PSH,URG,ACK            | whatever else it carries |

    # The listener has no room; what it must refuse needs none.
    Scenario: A full backlog makes no difference
      Given a backlog of 1
      And a connection in LISTEN
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer
      When the peer sends ACK
      Then the IUT sends RST with SEQ=SEG.ACK and remains in LISTEN

  @RFC9293-3.10.7.2-LISTEN-SYN
  Rule: A SYN is answered with SYN,ACK, whatever else it carries

    Scenario Outline: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends SYN,ACK with ACK=SEG.SEQ+1 and enters SYN-RECEIVED
      And the user is told nothing

      Examples:
        | segment                               | why                    |
        | SYN with no options                   | the bare minimum       |
        | SYN with window 0                     | no room yet            |
        | SYN,PSH,URG and urgent pointer 0      | flags with nothing due |
        | SYN with reserved bits                | reserved bits          |
        | SYN,ECE,CWR                           | asks for ECN           |
        | SYN,ECE                               | asks for nothing known |
        | SYN,CWR                               | nor does this          |
        | SYN,PSH                               | nothing to push        |
        | SYN,URG and urgent pointer 1          | nothing is urgent      |
        | SYN with 10 octets of text            | text that waits        |
        | SYN with 1 octet of text              | of any length          |

  @RFC9293-3.10.7.2-LISTEN-OTHER
  Rule: What has neither SYN nor ACK nor RST is dropped

    Scenario Outline: <segment>
      Given a connection in LISTEN
      When the peer sends <segment>
      Then the IUT sends nothing and remains in LISTEN
      And the next SYN is answered with SYN,ACK

      Examples:
        | segment                         | why                  |
        | FIN without ACK                 | nothing to end       |
        | no flags                        | nothing at all       |
        | no flags with 10 octets of text | nothing to belong to |
        | FIN,URG,PSH without ACK         | the Christmas tree   |
