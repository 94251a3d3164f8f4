@section-3.10.7.4
Feature: The cells of TIME-WAIT

  All is said and acknowledged. What still arrives is a ghost or a repeated FIN,
  and neither may bring the connection to an end or to life.

  Scenario Outline: <segment>
    Given a connection in TIME-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told <told>
    And the IUT is in <next>

    Examples: Whatever the options
      | id                             | segment                    | answer  | told    | next      |
      | T-TIME-WAIT-SEG-UNACCEPTABLE-1 | ACK with SEQ=RCV.NXT-100   | ACK     | nothing | TIME-WAIT |
      | T-TIME-WAIT-SEG-UNACCEPTABLE-2 | FIN,ACK with SEQ=RCV.NXT-1 | ACK     | nothing | TIME-WAIT |
      | T-TIME-WAIT-SEG-RST-OUTSIDE-1  | RST with SEQ=RCV.NXT-100   | nothing | nothing | TIME-WAIT |
      | T-TIME-WAIT-SEG-NOACK-1        | no flags                   | nothing | nothing | TIME-WAIT |
      | T-TIME-WAIT-SEG-ACK-FUTURE-1   | ACK with ACK=SND.NXT+1     | ACK     | nothing | TIME-WAIT |

    @RFC5961-3.2-RST-CHALLENGE @without-rfc1337
    Examples: A RST inside the window, with RFC 5961
      | id                             | segment                 | answer | told    | next      |
      | T-TIME-WAIT-SEG-RST-INWINDOW-1 | RST with SEQ=RCV.NXT+10 | ACK    | nothing | TIME-WAIT |

    @RFC5961-4.2-SYN-CHALLENGE
    Examples: A SYN inside the window, with RFC 5961
      | id                        | segment                     | answer | told    | next      |
      | T-TIME-WAIT-SEG-SYN-3     | SYN with SEQ=RCV.NXT+10     | ACK    | nothing | TIME-WAIT |
      | T-TIME-WAIT-SEG-SYN-ACK-1 | SYN,ACK with SEQ=RCV.NXT+10 | ACK    | nothing | TIME-WAIT |

    @without-rfc5961-syn @without-rfc6191
    Examples: A SYN inside the window, without RFC 5961
      | id                        | segment                     | answer  | told               | next   |
      | T-TIME-WAIT-SEG-SYN-4     | SYN with SEQ=RCV.NXT+10     | RST,ACK | "connection reset" | CLOSED |
      | T-TIME-WAIT-SEG-SYN-ACK-2 | SYN,ACK with SEQ=RCV.NXT+10 | RST     | "connection reset" | CLOSED |

  @interpretation-ack-in-time-wait-is-free
  Scenario Outline: <segment>
    Given a connection in TIME-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT may send ACK
    And the user is told nothing
    And the IUT is in <next>

    Examples:
      | id                             | segment                                       | next      |
      | T-TIME-WAIT-SEG-ACK-FIN-1      | ACK                                           | TIME-WAIT |
      | T-TIME-WAIT-SEG-ACK-DUP-1      | ACK with ACK=SND.UNA-1                        | TIME-WAIT |
      | T-TIME-WAIT-SEG-URG-1          | URG,ACK with urgent pointer 10                | TIME-WAIT |
      | T-TIME-WAIT-SEG-DATA-INORDER-1 | ACK with 10 octets of text                    | TIME-WAIT |
      | T-TIME-WAIT-SEG-DATA-EARLY-1   | ACK with SEQ=RCV.NXT+10 and 10 octets of text | TIME-WAIT |
      | T-TIME-WAIT-SEG-DATA-OVERLAP-1 | ACK with SEQ=RCV.NXT-5 and 10 octets of text  | TIME-WAIT |

  @without-rfc1337
  # Whether the user is told of this RST is said by 3.5.3 and not by 3.10.7.4.
  Scenario Outline: <segment>
    Given a connection in TIME-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends nothing
    And the IUT is in <next>

    Examples:
      | id                          | segment | next   |
      | T-TIME-WAIT-SEG-RST-EXACT-1 | RST     | CLOSED |

    @without-rfc5961-rst
    Examples: A RST inside the window, without RFC 5961
      | id                             | segment                 | next   |
      | T-TIME-WAIT-SEG-RST-INWINDOW-2 | RST with SEQ=RCV.NXT+10 | CLOSED |

  @RFC1337-3-F1-IGNORE-RST
  Scenario Outline: <segment>
    Given a connection in TIME-WAIT
    When the peer sends <segment>
    Then the IUT sends nothing
    And the IUT is in <next>

    Examples: A RST, with RFC 1337
      | id                          | segment | next      |
      | T-TIME-WAIT-SEG-RST-EXACT-2 | RST     | TIME-WAIT |

    @without-rfc5961-rst
    Examples: A RST inside the window, with RFC 1337 and without RFC 5961
      | id                             | segment                 | next      |
      | T-TIME-WAIT-SEG-RST-INWINDOW-3 | RST with SEQ=RCV.NXT+10 | TIME-WAIT |

  @MAY-2 @without-rfc6191 @keep-listener
  Scenario Outline: <segment>
    Given a connection in TIME-WAIT
    When the peer sends <segment>
    Then the IUT sends SYN,ACK
    And the IUT is in <next>

    Examples: A SYN that reopens the connection
      | id                             | segment                      | next         |
      | T-TIME-WAIT-SEG-SYN-2          | SYN with SEQ=RCV.NXT+10      | SYN-RECEIVED |
      | T-TIME-WAIT-SEG-UNACCEPTABLE-5 | SYN with SEQ=RCV.NXT+1000000 | SYN-RECEIVED |

  # MAX.SND.WND must be less than what the IUT has sent, or its edge lies before the ISS.
  Scenario Outline: <segment>
    Given the peer offers a window of 30
    And a connection in TIME-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user is told nothing
    And the IUT is in <next>

    @RFC5961-5.2-ACK-REPLY
    Examples: An ACK too old, with RFC 5961
      | id                            | segment                            | answer | next      |
      | T-TIME-WAIT-SEG-ACK-TOO-OLD-1 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | ACK    | TIME-WAIT |

  Scenario Outline: <segment>
    Given the user does not read
    And a connection in FIN-WAIT-2
    And the peer has filled the IUT's window but for 1 octet
    And the peer has sent FIN,ACK
    And the IUT has answered with ACK
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the user receives no text
    And the IUT is in <next>

    Examples: Text for a closed window
      | id                             | segment                                    | answer | next      |
      | T-TIME-WAIT-SEG-DATA-ZEROWND-1 | ACK with ACK=SND.UNA and 10 octets of text | ACK    | TIME-WAIT |

  @interpretation-ack-in-time-wait-is-free
  Scenario Outline: <segment>
    Given the peer offers a window of 30
    And a connection in TIME-WAIT with 20 octets of text in flight
    When the peer sends <segment>
    Then the IUT may send ACK
    And the user is told nothing
    And the IUT is in <next>

    @without-rfc5961-ack
    Examples: An ACK too old, without RFC 5961
      | id                            | segment                            | next      |
      | T-TIME-WAIT-SEG-ACK-TOO-OLD-2 | ACK with ACK=SND.UNA-MAX.SND.WND-1 | TIME-WAIT |

  @keep-listener @with-timestamps
  Scenario Outline: <segment>
    Given the peer offers timestamps
    And a connection in TIME-WAIT
    When the peer sends <segment>
    Then the IUT sends <answer>
    And the IUT is in <next>

    @RFC6191-2-TS-NEWER
    Examples: A SYN with a later timestamp, with RFC 6191
      | id                             | segment                                       | answer  | next         |
      | T-TIME-WAIT-SEG-SYN-1          | SYN with SEQ=RCV.NXT+10 and TSval=TS.Recent+2 | SYN,ACK | SYN-RECEIVED |
      | T-TIME-WAIT-SEG-UNACCEPTABLE-3 | SYN with SEQ=RCV.NXT-1 and TSval=TS.Recent+2  | SYN,ACK | SYN-RECEIVED |

  @keep-listener @with-timestamps @interpretation-refused-syn-in-time-wait
  Scenario Outline: <segment>
    Given the peer offers timestamps
    And a connection in TIME-WAIT
    When the peer sends <segment>
    Then the IUT may send ACK
    And the IUT is in <next>

    @RFC6191-2-ELSE-DROP
    Examples: A SYN that nothing shows to be new, with RFC 6191
      | id                             | segment                                          | next      |
      | T-TIME-WAIT-SEG-SYN-5          | SYN with SEQ=RCV.NXT+10 and TSval=TS.Recent-1000 | TIME-WAIT |
      | T-TIME-WAIT-SEG-UNACCEPTABLE-4 | SYN with SEQ=RCV.NXT-1000 and TSval=TS.Recent    | TIME-WAIT |
