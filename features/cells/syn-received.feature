@section-3.10.7.4
Feature: The cells of SYN-RECEIVED

  Both have spoken, neither has been heard for sure. A passive OPEN goes back to
  LISTEN when it is refused, an active one to CLOSED; only an acknowledgment of the
  IUT's SYN leads forward.

  Scenario Outline: <segment>
    Given a passive OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told <told>
    And the IUT is in <next>

    Examples: After a passive OPEN
      | id                                | segment                                      | answer  | told             | next         |
      | T-SYN-RECEIVED-SEG-UNACCEPTABLE-1 | ACK with SEQ=RCV.NXT-100                     | ACK     | nothing          | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-RST-OUTSIDE-1  | RST with SEQ=RCV.NXT-100                     | nothing | nothing          | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-RST-EXACT-1    | RST                                          | nothing | nothing          | LISTEN       |
      | T-SYN-RECEIVED-SEG-SYN-1          | SYN with SEQ=RCV.NXT+10                      | nothing | nothing          | LISTEN       |
      | T-SYN-RECEIVED-SEG-SYN-ACK-1      | SYN,ACK with SEQ=RCV.NXT+10                  | nothing | nothing          | LISTEN       |
      | T-SYN-RECEIVED-SEG-NOACK-1        | no flags                                     | nothing | nothing          | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-ACK-NEW-1      | ACK                                          | nothing | "open completed" | ESTABLISHED  |
      | T-SYN-RECEIVED-SEG-ACK-DUP-1      | ACK with ACK=SND.UNA                         | RST     | nothing          | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-DATA-INORDER-1 | ACK with 10 octets of text                   | ACK     | "open completed" | ESTABLISHED  |
      | T-SYN-RECEIVED-SEG-DATA-OVERLAP-1 | ACK with SEQ=RCV.NXT-5 and 10 octets of text | ACK     | "open completed" | ESTABLISHED  |

    @RFC5961-3.2-RST-CHALLENGE
    Examples: A RST inside the window, with RFC 5961
      | id                                | segment                 | answer | told    | next         |
      | T-SYN-RECEIVED-SEG-RST-INWINDOW-1 | RST with SEQ=RCV.NXT+10 | ACK    | nothing | SYN-RECEIVED |

    @without-rfc5961-rst
    Examples: A RST inside the window, without RFC 5961
      | id                                | segment                 | answer  | told    | next   |
      | T-SYN-RECEIVED-SEG-RST-INWINDOW-2 | RST with SEQ=RCV.NXT+10 | nothing | nothing | LISTEN |

    @without-rfc5961-ack
    Examples: A wrong ACK, without RFC 5961
      | id                               | segment                            | answer | told    | next         |
      | T-SYN-RECEIVED-SEG-ACK-FUTURE-2  | ACK with ACK=SND.NXT+1             | RST    | nothing | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-ACK-TOO-OLD-2 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | RST    | nothing | SYN-RECEIVED |

  @RFC5961-5.2-ACK-REPLY @interpretation-bad-ack-in-syn-received
  Scenario Outline: <segment>
    Given a passive OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends RST or ACK
    And the IUT is in <next>

    Examples: An ACK out of range, with RFC 5961
      | id                               | segment                            | next         |
      | T-SYN-RECEIVED-SEG-ACK-FUTURE-1  | ACK with ACK=SND.NXT+1             | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-ACK-TOO-OLD-1 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | SYN-RECEIVED |

  Scenario Outline: <segment>
    Given a passive OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends ACK or SYN,ACK
    And the IUT is in <next>

    Examples: The SYN again
      | id                       | segment          | next         |
      | T-SYN-RECEIVED-SEG-SYN-4 | SYN with SEQ=IRS | SYN-RECEIVED |

  Scenario Outline: <segment>
    Given a passive OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told "open completed"
    And the user is told "connection closing"
    And the IUT is in <next>

    Examples: A FIN with the ACK
      | id                       | segment | answer | next       |
      | T-SYN-RECEIVED-SEG-FIN-1 | FIN,ACK | ACK    | CLOSE-WAIT |

  # Held until its turn (SHLD-31), with its ACK or without.
  Scenario Outline: <segment>
    Given a passive OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT may send ACK
    When the peer sends ACK with 10 octets of text
    Then the IUT sends ACK with ACK=IRS+21
    And the user receives 20 octets of text

    Examples: Text before its turn
      | id                              | segment                                       |
      | T-SYN-RECEIVED-SEG-DATA-EARLY-1 | ACK with SEQ=RCV.NXT+10 and 10 octets of text |

  Scenario Outline: <segment>
    Given the user does not read
    And a passive OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT may send ACK
    And the user is told "open completed"
    And the user is told "urgent data"
    And the IUT is in <next>

    Examples: Urgent data with the ACK
      | id                       | segment                                              | next        |
      | T-SYN-RECEIVED-SEG-URG-1 | URG,ACK with urgent pointer 10 and 10 octets of text | ESTABLISHED |

  Scenario Outline: <segment>
    Given an active OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends nothing
    And the user is told "connection refused" or "connection reset"
    And the IUT is in <next>

    Examples: After an active OPEN
      | id                             | segment | next   |
      | T-SYN-RECEIVED-SEG-RST-EXACT-2 | RST     | CLOSED |

    @without-rfc5961-rst
    Examples: After an active OPEN, a RST inside the window without RFC 5961
      | id                                | segment                 | next   |
      | T-SYN-RECEIVED-SEG-RST-INWINDOW-3 | RST with SEQ=RCV.NXT+10 | CLOSED |

  Scenario Outline: <segment>
    Given an active OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told <told>
    And the IUT is in <next>

    @RFC5961-4.2-SYN-CHALLENGE
    Examples: After an active OPEN, a SYN inside the window with RFC 5961
      | id                           | segment                     | answer | told    | next         |
      | T-SYN-RECEIVED-SEG-SYN-2     | SYN with SEQ=RCV.NXT+10     | ACK    | nothing | SYN-RECEIVED |
      | T-SYN-RECEIVED-SEG-SYN-ACK-2 | SYN,ACK with SEQ=RCV.NXT+10 | ACK    | nothing | SYN-RECEIVED |

  Scenario Outline: <segment>
    Given an active OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told "connection reset" or "connection refused"
    And the IUT is in <next>

    @without-rfc5961-syn
    Examples: After an active OPEN, a SYN inside the window without RFC 5961
      | id                           | segment                     | answer  | next   |
      | T-SYN-RECEIVED-SEG-SYN-3     | SYN with SEQ=RCV.NXT+10     | RST,ACK | CLOSED |
      | T-SYN-RECEIVED-SEG-SYN-ACK-3 | SYN,ACK with SEQ=RCV.NXT+10 | RST     | CLOSED |

  @interpretation-crossing-syn-ack-is-free
  Scenario Outline: <segment>
    Given an active OPEN, and a connection in SYN-RECEIVED
    When the peer sends <segment>
    Then the IUT may send ACK
    When the peer sends ACK
    Then the user is told "open completed"
    And the IUT is in ESTABLISHED

    Examples: The crossing SYN,ACK
      | id                           | segment              |
      | T-SYN-RECEIVED-SEG-SYN-ACK-4 | SYN,ACK with SEQ=IRS |
