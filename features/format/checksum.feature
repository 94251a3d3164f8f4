@section-3.1
Feature: The checksum

  The checksum covers a pseudo-header with both addresses, the header, the options
  and the text, with a zero octet behind text of an odd length. It is never
  optional, in neither direction and on no kind of segment: what fails it was
  damaged or went astray, and must leave no trace.

  @MUST-3
  Rule: A segment with a wrong checksum is discarded

    Scenario Outline: <octets> octets of text with <mistake>
      Given a connection in ESTABLISHED
      When the peer sends ACK with <octets> octets of text and <mistake>
      Then the IUT sends nothing and remains in ESTABLISHED
      And the user receives no text
      When the peer sends ACK with <octets> octets of text
      Then the IUT sends ACK

      Examples:
        | octets | mistake                              |
        | 1      | a wrong checksum                     |
        | 1      | a checksum of zero                   |
        | 1      | a checksum off by one                |
        | 1      | a checksum with its octets swapped   |
        | 1      | a checksum that is not complemented  |
        | 1      | a checksum without the pseudo-header |
        | 1      | a checksum without the last octet    |
        | 2      | a wrong checksum                     |
        | 2      | a checksum of zero                   |
        | 2      | a checksum without the text          |
        | 37     | a checksum of zero                   |
        | 37     | a checksum with its octets swapped   |
        | 37     | a checksum without the pseudo-header |
        | 37     | a checksum without the last octet    |
        | 37     | a checksum without the text          |
        | 1000   | a wrong checksum                     |
        | 1000   | a checksum of zero                   |
        | 1000   | a checksum off by one                |
        | 1000   | a checksum with its octets swapped   |
        | 1000   | a checksum that is not complemented  |
        | 1000   | a checksum without the pseudo-header |
        | 1000   | a checksum without the last octet    |
        | 1000   | a checksum without the text          |

    Scenario Outline: <segment> with a wrong checksum in <state>
      Given a connection in <state>
      When the peer sends <segment> with a wrong checksum
      Then the IUT sends nothing and remains in <state>

      Examples: Where nothing is open, it is not even refused
        | state  | segment |
        | CLOSED | SYN     |
        | CLOSED | ACK     |
        | CLOSED | FIN,ACK |
        | LISTEN | SYN     |
        | LISTEN | ACK     |

      Examples: While the connection opens
        | state        | segment                        |
        | SYN-SENT     | SYN,ACK                        |
        | SYN-SENT     | SYN                            |
        | SYN-SENT     | RST                            |
        | SYN-SENT     | ACK with ACK=ISS               |
        | SYN-RECEIVED | ACK                            |
        | SYN-RECEIVED | RST                            |
        | SYN-RECEIVED | ACK with ACK=SND.NXT+1         |
        | SYN-RECEIVED | FIN,ACK with 10 octets of text |

      Examples: In synchronized states, no matter what it would have done
        | state       | segment                    |
        | ESTABLISHED | FIN,ACK                    |
        | ESTABLISHED | RST                        |
        | ESTABLISHED | RST with SEQ=RCV.NXT+1     |
        | ESTABLISHED | SYN                        |
        | ESTABLISHED | ACK with SEQ=RCV.NXT-1     |
        | ESTABLISHED | ACK with ACK=SND.NXT+1     |
        | FIN-WAIT-1  | ACK                        |
        | FIN-WAIT-1  | FIN,ACK                    |
        | FIN-WAIT-1  | RST                        |
        | FIN-WAIT-2  | FIN,ACK                    |
        | FIN-WAIT-2  | ACK with 10 octets of text |
        | FIN-WAIT-2  | RST                        |
        | CLOSE-WAIT  | RST                        |
        | CLOSE-WAIT  | ACK with SEQ=RCV.NXT-1     |
        | CLOSING     | ACK                        |
        | CLOSING     | RST                        |
        | LAST-ACK    | ACK                        |
        | LAST-ACK    | RST                        |
        | TIME-WAIT   | RST                        |
        | TIME-WAIT   | ACK with SEQ=RCV.NXT-1     |
        | TIME-WAIT   | SYN with SEQ=RCV.NXT+1000  |

    Scenario Outline: A zero where the checksum should be does not switch it off: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment> with a checksum of zero
      Then the IUT sends nothing and remains in <state>

      Examples:
        | state        | segment |
        | CLOSED       | SYN     |
        | LISTEN       | SYN     |
        | SYN-SENT     | SYN,ACK |
        | SYN-RECEIVED | ACK     |
        | ESTABLISHED  | FIN,ACK |
        | ESTABLISHED  | RST     |
        | FIN-WAIT-1   | ACK     |
        | FIN-WAIT-2   | FIN,ACK |
        | LAST-ACK     | ACK     |

    Scenario: What was discarded is made good by a retransmission
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with 11 octets of text and a wrong checksum
      Then the IUT sends nothing and remains in ESTABLISHED
      When the peer sends FIN,ACK with 11 octets of text
      Then the IUT sends ACK with ACK=RCV.NXT and enters CLOSE-WAIT
      And the user receives 11 octets of text

    Scenario: A damaged ACK acknowledges nothing
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with a wrong checksum
      Then the IUT retransmits its text

    Scenario: A damaged segment does not change the window
      Given a connection in ESTABLISHED
      When the peer sends ACK with window 0 and a wrong checksum
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

  @MUST-3
  Rule: A right checksum is taken as such, whatever its value and however long the segment

    Scenario Outline: Text of <octets> octets
      Given a connection in ESTABLISHED
      When the peer sends ACK with <octets> octets of text
      Then the IUT sends ACK with ACK=IRS+1+SEG.LEN and remains in ESTABLISHED
      And the user receives <octets> octets of text

      Examples:
        | octets |
        | 1      |
        | 2      |
        | 3      |
        | 255    |
        | 256    |
        | 999    |
        | 1219   |
        | 1220   |

    Scenario Outline: <segment> whose checksum is zero in <state>
      Given a connection in <state>
      When the peer sends <segment> with a checksum that is rightly zero
      Then the IUT sends <answer>

      Examples:
        | state        | segment | answer  |
        | LISTEN       | SYN     | SYN,ACK |
        | SYN-SENT     | SYN,ACK | ACK     |
        | SYN-RECEIVED | FIN,ACK | ACK     |
        | ESTABLISHED  | FIN,ACK | ACK     |
        | CLOSED       | ACK     | RST     |
        | FIN-WAIT-2   | FIN,ACK | ACK     |
        

    Scenario Outline: Text of <octets> octets whose checksum is zero
      Given a connection in ESTABLISHED
      When the peer sends ACK with <octets> octets of text and a checksum that is rightly zero
      Then the IUT sends ACK
      And the user receives <octets> octets of text

      Examples:
        | octets |
        | 1      |
        | 10     |
        | 501    |

  # The background checker verifies each checksum of the IUT, in every scenario. Here it sees each kind of segment.
  @MUST-2
  Rule: Every segment that the IUT sends carries a right checksum

    Scenario Outline: Text of <octets> octets
      Given a connection in ESTABLISHED
      When the user sends <octets> octets of text
      Then the IUT sends ACK with <octets> octets of text

      Examples:
        | octets |
        | 1      |
        | 2      |
        | 3      |
        | 100    |
        | 101    |
        | 535    |
        | 536    |
        | 1219   |
        | 1220   |

    Scenario: A SYN
      Given a connection in CLOSED
      When the user calls active OPEN
      Then the IUT sends SYN

    Scenario Outline: <answer> to <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends <answer>

      Examples:
        | state       | segment                   | answer  |
        | CLOSED      | SYN                       | RST,ACK |
        | CLOSED      | ACK                       | RST     |
        | CLOSED      | ACK with 3 octets of text | RST     |
        | CLOSED      | FIN without ACK           | RST,ACK |
        | LISTEN      | SYN                       | SYN,ACK |
        | LISTEN      | ACK                       | RST     |
        | SYN-SENT    | SYN,ACK                   | ACK     |
        | ESTABLISHED | ACK with 3 octets of text | ACK     |
        | ESTABLISHED | FIN,ACK                   | ACK     |

    Scenario: Text and FIN, and both again
      Given a connection in ESTABLISHED
      And the user has sent 7 octets of text
      When the user calls CLOSE
      Then the IUT sends FIN,ACK
      And the IUT retransmits its text

    Scenario: The reset of an ABORT
      Given a connection in ESTABLISHED
      When the user calls ABORT
      Then the IUT sends RST with or without ACK

    # One's complement has two zeros; TCP, unlike UDP, gives neither of them a meaning of its own.
    Scenario: A checksum that comes out as zero
      Given a connection in CLOSED
      When the peer sends ACK
      Then the IUT sends RST
      And a RST whose checksum comes out as zero carries zero
