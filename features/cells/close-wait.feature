@section-3.10.7.4
Feature: The cells of CLOSE-WAIT

  The peer has said its last word, the user has not. More text from the peer makes
  no sense any more; acknowledgments do.

  Scenario Outline: <segment>
    Given a connection in CLOSE-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told <told>
    And the IUT is in <next>

    Examples: Whatever the options
      | id                              | segment                                                       | answer  | told               | next       |
      | T-CLOSE-WAIT-SEG-UNACCEPTABLE-1 | ACK with SEQ=RCV.NXT-100                                      | ACK     | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-RST-OUTSIDE-1  | RST with SEQ=RCV.NXT-100                                      | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-NOACK-1        | no flags                                                      | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-ACK-NEW-1      | ACK with ACK=SND.UNA+10                                       | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-ACK-DUP-1      | ACK with ACK=SND.UNA-1                                        | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-ACK-FUTURE-1   | ACK with ACK=SND.NXT+1                                        | ACK     | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-URG-1          | URG,ACK with ACK=SND.UNA and urgent pointer 10                | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-DATA-INORDER-1 | ACK with ACK=SND.UNA and 10 octets of text                    | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-DATA-EARLY-1   | ACK with SEQ=RCV.NXT+10 and ACK=SND.UNA and 10 octets of text | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-DATA-OVERLAP-1 | ACK with SEQ=RCV.NXT-5 and ACK=SND.UNA and 10 octets of text  | nothing | nothing            | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-RST-EXACT-1    | RST                                                           | nothing | "connection reset" | CLOSED     |

    @RFC5961-3.2-RST-CHALLENGE
    Examples: A RST inside the window, with RFC 5961
      | id                              | segment                 | answer | told    | next       |
      | T-CLOSE-WAIT-SEG-RST-INWINDOW-1 | RST with SEQ=RCV.NXT+10 | ACK    | nothing | CLOSE-WAIT |

    @RFC5961-4.2-SYN-CHALLENGE
    Examples: A SYN inside the window, with RFC 5961
      | id                         | segment                     | answer | told    | next       |
      | T-CLOSE-WAIT-SEG-SYN-1     | SYN with SEQ=RCV.NXT+10     | ACK    | nothing | CLOSE-WAIT |
      | T-CLOSE-WAIT-SEG-SYN-ACK-1 | SYN,ACK with SEQ=RCV.NXT+10 | ACK    | nothing | CLOSE-WAIT |

    @without-rfc5961-rst
    Examples: A RST inside the window, without RFC 5961
      | id                              | segment                 | answer  | told               | next   |
      | T-CLOSE-WAIT-SEG-RST-INWINDOW-2 | RST with SEQ=RCV.NXT+10 | nothing | "connection reset" | CLOSED |

    @without-rfc5961-syn
    Examples: A SYN inside the window, without RFC 5961
      | id                         | segment                     | answer  | told               | next   |
      | T-CLOSE-WAIT-SEG-SYN-2     | SYN with SEQ=RCV.NXT+10     | RST,ACK | "connection reset" | CLOSED |
      | T-CLOSE-WAIT-SEG-SYN-ACK-2 | SYN,ACK with SEQ=RCV.NXT+10 | RST     | "connection reset" | CLOSED |

  # MAX.SND.WND must be less than what the IUT has sent, or its edge lies before the ISS.
  Scenario Outline: <segment>
    Given the peer offers a window of 30
    And a connection in CLOSE-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told nothing
    And the IUT is in <next>

    @RFC5961-5.2-ACK-REPLY
    Examples: An ACK too old, with RFC 5961
      | id                             | segment                            | answer | next       |
      | T-CLOSE-WAIT-SEG-ACK-TOO-OLD-1 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | ACK    | CLOSE-WAIT |

    @without-rfc5961-ack
    Examples: An ACK too old, without RFC 5961
      | id                             | segment                            | answer  | next       |
      | T-CLOSE-WAIT-SEG-ACK-TOO-OLD-2 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | nothing | CLOSE-WAIT |

  Scenario Outline: <segment>
    Given the user does not read
    And a connection in ESTABLISHED
    And the peer has filled the IUT's window but for 1 octet
    And the peer has sent FIN,ACK
    And the IUT has answered with ACK
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user receives no text
    And the IUT is in <next>

    Examples: Text for a closed window
      | id                              | segment                                    | answer | next       |
      | T-CLOSE-WAIT-SEG-DATA-ZEROWND-1 | ACK with ACK=SND.UNA and 10 octets of text | ACK    | CLOSE-WAIT |
