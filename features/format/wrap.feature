@section-3.4
Feature: Sequence numbers that wrap

  Numbers are compared and added modulo 2^32. Every third connection of this kit
  starts just below the wrap by itself; here each phase of a connection is put
  across it on purpose, and across the middle, where a signed comparison turns.

  @RFC9293-3.4-MOD32
  Rule: The wrap is crossed in every phase as if it were not there

    Scenario Outline: The SYN is the last number but <before> below the wrap, after <opening>
      Given the peer's sequence numbers wrap after <before> octets
      And <opening>, and a connection in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

      Examples:
        | opening        | before |
        | a passive OPEN | 0      |
        | a passive OPEN | 1      |
        | a passive OPEN | 2      |
        | a passive OPEN | 5      |
        | a passive OPEN | 10     |
        | a passive OPEN | 11     |
        | an active OPEN | 0      |
        | an active OPEN | 1      |
        | an active OPEN | 2      |
        | an active OPEN | 5      |
        | an active OPEN | 10     |

    Scenario Outline: Pieces in the order <order>, the wrap after <before> octets
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT has acknowledged all of it
      And the user receives 30 octets of text

      Examples:
        | order | before |
        | 1,2,3 | 15     |
        | 2,1,3 | 15     |
        | 3,2,1 | 15     |
        | 3,1,2 | 5      |
        | 3,1,2 | 10     |
        | 2,3,1 | 10     |
        | 2,3,1 | 20     |
        | 3,2,1 | 20     |
        | 3,2,1 | 29     |
        | 3,2,1 | 30     |

    Scenario Outline: Old text from before the wrap is not new
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      And the peer has sent 20 octets of text
      When the peer sends ACK with SEQ=IRS+1 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text

      Examples:
        | before |
        | 1      |
        | 10     |
        | 20     |
        | 21     |

    Scenario Outline: Text that begins before the wrap and ends behind it is trimmed
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends ACK with SEQ=IRS+6 and 20 octets of text
      Then the IUT sends ACK with ACK=IRS+26
      And the user receives 25 octets of text

      Examples:
        | before |
        | 5      |
        | 7      |
        | 10     |
        | 15     |
        | 25     |

    Scenario Outline: The FIN of the peer stands <name>
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      When the peer sends FIN,ACK with 5 octets of text
      Then the IUT sends ACK with ACK=IRS+7 and enters CLOSE-WAIT
      And the user receives 5 octets of text

      Examples:
        | name                 | before |
        | just before the wrap | 6      |
        | on number zero       | 5      |
        | behind the wrap      | 4      |
        | with text across it  | 2      |

    @RFC5961-3.2-RST-CHALLENGE
    Scenario Outline: A RST at <seq> with the wrap <before> ahead
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends ACK and remains in ESTABLISHED

      Examples:
        | seq               | before |
        | RCV.NXT+1         | 1      |
        | RCV.NXT+5         | 10     |
        | RCV.NXT+15        | 10     |
        | RCV.NXT+RCV.WND-1 | 10     |
        | RCV.NXT+100       | 0      |

    @without-rfc5961-rst
    Scenario Outline: A RST in the window, at <seq>, with the wrap <before> ahead resets
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | seq               | before |
        | RCV.NXT+1         | 1      |
        | RCV.NXT+5         | 10     |
        | RCV.NXT+15        | 10     |
        | RCV.NXT+RCV.WND-1 | 10     |

    Scenario Outline: A RST outside the window with the wrap <before> ahead, at <seq>
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends RST with SEQ=<seq>
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | seq        | before |
        | RCV.NXT-1  | 5      |
        | RCV.NXT-8  | 5      |
        | RCV.NXT-1  | 10     |
        | RCV.NXT-12 | 10     |

    Scenario Outline: A RST at RCV.NXT with the wrap <before> ahead resets
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | before |
        | 5      |
        | 9      |
        | 10     |
        | 11     |

    Scenario Outline: What lies just outside the window is refused, the wrap <before> ahead: <segment>
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      When the peer sends <segment>
      Then the IUT sends ACK with ACK=IRS+1 and remains in ESTABLISHED
      And the user receives no text

      Examples:
        | segment                                              | before |
        | ACK with SEQ=RCV.NXT-1                               | 0      |
        | ACK with SEQ=RCV.NXT-1                               | 1      |
        | ACK with SEQ=RCV.NXT-5 and 5 octets of text          | 0      |
        | ACK with SEQ=RCV.NXT-5 and 5 octets of text          | 2      |
        | ACK with SEQ=RCV.NXT+RCV.WND and 5 octets of text    | 10     |
        | ACK with SEQ=RCV.NXT+RCV.WND+10 and 5 octets of text | 10     |

    Scenario Outline: Closing with the wrap <before> ahead, from <state>
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in <state>
      When the peer sends FIN,ACK
      Then the IUT sends ACK with ACK=IRS+2 and enters TIME-WAIT

      Examples:
        | state      | before |
        | FIN-WAIT-1 | 0      |
        | FIN-WAIT-1 | 1      |
        | FIN-WAIT-2 | 0      |
        | FIN-WAIT-2 | 1      |
        | FIN-WAIT-2 | 2      |

    Scenario Outline: The last ACK with the wrap <before> ahead
      Given the peer's sequence numbers wrap after <before> octets
      And a connection in LAST-ACK
      When the peer sends ACK
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | before |
        | 0      |
        | 1      |
        | 2      |

    # A signed comparison of plain numbers turns here.
    Scenario Outline: The middle of the number space is crossed, after <before> octets
      Given the peer's sequence numbers pass the middle after <before> octets
      And a connection in ESTABLISHED
      When the peer sends pieces of 10 octets in the order <order>
      Then the IUT has acknowledged all of it
      And the user receives 30 octets of text

      Examples:
        | order | before |
        | 1,2,3 | 0      |
        | 1,2,3 | 15     |
        | 3,2,1 | 5      |
        | 3,2,1 | 10     |
        | 2,3,1 | 20     |

    # The IUT's own numbers: the kit cannot choose them. Every third connection of the model starts just below the wrap.
    Scenario: The IUT's text is acknowledged bit by bit
      Given a connection in ESTABLISHED
      When the user sends 8000 octets of text
      Then all of its text comes, as the peer acknowledges it

    @slow
    Scenario Outline: So is text of <octets> octets
      Given a connection in ESTABLISHED
      When the user sends <octets> octets of text
      Then all of its text comes, as the peer acknowledges it
      When 3 RTO pass
      Then the IUT sends nothing and remains in ESTABLISHED

      Examples:
        | octets |
        | 4000   |
        | 5000   |
        | 6000   |
        | 7000   |
        | 9000   |
        | 10000  |
        | 11000  |
        | 12000  |

    Scenario Outline: A window that reaches across the wrap, <before> ahead, is used whole
      Given the user does not read
      And the peer's sequence numbers wrap after <before> octets
      And a connection in ESTABLISHED
      When the peer fills the IUT's window
      Then the IUT has acknowledged all of it
      And the IUT offers a window of 0

      Examples:
        | before |
        | 1000   |
        | 1460   |
        | 10000  |
