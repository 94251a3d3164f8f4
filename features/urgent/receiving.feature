@section-3.8.5
Feature: Urgent data that the IUT receives

  The user is told that urgent data is ahead, and can ask how much of it is left,
  so that it can read past all of it. The text stays in the stream; the pointer
  promises, and must not be trusted to be sane.

  @MUST-30
  Rule: Urgent text is text, whatever the pointer says

    Scenario Outline: 10 octets with urgent pointer <pointer>
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with 10 octets of text and urgent pointer <pointer>
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

      Examples:
        | pointer |
        | 0       |
        | 1       |
        | 5       |
        | 9       |
        | 10      |
        | 11      |
        | 1000    |
        | 32768   |
        | 65535   |

    Scenario Outline: Text goes on behind urgent pointer <pointer>
      Given a connection in ESTABLISHED
      And the peer has sent URG,ACK with 10 octets of text and urgent pointer <pointer>
      And the IUT has answered with ACK
      When the peer sends 20 octets of text
      Then the IUT sends ACK with ACK=IRS+31
      And the user receives 30 octets of text

      Examples:
        | pointer |
        | 0       |
        | 5       |
        | 10      |
        | 11      |
        | 25      |
        | 65535   |

    Scenario Outline: Empty, with urgent pointer <pointer>
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with urgent pointer <pointer>
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | pointer |
        | 0       |
        | 1       |
        | 65535   |

    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment> and urgent pointer 5
      Then the IUT sends ACK and enters <next>

      Examples:
        | state       | segment                           | next       |
        | ESTABLISHED | URG,FIN,ACK with window 1000      | CLOSE-WAIT |
        | ESTABLISHED | URG,FIN,ACK with 5 octets of text | CLOSE-WAIT |
        | FIN-WAIT-1  | URG,ACK with 5 octets of text     | FIN-WAIT-2 |
        | FIN-WAIT-2  | URG,ACK with 5 octets of text     | FIN-WAIT-2 |
        | FIN-WAIT-2  | URG,FIN,ACK with 5 octets of text | TIME-WAIT  |

    # 3.10.7.4, sixth: after the peer's FIN there can be no urgent data, and URG is ignored.
    Scenario Outline: URG after the peer's FIN is ignored in <state>
      Given a connection in <state>
      When the peer sends URG,ACK with urgent pointer 5 without acknowledging the IUT's FIN
      Then the IUT sends nothing and remains in <state>
      And the user is told of no urgent data

      Examples:
        | state      |
        | CLOSE-WAIT |
        | CLOSING    |
        | LAST-ACK   |

    Scenario: On the ACK that completes the handshake
      Given a connection in SYN-RECEIVED
      When the peer sends URG,ACK with 5 octets of text and urgent pointer 5
      Then the IUT sends ACK with ACK=IRS+6 and enters ESTABLISHED
      And the user receives 5 octets of text

    Scenario: On a SYN it is passed over
      Given a connection in LISTEN
      When the peer sends SYN,URG with urgent pointer 5
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

    Scenario: A RST with URG is a RST
      Given a connection in ESTABLISHED
      When the peer sends RST,URG with urgent pointer 5
      Then the IUT sends nothing and enters CLOSED

  @MUST-32
  Rule: The user is told when urgent data is ahead, and when there is more

    Scenario Outline: <octets> octets with urgent pointer <octets>
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with <octets> octets of text and urgent pointer <octets>
      Then the IUT sends ACK
      And the user is told of urgent data
      And the user receives <octets> octets of text

      Examples:
        | octets |
        | 1      |
        | 2      |
        | 10     |
        | 1000   |

    Scenario Outline: After the user's CLOSE, in <state>
      Given a connection in <state>
      When the peer sends URG,ACK with 10 octets of text and urgent pointer 10
      Then the IUT sends ACK
      And the user is told of urgent data

      Examples:
        | state      |
        | FIN-WAIT-2 |

    Scenario: The pointer lies inside the text
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with 10 octets of text and urgent pointer 4
      Then the IUT sends ACK
      And the user is told of urgent data

    Scenario: Urgent data comes again
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with 5 octets of text and urgent pointer 5
      Then the IUT sends ACK
      And the user is told of urgent data
      When the peer sends URG,ACK with 5 octets of text and urgent pointer 5
      Then the IUT sends ACK
      And the user is told of urgent data

    Scenario: The pointer moves on before the user has read
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends URG,ACK with 5 octets of text and urgent pointer 5
      Then the IUT sends ACK
      And the user is told of urgent data
      When the peer sends URG,ACK with 5 octets of text and urgent pointer 5
      Then the IUT sends ACK
      And the user is told of urgent data

    Scenario Outline: The pointer runs ahead of <segment>
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with <octets> octets of text and urgent pointer <pointer>
      Then the IUT sends ACK
      And the user is told of urgent data ahead

      Examples:
        | segment   | octets | pointer |
        | one octet | 1      | 2       |
        | ten       | 10     | 1000    |
        | little    | 5      | 65535   |

    Scenario: The pointer comes in an empty segment
      Given a connection in ESTABLISHED
      When the peer sends URG,ACK with urgent pointer 20
      Then the user is told of urgent data ahead

    Scenario: Once only while the pointer stands
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends URG,ACK with 5 octets of text and urgent pointer 5
      Then the IUT sends ACK
      And the user is told of urgent data
      When the peer sends 5 octets of text
      Then the IUT sends ACK
      And the user is told of no urgent data

    Scenario Outline: A pointer that tells nothing new: <segment>
      Given a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends <segment>
      Then the IUT sends ACK
      And the user is told of no urgent data

      Examples:
        | segment                                                                |
        | URG,ACK with SEQ=RCV.NXT-20 and 20 octets of text and urgent pointer 5 |
        | URG,ACK with SEQ=RCV.NXT-10 and 20 octets of text and urgent pointer 5 |
        | ACK with 10 octets of text and urgent pointer 5                        |
        | URG,ACK with 10 octets of text and urgent pointer 0                    |

  @MUST-33
  Rule: The user can learn how much urgent data is left

    Scenario Outline: <read> of <octets> octets have been read
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent URG,ACK with <octets> octets of text and urgent pointer <pointer>
      And the IUT has answered with ACK
      When the user reads <read> octets
      Then the user learns that <left> octets are left to the end of urgent data

      Examples:
        | octets | pointer | read | left |
        | 10     | 10      | 1    | 9    |
        | 10     | 10      | 4    | 6    |
        | 10     | 10      | 9    | 1    |
        | 10     | 10      | 10   | 0    |
        | 10     | 6       | 2    | 4    |
        | 20     | 6       | 6    | 0    |
        | 1000   | 1000    | 999  | 1    |

    Scenario: Without urgent data there is none
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK
      And the user learns that 0 octets are left to the end of urgent data

    Scenario: A pointer that moved on counts
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has sent URG,ACK with 5 octets of text and urgent pointer 5
      And the IUT has answered with ACK
      When the peer sends URG,ACK with 10 octets of text and urgent pointer 10
      Then the IUT sends ACK
      And the user learns that 15 octets are left to the end of urgent data

  @MUST-31
  Rule: Urgent data that fills many segments is urgent to its end

    Scenario: Three segments, each with the way to the end
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer sends URG,ACK with 1000 octets of text and urgent pointer 3000
      And the peer sends URG,ACK with 1000 octets of text and urgent pointer 2000
      And the peer sends URG,ACK with 1000 octets of text and urgent pointer 1000
      Then the IUT has acknowledged all of it
      And the user is told of urgent data
      And the user learns that 3000 octets are left to the end of urgent data

  @MUST-66
  Rule: With the window closed URG is still heard

    Scenario: The pointer comes in an empty segment
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends URG,ACK with urgent pointer 1
      Then the user is told of urgent data ahead

    Scenario Outline: The pointer comes with <octets> octets that find no room
      Given the user does not read
      And a connection in <state>
      And the peer has filled the IUT's window
      When the peer sends URG,ACK with <octets> octets of text and urgent pointer <pointer>
      Then the user is told of urgent data ahead
      And the IUT sends ACK with ACK=RCV.NXT and window 0
      When the peer sends ACK with 1 octet of text
      Then the IUT sends ACK with ACK=RCV.NXT and window 0

      Examples:
        | state       | pointer | octets |
        | ESTABLISHED | 1       | 1      |
        | ESTABLISHED | 50      | 100    |
        | ESTABLISHED | 2000    | 1      |
        | FIN-WAIT-2  | 1       | 1      |
