@section-3.1
Feature: The fixed header

  Twenty octets that every stack reads alike: where the text begins, bits that
  are kept for later, a window of sixteen bits, a pointer that counts only with
  its flag. A stack must neither trip over what it does not know nor read a
  header that is not there.

  @RFC9293-3.1-RSRVD-RECV
  Rule: Reserved bits are ignored on arrival

    Scenario Outline: <segment> with reserved bits <bits> in <state>
      Given a connection in <state>
      When the peer sends <segment> with reserved bits <bits>
      Then the IUT sends <answer> and enters <next>

      Examples: One bit at a time on a SYN
        | state  | segment | bits | answer  | next         |
        | LISTEN | SYN     | 1    | SYN,ACK | SYN-RECEIVED |
        | LISTEN | SYN     | 2    | SYN,ACK | SYN-RECEIVED |
        | LISTEN | SYN     | 4    | SYN,ACK | SYN-RECEIVED |
        | LISTEN | SYN     | 8    | SYN,ACK | SYN-RECEIVED |
        | LISTEN | SYN     | 15   | SYN,ACK | SYN-RECEIVED |

      Examples: On a FIN
        | state       | segment | bits | answer | next       |
        | ESTABLISHED | FIN,ACK | 1    | ACK    | CLOSE-WAIT |
        | ESTABLISHED | FIN,ACK | 2    | ACK    | CLOSE-WAIT |
        | ESTABLISHED | FIN,ACK | 4    | ACK    | CLOSE-WAIT |
        | ESTABLISHED | FIN,ACK | 8    | ACK    | CLOSE-WAIT |
        | ESTABLISHED | FIN,ACK | 15   | ACK    | CLOSE-WAIT |

      Examples: All of them wherever a segment is answered
        | state        | segment                | bits | answer  | next        |
        | CLOSED       | SYN                    | 15   | RST,ACK | CLOSED      |
        | CLOSED       | ACK                    | 15   | RST     | CLOSED      |
        | LISTEN       | ACK                    | 15   | RST     | LISTEN      |
        | SYN-SENT     | SYN,ACK                | 15   | ACK     | ESTABLISHED |
        | SYN-RECEIVED | FIN,ACK                | 15   | ACK     | CLOSE-WAIT  |
        | ESTABLISHED  | ACK with SEQ=RCV.NXT-1 | 15   | ACK     | ESTABLISHED |
        | FIN-WAIT-1   | FIN,ACK                | 15   | ACK     | TIME-WAIT   |
        | FIN-WAIT-2   | FIN,ACK                | 15   | ACK     | TIME-WAIT   |
        | CLOSE-WAIT   | ACK with SEQ=RCV.NXT-1 | 15   | ACK     | CLOSE-WAIT  |
        | CLOSING      | ACK with SEQ=RCV.NXT-1 | 15   | ACK     | CLOSING     |
        | LAST-ACK     | ACK with SEQ=RCV.NXT-1 | 15   | ACK     | LAST-ACK    |
        | TIME-WAIT    | ACK with SEQ=RCV.NXT-1 | 15   | ACK     | TIME-WAIT   |

    Scenario Outline: Text with reserved bits <bits>
      Given a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and reserved bits <bits>
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

      Examples:
        | bits |
        | 1    |
        | 2    |
        | 4    |
        | 8    |
        | 15   |

    Scenario Outline: An ACK with reserved bits <bits> acknowledges the FIN
      Given a connection in FIN-WAIT-1
      When the peer sends ACK with reserved bits <bits>
      Then the IUT sends nothing and enters FIN-WAIT-2

      Examples:
        | bits |
        | 1    |
        | 2    |
        | 4    |
        | 8    |
        | 15   |

    Scenario: An ACK with reserved bits completes the handshake
      Given a connection in SYN-RECEIVED
      When the peer sends ACK with reserved bits
      Then the IUT sends nothing and enters ESTABLISHED

    Scenario: A RST with reserved bits resets
      Given a connection in ESTABLISHED
      When the peer sends RST with reserved bits
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset"

  # The background checker looks at every segment of the IUT. Here the peer's bits tempt it to send them back.
  @RFC9293-3.1-RSRVD-SEND
  Rule: The IUT sends reserved bits as zero, whatever the peer sent

    Scenario: Throughout a connection whose peer sets all of them
      Given a connection in LISTEN
      When the peer sends SYN with reserved bits
      Then the IUT sends SYN,ACK
      When the peer sends ACK with reserved bits
      Then the user is told "open completed"
      When the peer sends ACK with 10 octets of text and reserved bits
      Then the IUT sends ACK
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

    Scenario Outline: <answer> to <segment>
      Given a connection in CLOSED
      When the peer sends <segment> with reserved bits
      Then the IUT sends <answer>

      Examples:
        | segment | answer  |
        | SYN     | RST,ACK |
        | ACK     | RST     |

  @RFC9293-3.1-DATA-OFFSET
  Rule: A data offset that points outside the segment, or into the fixed header, makes no segment

    Scenario Outline: <segment> with data offset <words> in <state>
      Given a connection in <state>
      When the peer sends <segment> with data offset <words>
      Then the IUT sends nothing and remains in <state>

      Examples: Into the fixed header
        | state        | segment | words |
        | CLOSED       | SYN     | 0     |
        | CLOSED       | SYN     | 4     |
        | LISTEN       | SYN     | 0     |
        | LISTEN       | SYN     | 1     |
        | LISTEN       | SYN     | 4     |
        | SYN-SENT     | SYN,ACK | 4     |
        | SYN-RECEIVED | ACK     | 4     |
        | ESTABLISHED  | FIN,ACK | 0     |
        | ESTABLISHED  | FIN,ACK | 1     |
        | ESTABLISHED  | FIN,ACK | 2     |
        | ESTABLISHED  | FIN,ACK | 3     |
        | ESTABLISHED  | FIN,ACK | 4     |
        | ESTABLISHED  | RST     | 4     |
        | FIN-WAIT-1   | ACK     | 4     |
        | LAST-ACK     | ACK     | 4     |

      Examples: Past the end of the segment
        | state        | segment | words |
        | CLOSED       | SYN     | 15    |
        | LISTEN       | SYN     | 7     |
        | LISTEN       | SYN     | 15    |
        | SYN-SENT     | SYN,ACK | 15    |
        | SYN-RECEIVED | ACK     | 6     |
        | ESTABLISHED  | FIN,ACK | 6     |
        | ESTABLISHED  | FIN,ACK | 15    |
        | ESTABLISHED  | RST     | 6     |
        | ESTABLISHED  | RST     | 15    |
        | FIN-WAIT-1   | ACK     | 15    |
        | LAST-ACK     | ACK     | 15    |

    Scenario Outline: Text with data offset <words>
      Given a connection in ESTABLISHED
      When the peer sends ACK with <octets> octets of text and data offset <words>
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user receives no text
      When the peer sends ACK with <octets> octets of text
      Then the IUT sends ACK

      Examples:
        | words | octets |
        | 0     | 40     |
        | 1     | 40     |
        | 2     | 40     |
        | 3     | 40     |
        | 4     | 40     |
        | 6     | 3      |
        | 8     | 11     |
        | 15    | 39     |

  # Ethernet fills a frame up to 60 octets. IP tells where the packet ends, and TCP counts its text and its checksum by that.
  @RFC9293-3.1-LENGTH
  Rule: The segment ends where IP's length does

    Scenario Outline: <segment> with padding of <octets> octets in <state>
      Given a connection in <state>
      When the peer sends <segment> with padding of <octets> octets
      Then the IUT sends <answer> and enters <next>

      Examples:
        | state        | segment | octets | answer  | next         |
        | CLOSED       | SYN     | 6      | RST,ACK | CLOSED       |
        | LISTEN       | SYN     | 1      | SYN,ACK | SYN-RECEIVED |
        | LISTEN       | SYN     | 6      | SYN,ACK | SYN-RECEIVED |
        | SYN-SENT     | SYN,ACK | 6      | ACK     | ESTABLISHED  |
        | SYN-RECEIVED | ACK     | 6      | nothing | ESTABLISHED  |
        | ESTABLISHED  | ACK     | 1      | nothing | ESTABLISHED  |
        | ESTABLISHED  | ACK     | 6      | nothing | ESTABLISHED  |
        | ESTABLISHED  | FIN,ACK | 1      | ACK     | CLOSE-WAIT   |
        | ESTABLISHED  | FIN,ACK | 6      | ACK     | CLOSE-WAIT   |
        | ESTABLISHED  | RST     | 6      | nothing | CLOSED       |
        | FIN-WAIT-1   | ACK     | 6      | nothing | FIN-WAIT-2   |
        | FIN-WAIT-2   | FIN,ACK | 6      | ACK     | TIME-WAIT    |
        | LAST-ACK     | ACK     | 6      | nothing | CLOSED       |

    Scenario Outline: <padding> octets behind text are no text
      Given a connection in ESTABLISHED
      When the peer sends ACK with <text> octets of text and padding of <padding> octets
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives <text> octets of text
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK and remains in ESTABLISHED
      And the user receives <all> octets of text

      Examples:
        | text | padding | all |
        | 1    | 5       | 11  |
        | 2    | 4       | 12  |
        | 5    | 1       | 15  |
        | 100  | 4       | 110 |

    Scenario Outline: <segment> with an IP length <octets> octets too long in <state>
      Given a connection in <state>
      When the peer sends <segment> with an IP length <octets> octets too long
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state        | segment | octets |
        | CLOSED       | SYN     | 8      |
        | LISTEN       | SYN     | 8      |
        | SYN-SENT     | SYN,ACK | 8      |
        | SYN-RECEIVED | ACK     | 8      |
        | ESTABLISHED  | FIN,ACK | 1      |
        | ESTABLISHED  | FIN,ACK | 8      |
        | ESTABLISHED  | RST     | 1000   |
        | FIN-WAIT-1   | ACK     | 8      |

    Scenario Outline: Text of which the last <octets> octets are missing
      Given a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and an IP length <octets> octets too long
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user receives no text
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK

      Examples:
        | octets |
        | 1      |
        | 100    |

  Rule: A packet too short for the fixed header makes no segment

    Scenario Outline: <octets> octets of <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment> with a header of <octets> octets
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state       | segment | octets |
        | CLOSED      | SYN     | 19     |
        | LISTEN      | SYN     | 1      |
        | LISTEN      | SYN     | 19     |
        | SYN-SENT    | SYN,ACK | 19     |
        | ESTABLISHED | FIN,ACK | 1      |
        | ESTABLISHED | FIN,ACK | 8      |
        | ESTABLISHED | FIN,ACK | 13     |
        | ESTABLISHED | FIN,ACK | 19     |
        | ESTABLISHED | RST     | 14     |
        | FIN-WAIT-1  | ACK     | 19     |

  @MUST-1
  Rule: The window is an unsigned number

    Scenario Outline: A window of <window> lets text leave
      Given a connection in ESTABLISHED
      When the peer sends ACK with window <window>
      And the user sends 100 octets of text
      Then the IUT sends ACK with 100 octets of text

      Examples:
        | window |
        | 32767  |
        | 32768  |
        | 32769  |
        | 40000  |
        | 65535  |

    Scenario Outline: A window of <window> on the SYN lets text leave
      Given the peer offers a window of <window>
      And a connection in ESTABLISHED
      When the user sends 100 octets of text
      Then the IUT sends ACK with 100 octets of text

      Examples:
        | window |
        | 32768  |
        | 65535  |

    Scenario: A window that grows from 32767 to 32768 has not closed
      Given the peer offers a window of 32767
      And a connection in ESTABLISHED
      When the peer sends ACK with window 32768
      And the user sends 100 octets of text
      Then the IUT sends ACK with 100 octets of text

  @RFC9293-3.1-URGPTR-NOFLAG
  Rule: The urgent pointer means nothing without URG

    Scenario: A FIN with an urgent pointer is a FIN
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with urgent pointer 65535
      Then the IUT sends ACK and enters CLOSE-WAIT
      And the user is told "connection closing"

    Scenario Outline: The user is told nothing of urgent pointer <pointer>
      Given a connection in ESTABLISHED
      When the peer sends ACK with 10 octets of text and urgent pointer <pointer>
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user is told nothing
      And the user receives 10 octets of text

      Examples:
        | pointer |
        | 1       |
        | 5       |
        | 10      |
        | 11      |
        | 65535   |

    Scenario: The IUT's own segments carry no URG for it
      Given a connection in ESTABLISHED
      And the peer has sent ACK with 10 octets of text and urgent pointer 10
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and 10 octets of text
