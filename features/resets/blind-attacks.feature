@rfc-5961
Feature: Blind attacks

  An attacker who sees nothing of a connection can still guess a number within
  its window. RFC 5961 makes a guess worth nothing: what is not exactly right is
  challenged with an ACK, which only a true peer can answer.

  @RFC5961-3.2-CHALLENGE-FORM
  Rule: A RST in the window but not at RCV.NXT is challenged with an ACK of where the IUT stands

    Scenario Outline: <where> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples: The first number that is not exact
        | state        | where         | segment                |
        | SYN-RECEIVED | one beyond it | RST with SEQ=RCV.NXT+1 |
        | ESTABLISHED  | one beyond it | RST with SEQ=RCV.NXT+1 |
        | FIN-WAIT-1   | one beyond it | RST with SEQ=RCV.NXT+1 |
        | FIN-WAIT-2   | one beyond it | RST with SEQ=RCV.NXT+1 |
        | CLOSE-WAIT   | one beyond it | RST with SEQ=RCV.NXT+1 |
        | CLOSING      | one beyond it | RST with SEQ=RCV.NXT+1 |
        | LAST-ACK     | one beyond it | RST with SEQ=RCV.NXT+1 |

      Examples: The last number of the window
        | state        | where                    | segment                        |
        | SYN-RECEIVED | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | ESTABLISHED  | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | FIN-WAIT-1   | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | FIN-WAIT-2   | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | CLOSE-WAIT   | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | CLOSING      | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |
        | LAST-ACK     | at the end of the window | RST with SEQ=RCV.NXT+RCV.WND-1 |

      @without-rfc1337
      Examples: TIME-WAIT
        | state     | where         | segment                |
        | TIME-WAIT | one beyond it | RST with SEQ=RCV.NXT+1 |

  @RFC5961-3.2-RST-EXACT
  Rule: A RST at RCV.NXT still ends the connection

    Scenario: The numbers are those of the last ACK
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer sends RST with SEQ=IRS+11
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection reset"

    # An ACK that the IUT delays does not hold back RCV.NXT.
    Scenario: Right behind text that is not acknowledged yet
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=IRS+1 and 10 octets of text
      And the peer sends RST with SEQ=IRS+11
      Then the user is told "connection reset"
      And the IUT is in CLOSED

  @RFC5961-3.2-RST-OUTSIDE
  Rule: A RST outside the window draws no challenge

    Scenario: Far before and far beyond
      Given a connection in ESTABLISHED
      When the peer sends RST with SEQ=RCV.NXT-100000
      Then the IUT sends nothing and remains in ESTABLISHED
      When the peer sends RST with SEQ=RCV.NXT+RCV.WND+100000
      Then the IUT sends nothing and remains in ESTABLISHED

  @RFC5961-3.2-RST-SECOND
  Rule: A true peer answers the challenge with the exact RST, and that ends the connection

    Scenario Outline: <state>
      Given a connection in <state>
      When the peer sends RST with SEQ=RCV.NXT+10
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |
        | CLOSING     |
        | LAST-ACK    |

  @RFC5961-3.2-RST-CONTINUE
  Rule: After the challenge the connection works as before

    Scenario: Text from the peer
      Given a connection in ESTABLISHED
      When the peer sends RST with SEQ=RCV.NXT+10
      Then the IUT sends ACK and remains in ESTABLISHED
      When the peer sends 20 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text

    Scenario: Text from the user
      Given a connection in CLOSE-WAIT
      When the peer sends RST with SEQ=RCV.NXT+10
      Then the IUT sends ACK and remains in CLOSE-WAIT
      When the user sends 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1 and 10 octets of text

    Scenario: The close that was under way
      Given a connection in FIN-WAIT-1
      When the peer sends RST with SEQ=RCV.NXT+10
      Then the IUT sends ACK and remains in FIN-WAIT-1
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

  @RFC5961-4.2-SYN-CHALLENGE
  Rule: A SYN in a synchronized state is challenged, whatever its number

    Scenario Outline: <where> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples: Within the window
        | state       | where       | segment                |
        | ESTABLISHED | at RCV.NXT  | SYN with SEQ=RCV.NXT   |
        | FIN-WAIT-1  | at RCV.NXT  | SYN with SEQ=RCV.NXT   |
        | FIN-WAIT-2  | at RCV.NXT  | SYN with SEQ=RCV.NXT   |
        | CLOSE-WAIT  | at RCV.NXT  | SYN with SEQ=RCV.NXT   |
        | CLOSING     | at RCV.NXT  | SYN with SEQ=RCV.NXT   |
        | LAST-ACK    | at RCV.NXT  | SYN with SEQ=RCV.NXT   |

      Examples: With an ACK that would be acceptable
        | state       | where       | segment                      |
        | ESTABLISHED | SYN,ACK     | SYN,ACK with SEQ=RCV.NXT+1   |
        | FIN-WAIT-1  | SYN,ACK     | SYN,ACK with SEQ=RCV.NXT+1   |
        | FIN-WAIT-2  | SYN,ACK     | SYN,ACK with SEQ=RCV.NXT+1   |
        | CLOSE-WAIT  | SYN,ACK     | SYN,ACK with SEQ=RCV.NXT+1   |
        | CLOSING     | SYN,ACK     | SYN,ACK with SEQ=RCV.NXT+1   |
        | LAST-ACK    | SYN,ACK     | SYN,ACK with SEQ=RCV.NXT+1   |

      Examples: Outside the window
        | state       | where           | segment                          |
        | ESTABLISHED | long ago        | SYN with SEQ=RCV.NXT-100000      |
        | FIN-WAIT-1  | long ago        | SYN with SEQ=RCV.NXT-100000      |
        | FIN-WAIT-2  | long ago        | SYN with SEQ=RCV.NXT-100000      |
        | CLOSE-WAIT  | long ago        | SYN with SEQ=RCV.NXT-100000      |
        | CLOSING     | far ahead       | SYN with SEQ=RCV.NXT+RCV.WND     |
        | LAST-ACK    | far ahead       | SYN with SEQ=RCV.NXT+RCV.WND     |

  @RFC5961-4.2-RST-TERMINATES
  Rule: A true peer that has begun anew answers the challenge with a RST, and that ends the connection

    Scenario Outline: <state>
      Given a connection in <state>
      When the peer sends SYN with SEQ=RCV.NXT+1000
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |
        | LAST-ACK    |

  @RFC5961-4.2-SPOOF-HARMLESS
  Rule: A SYN that nobody confirms leaves the connection unharmed

    Scenario: Text from the peer
      Given a connection in ESTABLISHED
      When the peer sends SYN
      Then the IUT sends ACK and remains in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

    Scenario: What came with the SYN is not taken
      Given a connection in ESTABLISHED
      When the peer sends SYN,FIN,ACK with 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED
      And the user receives no text

  @RFC5961-3.2-RST-DROP
  Rule: Of a RST that is challenged nothing else takes effect

    @RFC9293-3.10.7.4-RST-CHALLENGE-DROP
    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 and remains in <state>
      And the user receives no text
      And the user is told nothing

      Examples:
        | segment                                               | state       |
        | RST with SEQ=RCV.NXT+1 and 10 octets of text          | ESTABLISHED |
        | RST,ACK with SEQ=RCV.NXT+1 and 10 octets of text      | ESTABLISHED |
        | FIN,RST,ACK with SEQ=RCV.NXT+1                        | ESTABLISHED |
        | RST,ACK,URG with SEQ=RCV.NXT+1 and urgent pointer 5   | ESTABLISHED |
        | RST,ACK with SEQ=RCV.NXT+1 and 10 octets of text      | FIN-WAIT-2  |
        | FIN,RST,ACK with SEQ=RCV.NXT+1                        | FIN-WAIT-2  |

    Scenario: Its ACK acknowledges nothing
      Given a connection in LAST-ACK
      When the peer sends RST,ACK with SEQ=RCV.NXT+1 and ACK=SND.NXT
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in LAST-ACK

  @RFC5961-3.2-MITIGATION
  Rule: The three cases of a RST are told apart on one connection

    Scenario: Outside, inside, exact
      Given a connection in ESTABLISHED
      When the peer sends RST with SEQ=RCV.NXT-1
      Then the IUT sends nothing and remains in ESTABLISHED
      When the peer sends RST with SEQ=RCV.NXT+1
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED

  @RFC5961-3.2-SYNSENT-RST-ACK
  Rule: In SYN-SENT a RST counts if it acknowledges the SYN

    Scenario: As a closed port sends it
      Given a connection in SYN-SENT
      When the peer sends RST
      Then the IUT sends nothing and enters CLOSED
      And the user is told "connection refused" or "connection reset"

    # 3.10.7.3 would have SEG.SEQ compared with RCV.NXT, which has no value yet: obeyed or not, the second RST is.
    @RFC9293-3.10.7.3-RST-SEQ-EXACT
    Scenario: With a number other than zero
      Given a connection in SYN-SENT
      When the peer sends RST with SEQ=IRS+1000 and ACK=SND.NXT
      Then the IUT sends nothing
      When the peer sends RST with SEQ=0 and ACK=SND.NXT
      Then the IUT sends nothing and enters CLOSED

  @RFC5961-3.2-SYNSENT-RST-OTHER
  Rule: In SYN-SENT every other RST is discarded silently

    Scenario Outline: <segment>
      Given a connection in SYN-SENT
      When the peer sends <segment>
      Then the IUT sends nothing and remains in SYN-SENT
      And the user is told nothing

      Examples:
        | segment                                   | why                     |
        | RST with SEQ=0 and without ACK            | no ACK                  |
        | RST with SEQ=0 and ACK=ISS                | an ACK of nothing       |
        | RST with SEQ=0 and ACK=SND.NXT+1          | an ACK of the future    |
        | RST with SEQ=0 and ACK=SND.NXT+2147483646 | an ACK of half the ring |

  @RFC5961-4.2-SYN-DROP
  Rule: Of a SYN that is challenged nothing else takes effect

    @RFC9293-3.10.7.4-SYN-DROP
    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 and remains in <state>
      And the user receives no text
      And the user is told nothing

      Examples:
        | segment                                            | state       |
        | SYN with 10 octets of text                         | ESTABLISHED |
        | SYN with SEQ=RCV.NXT-1 and 10 octets of text       | ESTABLISHED |
        | SYN,ACK with 10 octets of text                     | ESTABLISHED |
        | SYN,ACK with SEQ=RCV.NXT+1 and 10 octets of text   | ESTABLISHED |
        | SYN,FIN,ACK                                        | ESTABLISHED |
        | SYN,ACK with 10 octets of text                     | FIN-WAIT-2  |
        | SYN,FIN,ACK                                        | FIN-WAIT-1  |

    Scenario: Its ACK acknowledges nothing
      Given a connection in LAST-ACK
      When the peer sends SYN,ACK with SEQ=RCV.NXT+1
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in LAST-ACK

  @RFC5961-4.2-MITIGATION
  Rule: SYNs of every kind leave one connection as it was

    Scenario: Old, exact, inside and beyond the window
      Given a connection in ESTABLISHED
      When the peer sends SYN with SEQ=RCV.NXT-100000
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED
      When the peer sends SYN
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED
      When the peer sends SYN with SEQ=RCV.NXT+100
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED
      When the peer sends SYN with SEQ=RCV.NXT+RCV.WND+100000
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in ESTABLISHED

  @RFC5961-7-THROTTLE
  Rule: Challenge ACKs are throttled

    # A lab may have switched it off, so that each challenge can be looked at.
    Scenario Outline: A flood of <segment>
      Given the setting "challenge ACK interval", where there is one, is 0.5 seconds
      And a connection in ESTABLISHED
      When the peer sends 400 times <segment>
      Then the IUT has answered fewer than 200 of them
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED

      @with-rfc5961-rst
      Examples: Where such a RST is challenged
        | segment                |
        | RST with SEQ=RCV.NXT+1 |

      @with-rfc5961-syn
      Examples: Where such a SYN is challenged
        | segment                |
        | SYN with SEQ=RCV.NXT+1 |

  @RFC9293-3.10.7.4-SYN-LEGACY @without-rfc5961-syn
  Rule: Without RFC 5961 a SYN in the window resets the connection

    # The text gives the RST no form: that of 3.5.2 for a segment without ACK, or that of an ABORT.
    Scenario Outline: <state>
      Given a connection in <state>
      When the peer sends SYN with SEQ=RCV.NXT+1
      Then the IUT sends RST,ACK or RST with SEQ=SND.NXT
      And the IUT is in CLOSED
      And the user is told "connection reset"

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK @without-rfc5961-syn
  Rule: Without RFC 5961 a SYN outside the window is unacceptable like any other segment

    Scenario Outline: <state>
      Given a connection in <state>
      When the peer sends SYN with SEQ=RCV.NXT-100000
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |
        | CLOSING     |
        | LAST-ACK    |
