@section-3.4
Feature: The acceptance test

  Four cases decide whether a segment is looked at: with or without text, with
  the window open or closed. The edges are where implementations err by one, and
  where an attacker who guesses gains or loses a factor of two.

  @RFC9293-3.4-ACCEPT-LEN0-WND
  Rule: An empty segment is acceptable if its number lies in the window

    Scenario Outline: An ACK of the FIN at <seq> counts
      Given a connection in FIN-WAIT-1
      When the peer sends ACK with SEQ=<seq>
      Then the IUT sends nothing and enters FIN-WAIT-2

      Examples:
        | id                 | seq               |
        | next               | RCV.NXT           |
        | next plus 1        | RCV.NXT+1         |
        | next plus 1000     | RCV.NXT+1000      |
        | right edge minus 2 | RCV.NXT+RCV.WND-2 |
        | right edge minus 1 | RCV.NXT+RCV.WND-1 |

    Scenario Outline: An ACK of the FIN at <seq> is refused
      Given a connection in FIN-WAIT-1
      When the peer sends ACK with SEQ=<seq>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in FIN-WAIT-1

      Examples:
        | id                    | seq                  |
        | next minus 1          | RCV.NXT-1            |
        | next minus 2          | RCV.NXT-2            |
        | next minus 1000       | RCV.NXT-1000         |
        | next minus 65535      | RCV.NXT-65535        |
        | next minus 2147483647 | RCV.NXT-2147483647   |
        | right edge            | RCV.NXT+RCV.WND      |
        | right edge plus 1     | RCV.NXT+RCV.WND+1    |
        | right edge plus 1000  | RCV.NXT+RCV.WND+1000 |
        | next plus 2147483647  | RCV.NXT+2147483647   |

    Scenario Outline: The handshake is completed by an ACK at <seq>
      Given a connection in SYN-RECEIVED
      When the peer sends ACK with SEQ=<seq>
      Then the IUT sends nothing and enters ESTABLISHED

      Examples:
        | id                 | seq               |
        | next               | RCV.NXT           |
        | next plus 1        | RCV.NXT+1         |
        | right edge minus 1 | RCV.NXT+RCV.WND-1 |

    Scenario Outline: The handshake is not completed by an ACK at <seq>
      Given a connection in SYN-RECEIVED
      When the peer sends ACK with SEQ=<seq>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in SYN-RECEIVED

      Examples:
        | id                   | seq                  |
        | next minus 1         | RCV.NXT-1            |
        | next minus 1000      | RCV.NXT-1000         |
        | right edge           | RCV.NXT+RCV.WND      |
        | right edge plus 1000 | RCV.NXT+RCV.WND+1000 |
        | next plus 2147483647 | RCV.NXT+2147483647   |

  @RFC9293-3.4-ACCEPT-LEN-WND
  Rule: Text is acceptable if its first or its last octet lies in the window

    Scenario Outline: <octets> octets from <seq> bring <taken> to the 20 that are there
      Given a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with ACK=IRS+21+<taken> and remains in ESTABLISHED
      And the user receives <all> octets of text

      Examples: Across the left edge
        | id             | seq        | octets | taken | all |
        | at it, 1       | RCV.NXT    | 1      | 1     | 21  |
        | at it, 10      | RCV.NXT    | 10     | 10    | 30  |
        | 1 old, 1 new   | RCV.NXT-1  | 2      | 1     | 21  |
        | 1 old, 10 new  | RCV.NXT-1  | 11     | 10    | 30  |
        | 10 old, 1 new  | RCV.NXT-10 | 11     | 1     | 21  |
        | 10 old, 10 new | RCV.NXT-10 | 20     | 10    | 30  |
        | 20 old, 1 new  | RCV.NXT-20 | 21     | 1     | 21  |

      Examples: Left of it
        | id                  | seq          | octets | taken | all |
        | 1 old               | RCV.NXT-1    | 1      | 0     | 20  |
        | 1 old, 1 before it  | RCV.NXT-2    | 1      | 0     | 20  |
        | 10 old              | RCV.NXT-10   | 10     | 0     | 20  |
        | 10 old, 1 before it | RCV.NXT-11   | 10     | 0     | 20  |
        | 20 old              | RCV.NXT-20   | 20     | 0     | 20  |
        | long ago            | RCV.NXT-1000 | 10     | 0     | 20  |

      Examples: Right of the window
        | id                   | seq                  | octets | taken | all |
        | at the edge, 1       | RCV.NXT+RCV.WND      | 1      | 0     | 20  |
        | at the edge, 10      | RCV.NXT+RCV.WND      | 10     | 0     | 20  |
        | 1 beyond             | RCV.NXT+RCV.WND+1    | 10     | 0     | 20  |
        | 1000 beyond          | RCV.NXT+RCV.WND+1000 | 10     | 0     | 20  |
        | half the space ahead | RCV.NXT+2147483600   | 10     | 0     | 20  |

    Scenario Outline: Text across the right edge waits for what is missing: <octets> octets from <seq>
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with ACK=IRS+1 and remains in ESTABLISHED
      And the user receives no text

      Examples:
        | id                      | seq                | octets |
        | right edge minus 1, 1   | RCV.NXT+RCV.WND-1  | 1      |
        | right edge minus 1, 2   | RCV.NXT+RCV.WND-1  | 2      |
        | right edge minus 10, 10 | RCV.NXT+RCV.WND-10 | 10     |
        | right edge minus 10, 20 | RCV.NXT+RCV.WND-10 | 20     |

    Scenario Outline: One right behind the other, <octets> octets each
      Given a connection in <state>
      When the peer sends <octets> octets of text
      And the peer sends <octets> octets of text
      And the peer sends <octets> octets of text
      Then the IUT acknowledges all of it
      And the IUT is in <state>

      Examples:
        | state       | octets |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 100    |
        | FIN-WAIT-2  | 10     |

    Scenario: The text that is next is taken however many holes there are behind it
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+11 and 3 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+21 and 3 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+31 and 3 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+41 and 3 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+51 and 3 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+61 and 3 octets of text
      Then the IUT may send ACK
      When the peer sends ACK with SEQ=IRS+1 and 3 octets of text
      Then the IUT sends ACK with ACK=IRS+4
      And the user receives 3 octets of text

    Scenario: All that the window offers is taken until it is shut
      Given the user does not read
      And a connection in ESTABLISHED
      When the peer fills the IUT's window
      Then the IUT acknowledges all of it

    Scenario Outline: The last <octets> octets that the window offers
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window but for <octets> octets
      When the peer sends ACK with <octets> octets of text
      Then the IUT sends ACK with ACK=SEG.SEQ+SEG.LEN and window 0

      Examples:
        | octets |
        | 1      |
        | 30     |
        | 700    |

    Scenario Outline: A FIN is counted in the length: <segment>
      Given a connection in ESTABLISHED
      When the peer sends <segment>
      Then the IUT sends ACK with ACK=<ack> and enters <next>

      Examples:
        | segment                                           | ack    | next        |
        | FIN,ACK with SEQ=RCV.NXT                          | IRS+2  | CLOSE-WAIT  |
        | FIN,ACK with SEQ=RCV.NXT-1                        | IRS+1  | ESTABLISHED |
        | FIN,ACK with SEQ=RCV.NXT-10 and 10 octets of text | IRS+2  | CLOSE-WAIT  |
        | FIN,ACK with SEQ=RCV.NXT-10 and 9 octets of text  | IRS+1  | ESTABLISHED |
        | FIN,ACK with SEQ=RCV.NXT-1 and 11 octets of text  | IRS+12 | CLOSE-WAIT  |
        | FIN,ACK with SEQ=RCV.NXT+RCV.WND-1                | IRS+1  | ESTABLISHED |
        | FIN,ACK with SEQ=RCV.NXT+RCV.WND                  | IRS+1  | ESTABLISHED |

    Scenario Outline: What text brings beside it counts too: <segment>
      Given a connection in FIN-WAIT-1
      When the peer sends <segment>
      Then the IUT sends ACK and enters <next>

      Examples:
        | segment                                            | next       |
        | ACK with SEQ=RCV.NXT-1 and 2 octets of text        | FIN-WAIT-2 |
        | ACK with SEQ=RCV.NXT+RCV.WND-1 and 1 octet of text | FIN-WAIT-2 |
        | ACK with SEQ=RCV.NXT-1 and 1 octet of text         | FIN-WAIT-1 |
        | ACK with SEQ=RCV.NXT+RCV.WND and 1 octet of text   | FIN-WAIT-1 |

  @RFC9293-3.4-ACCEPT-LEN0-WND0
  Rule: With the window closed an empty segment is acceptable at RCV.NXT alone

    Scenario: At RCV.NXT it acknowledges
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      And the user has sent 10 octets of text
      When the peer sends ACK
      And 3 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

    Scenario Outline: At <seq> it draws an ACK and acknowledges nothing
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      And the user has sent 10 octets of text
      When the peer sends ACK with SEQ=<seq>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED
      And the IUT retransmits its text

      Examples:
        | id             | seq          |
        | next minus 1   | RCV.NXT-1    |
        | next plus 1    | RCV.NXT+1    |
        | next plus 1000 | RCV.NXT+1000 |

  @RFC9293-3.4-ACCEPT-LEN-WND0
  Rule: With the window closed no text is acceptable

    Scenario Outline: <octets> octets from <seq>
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends ACK with SEQ=<seq> and <octets> octets of text
      Then the IUT sends ACK with ACK=RCV.NXT and window 0 and remains in ESTABLISHED

      Examples:
        | id              | seq       | octets |
        | next, 1         | RCV.NXT   | 1      |
        | next, 100       | RCV.NXT   | 100    |
        | next minus 1, 1 | RCV.NXT-1 | 1      |
        | next minus 1, 2 | RCV.NXT-1 | 2      |
        | next plus 1, 1  | RCV.NXT+1 | 1      |

  @MUST-66
  Rule: With the window closed a RST is still obeyed

    Scenario: A RST at RCV.NXT
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

    Scenario Outline: A RST at <seq> resets nothing
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | id             | seq          |
        | next minus 1   | RCV.NXT-1    |
        | next plus 1    | RCV.NXT+1    |
        | next plus 1000 | RCV.NXT+1000 |
