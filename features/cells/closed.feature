@section-3.10.7.1
Feature: The cells of CLOSED

  Where there is no connection every segment but a RST draws one. That one was there
  a moment ago between the same ends, and what its numbers would have meant, changes
  nothing.

  Scenario Outline: <segment>
    Given a connection in CLOSED
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: Before any connection
      | id                         | segment                                | answer  | next   |
      | T-CLOSED-SEG-RST-OUTSIDE-1 | RST                                    | nothing | CLOSED |
      | T-CLOSED-SEG-NOACK-1       | no flags                               | RST,ACK | CLOSED |
      | T-CLOSED-SEG-SYN-1         | SYN                                    | RST,ACK | CLOSED |
      | T-CLOSED-SEG-SYN-ACK-1     | SYN,ACK                                | RST     | CLOSED |
      | T-CLOSED-SEG-ACK-FUTURE-1  | ACK                                    | RST     | CLOSED |
      | T-CLOSED-SEG-URG-1         | URG,ACK with urgent pointer 10         | RST     | CLOSED |
      | T-CLOSED-SEG-URG-2         | URG with urgent pointer 10 without ACK | RST,ACK | CLOSED |

  Scenario Outline: <segment>
    Given a connection in FIN-WAIT-1 with 20 octets of text in flight
    And the user has called ABORT
    And the IUT has answered with RST with or without ACK
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: What would have meant something to the connection that is gone
      | id                          | segment                                                       | answer  | next   |
      | T-CLOSED-SEG-UNACCEPTABLE-1 | ACK with SEQ=RCV.NXT-100                                      | RST     | CLOSED |
      | T-CLOSED-SEG-UNACCEPTABLE-2 | no flags with SEQ=RCV.NXT-100                                 | RST,ACK | CLOSED |
      | T-CLOSED-SEG-RST-EXACT-1    | RST                                                           | nothing | CLOSED |
      | T-CLOSED-SEG-RST-INWINDOW-1 | RST with SEQ=RCV.NXT+10                                       | nothing | CLOSED |
      | T-CLOSED-SEG-ACK-NEW-1      | ACK with ACK=SND.UNA+10                                       | RST     | CLOSED |
      | T-CLOSED-SEG-ACK-FIN-1      | ACK                                                           | RST     | CLOSED |
      | T-CLOSED-SEG-ACK-DUP-1      | ACK with ACK=SND.UNA-1                                        | RST     | CLOSED |
      | T-CLOSED-SEG-DATA-INORDER-1 | ACK with ACK=SND.UNA and 10 octets of text                    | RST     | CLOSED |
      | T-CLOSED-SEG-DATA-EARLY-1   | ACK with SEQ=RCV.NXT+10 and ACK=SND.UNA and 10 octets of text | RST     | CLOSED |
      | T-CLOSED-SEG-DATA-OVERLAP-1 | ACK with SEQ=RCV.NXT-5 and ACK=SND.UNA and 10 octets of text  | RST     | CLOSED |
      | T-CLOSED-SEG-FIN-1          | FIN,ACK with ACK=SND.UNA                                      | RST     | CLOSED |
      | T-CLOSED-SEG-FIN-ACKFIN-1   | FIN,ACK                                                       | RST     | CLOSED |

  Scenario Outline: <segment>
    Given the peer offers a window of 30
    And a connection in FIN-WAIT-1 with 20 octets of text in flight
    And the user has called ABORT
    And the IUT has answered with RST with or without ACK
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: An ACK too old for it
      | id                         | segment                            | answer | next   |
      | T-CLOSED-SEG-ACK-TOO-OLD-1 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | RST    | CLOSED |

  Scenario Outline: <segment>
    Given the user does not read
    And a connection in ESTABLISHED
    And the peer has filled the IUT's window
    And the user has called ABORT
    And the IUT has answered with RST with or without ACK
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: Text for its closed window
      | id                          | segment                         | answer  | next   |
      | T-CLOSED-SEG-DATA-ZEROWND-1 | ACK with 10 octets of text      | RST     | CLOSED |
      | T-CLOSED-SEG-DATA-ZEROWND-2 | no flags with 10 octets of text | RST,ACK | CLOSED |

  @MUST-57
  Scenario Outline: <segment>
    Given a connection in CLOSED
    When the peer's <segment> goes to a multicast address
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: An address that is nobody's
      | id                     | segment | answer  | next   |
      | T-CLOSED-SEG-SYN-2     | SYN     | nothing | CLOSED |
      | T-CLOSED-SEG-SYN-ACK-2 | SYN,ACK | nothing | CLOSED |
