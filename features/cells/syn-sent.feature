@section-3.10.7.3
Feature: The cells of SYN-SENT

  Only a SYN goes on from here, and only an acknowledgment of the IUT's own SYN is
  believed. What comes with a wrong one draws a RST, what comes without either is
  dropped.

  Scenario Outline: <segment>
    Given a connection in SYN-SENT
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told <told>
    And the IUT is in <next>

    Examples:
      | id                            | segment                                    | answer  | told             | next         |
      | T-SYN-SENT-SEG-RST-OUTSIDE-2  | RST with ACK=ISS                           | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-RST-OUTSIDE-3  | RST without ACK                            | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-SYN-1          | SYN                                        | SYN,ACK | nothing          | SYN-RECEIVED |
      | T-SYN-SENT-SEG-SYN-ACK-1      | SYN,ACK with ACK=ISS                       | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-SYN-ACK-2      | SYN,ACK                                    | ACK     | "open completed" | ESTABLISHED  |
      | T-SYN-SENT-SEG-NOACK-1        | no flags                                   | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-ACK-NEW-1      | ACK                                        | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-ACK-DUP-1      | ACK with ACK=ISS                           | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-ACK-FUTURE-1   | ACK with ACK=SND.NXT+1                     | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-ACK-TOO-OLD-1  | ACK with ACK=ISS-1                         | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-URG-1          | URG,ACK with urgent pointer 10             | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-URG-2          | URG,ACK with ACK=ISS and urgent pointer 10 | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-DATA-INORDER-1 | ACK with 10 octets of text                 | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-DATA-INORDER-2 | ACK with ACK=ISS and 10 octets of text     | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-DATA-INORDER-3 | SYN with 10 octets of text                 | SYN,ACK | nothing          | SYN-RECEIVED |
      | T-SYN-SENT-SEG-DATA-INORDER-4 | SYN,ACK with 10 octets of text             | ACK     | "open completed" | ESTABLISHED  |
      | T-SYN-SENT-SEG-FIN-1          | FIN,ACK                                    | nothing | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-FIN-2          | FIN,ACK with ACK=ISS                       | RST     | nothing          | SYN-SENT     |
      | T-SYN-SENT-SEG-FIN-3          | SYN,FIN                                    | SYN,ACK | nothing          | SYN-RECEIVED |

  Scenario Outline: <segment>
    Given a connection in SYN-SENT
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told "open completed"
    And the user is told "connection closing"
    And the IUT is in <next>

    Examples:
      | id                   | segment     | answer | next       |
      | T-SYN-SENT-SEG-FIN-4 | SYN,FIN,ACK | ACK    | CLOSE-WAIT |

  @interpretation-refused-means-closed
  Scenario Outline: <segment>
    Given a connection in SYN-SENT
    When the peer sends <segment>
    Then the IUT sends nothing
    And the user is told "connection reset" or "connection refused"
    And the IUT is in <next>

    Examples:
      | id                           | segment | next   |
      | T-SYN-SENT-SEG-RST-OUTSIDE-1 | RST,ACK | CLOSED |

  Scenario Outline: <segment>
    Given the user does not read
    And a connection in SYN-SENT
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: Urgent data with the SYN
      | id                   | segment                                                  | answer  | next         |
      | T-SYN-SENT-SEG-URG-3 | SYN,URG with urgent pointer 10                           | SYN,ACK | SYN-RECEIVED |
      | T-SYN-SENT-SEG-URG-4 | SYN,URG,ACK with urgent pointer 11 and 10 octets of text | ACK     | ESTABLISHED  |
