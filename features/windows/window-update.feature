@section-3.10.7.4
Feature: The window that the peer offers

  Every ACK says how much more the peer will take. Segments overtake each other,
  so the window of the newest one counts: SND.WL1 and SND.WL2 remember the SEQ and
  the ACK of the segment that told it. And nothing new ever leaves beyond its edge.

  @RFC9293-3.8.6-WINDOW
  Rule: No more text leaves than the window takes

    Scenario Outline: A window of <window>
      Given the peer offers a window of <window>
      And a connection in ESTABLISHED
      When the user sends 3000 octets of text
      Then the IUT sends <window> octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 1      |
        | 10     |
        | 100    |
        | 1000   |

    Scenario Outline: A window of <window> that moves on as the peer acknowledges
      Given the peer offers a window of <window>
      And a connection in ESTABLISHED
      When the user sends <text> octets of text
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | window | text   |
        | 10     | 60     |
        | 536    | 5000   |
        | 1000   | 10000  |
        | 20000  | 100000 |
        | 65535  | 100000 |

    Scenario: A window that moves on by part of what is in flight
      Given the peer offers MSS 500
      And the peer offers a window of 1000
      And a connection in ESTABLISHED
      When the user sends 3000 octets of text
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more
      When the peer sends ACK with ACK=SND.UNA+500
      Then the IUT sends ACK with SEQ=ISS+1001 and 500 octets of text
      And the IUT sends nothing more

    Scenario: Text after the peer's FIN keeps to the window as well
      Given the peer offers a window of 1000
      And a connection in CLOSE-WAIT
      When the user sends 3000 octets of text
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

  @MUST-1
  Rule: The window is a number without sign

    Scenario Outline: A window of <window> from the first segment on
      Given the peer offers a window of <window>
      And a connection in ESTABLISHED
      When the user sends 2000 octets of text
      Then the IUT sends the rest of its text

      Examples:
        | window |
        | 32767  |
        | 32768  |
        | 32769  |
        | 40000  |
        | 49152  |
        | 65535  |

    Scenario Outline: A window of <window> after a small one
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 2000 octets of text
      Then the IUT sends 100 octets of its text
      When the peer sends ACK with window <window>
      Then the IUT sends the rest of its text

      Examples:
        | window |
        | 32767  |
        | 32768  |
        | 65535  |

    Scenario: A window of 65535 whose right edge wraps many times
      Given a connection in ESTABLISHED
      When the user sends 200000 octets of text
      Then all of its text comes, as the peer acknowledges it

  @RFC9293-3.10.7.4-WND-UPDATE
  Rule: A segment that is newer by SND.WL1 and SND.WL2 tells the window

    Scenario Outline: The same SEQ and ACK, and a window of <window>
      Given the peer offers a window of 100
      And a connection in <state>
      When the peer sends ACK with window <window>
      And the user sends 1000 octets of text
      Then the IUT sends <window> octets of its text
      And the IUT sends nothing more

      Examples:
        | state       | window |
        | ESTABLISHED | 50     |
        | ESTABLISHED | 101    |
        | ESTABLISHED | 200    |
        | ESTABLISHED | 600    |
        | CLOSE-WAIT  | 50     |
        | CLOSE-WAIT  | 200    |

    Scenario Outline: <how>: a newer SEQ
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends <segment>
      Then the IUT may send ACK
      When the user sends 1000 octets of text
      Then the IUT sends <octets> octets of its text
      And the IUT sends nothing more

      Examples:
        | how              | segment                                       | octets |
        | an empty segment | ACK with window 200                           | 200    |
        | an empty segment, smaller | ACK with window 60                   | 60     |
        | text             | ACK with window 200 and 10 octets of text     | 200    |
        | text, smaller    | ACK with window 60 and 10 octets of text      | 60     |
        | a FIN            | FIN,ACK with window 200                       | 200    |
        | a FIN, smaller   | FIN,ACK with window 60                        | 60     |
        | text and a FIN   | FIN,ACK with window 200 and 10 octets of text | 200    |

    Scenario Outline: A newer ACK, and a window of <window>
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the peer sends ACK with window <window>
      And the user sends 1000 octets of text
      Then the IUT sends <window> octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 60     |
        | 200    |

    Scenario: The window opens with nothing new acknowledged
      Given a connection in ESTABLISHED
      And the peer has sent ACK with window 10
      When the user sends 1000 octets of text
      And the peer sends ACK with window 2000
      Then the IUT sends the rest of its text

    Scenario: The window grows while text is in flight
      Given the peer offers MSS 500
      And the peer offers a window of 500
      And a connection in ESTABLISHED
      When the user sends 1000 octets of text
      Then the IUT sends 500 octets of its text
      When the peer sends ACK with ACK=SND.UNA and window 1000
      Then the IUT sends 500 octets of its text

    Scenario: Several updates, the last one counts
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the peer sends ACK with window 300
      And the peer sends ACK with window 0
      And the peer sends ACK with window 200
      And the user sends 1000 octets of text
      Then the IUT sends 200 octets of its text
      And the IUT sends nothing more

  @RFC9293-3.10.7.4-WND-UPDATE
  Rule: A segment that is older, or not acceptable, tells nothing about the window

    Scenario Outline: An ACK of <ack> with a window of <window>
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      And the user has sent 20 octets of text
      And the peer has acknowledged the IUT's text
      When the peer sends ACK with ACK=<ack> and window <window>
      And the user sends 1000 octets of text
      Then the IUT sends 100 octets of its text
      And the IUT sends nothing more

      Examples:
        | ack        | window |
        | SND.UNA-1  | 500    |
        | SND.UNA-1  | 60     |
        | SND.UNA-20 | 500    |
        | SND.UNA-20 | 60     |

    # The text is new, its ACK is not.
    Scenario Outline: Text with an old ACK and a window of <window>
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      And the user has sent 20 octets of text
      And the peer has acknowledged the IUT's text
      And the peer has sent 10 octets of text
      When the peer sends ACK with ACK=SND.UNA-10 and window <window> and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      When the user sends 1000 octets of text
      Then the IUT sends 100 octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 60     |
        | 500    |

    Scenario Outline: <what> with a window of <window>
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the peer sends <segment> and window <window>
      Then the IUT may send ACK
      When the user sends 1000 octets of text
      Then the IUT sends 100 octets of its text
      And the IUT sends nothing more

      Examples:
        | what                   | segment                                           | window |
        | an old empty segment   | ACK with SEQ=RCV.NXT-1                            | 500    |
        | an old empty segment   | ACK with SEQ=RCV.NXT-1                            | 60     |
        | text beyond the window | ACK with SEQ=RCV.NXT+RCV.WND+10 and 1 octet of text | 500  |
        | an ACK of nothing sent | ACK with ACK=SND.NXT+1                            | 500    |
        | an ACK of nothing sent | ACK with ACK=SND.NXT+1                            | 60     |
        | a wrong checksum       | ACK with a wrong checksum                         | 500    |

    Scenario Outline: Text without ACK and a window of <window>
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the peer sends PSH without ACK and 10 octets of text and window <window>
      Then the IUT sends nothing
      When the user sends 1000 octets of text
      Then the IUT sends 100 octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 60     |
        | 500    |

    # WL1 stands in the early segment where its ACK is looked at as it comes, and comes last where it waits its turn.
    @SHLD-31
    Scenario Outline: Text overtakes text, and brings a window of <early> where the other has <late>
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and window <early> and 10 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and window <late> and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      When the user sends 1000 octets of text
      Then the IUT sends <early> octets of its text
      And the IUT sends nothing more

      Examples:
        | early | late |
        | 200   | 120  |
        | 120   | 200  |

    Scenario: A segment of another connection
      Given the peer offers a window of 1000
      And a connection in ESTABLISHED
      When a second peer sends FIN,ACK with window 10
      Then the IUT sends RST to the second peer
      When the user sends 900 octets of text
      Then the IUT sends 900 octets of its text

  @RFC9293-3.10.7.4-WND-UPDATE
  Rule: The ACK that completes the handshake tells the window, not the SYN before it

    Scenario Outline: SYN with a window of <first>, ACK with <second>
      Given the peer offers a window of <first>
      And a connection in SYN-RECEIVED
      When the peer sends ACK with window <second>
      Then the IUT is in ESTABLISHED
      And the user is told "open completed"
      When the user sends 1000 octets of text
      Then the IUT sends <octets> octets of its text
      And the IUT sends nothing more

      Examples:
        | first | second | octets |
        | 60000 | 10     | 10     |
        | 60000 | 100    | 100    |
        | 100   | 200    | 200    |
        | 100   | 5000   | 1000   |
        | 0     | 200    | 200    |

    # RFC 9293 sets SND.WND only in SYN-RECEIVED; RFC 1122 4.2.2.20(c) has it here, too.
    Scenario Outline: SYN,ACK with a window of <window>
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with window <window>
      Then the IUT sends ACK and enters ESTABLISHED
      When the user sends 1000 octets of text
      Then the IUT sends <octets> octets of its text
      And the IUT sends nothing more

      Examples:
        | window | octets |
        | 100    | 100    |
        | 536    | 536    |
        | 5000   | 1000   |

    Scenario: SYN,ACK with a window of 100, and the first ACK with 200
      Given a connection in SYN-SENT
      When the peer sends SYN,ACK with window 100
      Then the IUT sends ACK and enters ESTABLISHED
      When the peer sends ACK with window 200
      And the user sends 1000 octets of text
      Then the IUT sends 200 octets of its text
      And the IUT sends nothing more
