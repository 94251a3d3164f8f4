@section-3.10.7.2
Feature: The cells of LISTEN

  A listener has neither sent nor received anything, whatever was there before it
  between the same ends. Late segments of an old connection mean no more to it than
  any others.

  Scenario Outline: <segment>
    Given a connection in LISTEN
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: Before any connection
      | id                         | segment                                | answer  | next         |
      | T-LISTEN-SEG-RST-OUTSIDE-1 | RST                                    | nothing | LISTEN       |
      | T-LISTEN-SEG-NOACK-1       | no flags                               | nothing | LISTEN       |
      | T-LISTEN-SEG-SYN-1         | SYN                                    | SYN,ACK | SYN-RECEIVED |
      | T-LISTEN-SEG-SYN-ACK-1     | SYN,ACK                                | RST     | LISTEN       |
      | T-LISTEN-SEG-ACK-FUTURE-1  | ACK                                    | RST     | LISTEN       |
      | T-LISTEN-SEG-URG-1         | URG,ACK with urgent pointer 10         | RST     | LISTEN       |
      | T-LISTEN-SEG-URG-2         | URG with urgent pointer 10 without ACK | nothing | LISTEN       |
      | T-LISTEN-SEG-URG-3         | SYN,URG with urgent pointer 10         | SYN,ACK | SYN-RECEIVED |

  @keep-listener
  Scenario Outline: <segment>
    Given a connection in FIN-WAIT-1 with 20 octets of text in flight
    And the user has called ABORT
    And the IUT has answered with RST with or without ACK
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: What would have meant something to the connection that is gone
      | id                          | segment                                                       | answer  | next         |
      | T-LISTEN-SEG-UNACCEPTABLE-1 | ACK with SEQ=RCV.NXT-100                                      | RST     | LISTEN       |
      | T-LISTEN-SEG-UNACCEPTABLE-2 | no flags with SEQ=RCV.NXT-100                                 | nothing | LISTEN       |
      | T-LISTEN-SEG-UNACCEPTABLE-3 | SYN with SEQ=RCV.NXT-100                                      | SYN,ACK | SYN-RECEIVED |
      | T-LISTEN-SEG-RST-EXACT-1    | RST                                                           | nothing | LISTEN       |
      | T-LISTEN-SEG-RST-INWINDOW-1 | RST with SEQ=RCV.NXT+10                                       | nothing | LISTEN       |
      | T-LISTEN-SEG-ACK-NEW-1      | ACK with ACK=SND.UNA+10                                       | RST     | LISTEN       |
      | T-LISTEN-SEG-ACK-FIN-1      | ACK                                                           | RST     | LISTEN       |
      | T-LISTEN-SEG-ACK-DUP-1      | ACK with ACK=SND.UNA-1                                        | RST     | LISTEN       |
      | T-LISTEN-SEG-DATA-INORDER-1 | ACK with ACK=SND.UNA and 10 octets of text                    | RST     | LISTEN       |
      | T-LISTEN-SEG-DATA-EARLY-1   | ACK with SEQ=RCV.NXT+10 and ACK=SND.UNA and 10 octets of text | RST     | LISTEN       |
      | T-LISTEN-SEG-DATA-OVERLAP-1 | ACK with SEQ=RCV.NXT-5 and ACK=SND.UNA and 10 octets of text  | RST     | LISTEN       |
      | T-LISTEN-SEG-FIN-1          | FIN,ACK with ACK=SND.UNA                                      | RST     | LISTEN       |
      | T-LISTEN-SEG-FIN-ACKFIN-1   | FIN,ACK                                                       | RST     | LISTEN       |

  @keep-listener
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
      | T-LISTEN-SEG-ACK-TOO-OLD-1 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | RST    | LISTEN |

  @keep-listener
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
      | T-LISTEN-SEG-DATA-ZEROWND-1 | ACK with 10 octets of text      | RST     | LISTEN |
      | T-LISTEN-SEG-DATA-ZEROWND-2 | no flags with 10 octets of text | nothing | LISTEN |

  @MUST-57
  Scenario Outline: <segment>
    Given a connection in LISTEN
    When the peer's <segment> goes to a multicast address
    Then the IUT sends <answer>
    And the IUT is in <next>

    Examples: An address that is nobody's
      | id                     | segment | answer  | next   |
      | T-LISTEN-SEG-SYN-2     | SYN     | nothing | LISTEN |
      | T-LISTEN-SEG-SYN-ACK-2 | SYN,ACK | nothing | LISTEN |
