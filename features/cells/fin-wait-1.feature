@section-3.10.7.4
Feature: The cells of FIN-WAIT-1

  Its own FIN is under way behind text, the peer still sends. What a segment
  acknowledges and whether it ends the peer's stream decide where it leads.

  Scenario Outline: <segment>
    Given a connection in FIN-WAIT-1 with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told <told>
    And the IUT is in <next>

    Examples: Whatever the options
      | id                              | segment                                                      | answer  | told                 | next       |
      | T-FIN-WAIT-1-SEG-UNACCEPTABLE-1 | ACK with SEQ=RCV.NXT-100                                     | ACK     | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-RST-OUTSIDE-1  | RST with SEQ=RCV.NXT-100                                     | nothing | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-NOACK-1        | no flags                                                     | nothing | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-ACK-NEW-1      | ACK with ACK=SND.UNA+10                                      | nothing | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-ACK-FIN-1      | ACK                                                          | nothing | nothing              | FIN-WAIT-2 |
      | T-FIN-WAIT-1-SEG-ACK-DUP-1      | ACK with ACK=SND.UNA-1                                       | nothing | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-ACK-FUTURE-1   | ACK with ACK=SND.NXT+1                                       | ACK     | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-URG-2          | URG,ACK with ACK=SND.UNA and urgent pointer 0                | nothing | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-DATA-INORDER-1 | ACK with ACK=SND.UNA and 10 octets of text                   | ACK     | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-DATA-OVERLAP-1 | ACK with SEQ=RCV.NXT-5 and ACK=SND.UNA and 10 octets of text | ACK     | nothing              | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-FIN-1          | FIN,ACK with ACK=SND.UNA                                     | ACK     | "connection closing" | CLOSING    |
      | T-FIN-WAIT-1-SEG-FIN-ACKFIN-1   | FIN,ACK                                                      | ACK     | "connection closing" | TIME-WAIT  |
      | T-FIN-WAIT-1-SEG-RST-EXACT-1    | RST                                                          | nothing | "connection reset"   | CLOSED     |

    @RFC5961-3.2-RST-CHALLENGE
    Examples: A RST inside the window, with RFC 5961
      | id                              | segment                 | answer | told    | next       |
      | T-FIN-WAIT-1-SEG-RST-INWINDOW-1 | RST with SEQ=RCV.NXT+10 | ACK    | nothing | FIN-WAIT-1 |

    @RFC5961-4.2-SYN-CHALLENGE
    Examples: A SYN inside the window, with RFC 5961
      | id                         | segment                     | answer | told    | next       |
      | T-FIN-WAIT-1-SEG-SYN-1     | SYN with SEQ=RCV.NXT+10     | ACK    | nothing | FIN-WAIT-1 |
      | T-FIN-WAIT-1-SEG-SYN-ACK-1 | SYN,ACK with SEQ=RCV.NXT+10 | ACK    | nothing | FIN-WAIT-1 |

    @without-rfc5961-rst
    Examples: A RST inside the window, without RFC 5961
      | id                              | segment                 | answer  | told               | next   |
      | T-FIN-WAIT-1-SEG-RST-INWINDOW-2 | RST with SEQ=RCV.NXT+10 | nothing | "connection reset" | CLOSED |

    @without-rfc5961-syn
    Examples: A SYN inside the window, without RFC 5961
      | id                         | segment                     | answer  | told               | next   |
      | T-FIN-WAIT-1-SEG-SYN-2     | SYN with SEQ=RCV.NXT+10     | RST,ACK | "connection reset" | CLOSED |
      | T-FIN-WAIT-1-SEG-SYN-ACK-2 | SYN,ACK with SEQ=RCV.NXT+10 | RST     | "connection reset" | CLOSED |

  # MAY-13: an acknowledgment at once, or none.
  Scenario Outline: <segment>
    Given a connection in FIN-WAIT-1 with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT may send ACK
    And the user is told nothing
    And the IUT is in <next>

    Examples:
      | id                            | segment                                                       | next       |
      | T-FIN-WAIT-1-SEG-DATA-EARLY-1 | ACK with SEQ=RCV.NXT+10 and ACK=SND.UNA and 10 octets of text | FIN-WAIT-1 |

  # MAX.SND.WND must be less than what the IUT has sent, or its edge lies before the ISS.
  Scenario Outline: <segment>
    Given the peer offers a window of 30
    And a connection in FIN-WAIT-1 with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told nothing
    And the IUT is in <next>

    @RFC5961-5.2-ACK-REPLY
    Examples: An ACK too old, with RFC 5961
      | id                             | segment                            | answer | next       |
      | T-FIN-WAIT-1-SEG-ACK-TOO-OLD-1 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | ACK    | FIN-WAIT-1 |

    @without-rfc5961-ack
    Examples: An ACK too old, without RFC 5961
      | id                             | segment                            | answer  | next       |
      | T-FIN-WAIT-1-SEG-ACK-TOO-OLD-2 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | nothing | FIN-WAIT-1 |

  Scenario Outline: <segment>
    Given the user does not read
    And a connection in FIN-WAIT-1 with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends ACK
    And the user is told <told>
    And the IUT is in <next>

    Examples: Urgent data
      | id                     | segment                                                              | told          | next       |
      | T-FIN-WAIT-1-SEG-URG-1 | URG,ACK with ACK=SND.UNA and urgent pointer 10 and 10 octets of text | "urgent data" | FIN-WAIT-1 |

  Scenario Outline: <segment>
    Given the user does not read
    And a connection in FIN-WAIT-1
    And the peer does not acknowledge the IUT's FIN
    And the peer has filled the IUT's window
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user receives no text
    And the IUT is in <next>

    Examples: Text for a closed window
      | id                              | segment                                    | answer | next       |
      | T-FIN-WAIT-1-SEG-DATA-ZEROWND-1 | ACK with ACK=SND.UNA and 10 octets of text | ACK    | FIN-WAIT-1 |

  # MUST-32 has the user told again, the sixth step of 3.10.7.4 does not.
  Scenario Outline: <segment>
    Given the user does not read
    And a connection in FIN-WAIT-1 with 20 octets of text in flight
    And the peer has sent URG,ACK with ACK=SND.UNA and urgent pointer 10 and 10 octets of text
    And the IUT has answered with ACK
    When the peer sends <segment>
    Then the IUT sends ACK
    And the IUT is in <next>

    Examples: Urgent data that moves on
      | id                     | segment                                                              | next       |
      | T-FIN-WAIT-1-SEG-URG-3 | URG,ACK with ACK=SND.UNA and urgent pointer 10 and 10 octets of text | FIN-WAIT-1 |
