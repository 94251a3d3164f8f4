@section-3.5.2
Feature: Unacceptable segments

  Group 3: once both ends are synchronized, a segment out of place is no reason
  to reset anything. It may be a duplicate from long ago or an attack. The answer
  is an empty ACK that says where the IUT stands, and nothing else happens.

  @RFC9293-3.5.2-SYNC-UNACCEPTABLE
  Rule: Group 3: what lies outside the window draws an ACK, and the state stays

    Scenario Outline: <kind> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples: An empty segment just before the window
        | state       | kind         | segment                |
        | ESTABLISHED | an old ACK   | ACK with SEQ=RCV.NXT-1 |
        | FIN-WAIT-1  | an old ACK   | ACK with SEQ=RCV.NXT-1 |
        | FIN-WAIT-2  | an old ACK   | ACK with SEQ=RCV.NXT-1 |
        | CLOSE-WAIT  | an old ACK   | ACK with SEQ=RCV.NXT-1 |
        | CLOSING     | an old ACK   | ACK with SEQ=RCV.NXT-1 |
        | LAST-ACK    | an old ACK   | ACK with SEQ=RCV.NXT-1 |
        | TIME-WAIT   | an old ACK   | ACK with SEQ=RCV.NXT-1 |

      Examples: An empty segment just beyond the window
        | state       | kind                   | segment                      |
        | ESTABLISHED | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |
        | FIN-WAIT-1  | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |
        | FIN-WAIT-2  | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |
        | CLOSE-WAIT  | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |
        | CLOSING     | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |
        | LAST-ACK    | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |
        | TIME-WAIT   | an ACK from the future | ACK with SEQ=RCV.NXT+RCV.WND |

      Examples: Text that ends where the window begins
        | state       | kind     | segment                                     |
        | ESTABLISHED | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |
        | FIN-WAIT-1  | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |
        | FIN-WAIT-2  | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |
        | CLOSE-WAIT  | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |
        | CLOSING     | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |
        | LAST-ACK    | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |
        | TIME-WAIT   | old text | ACK with SEQ=RCV.NXT-10 and 10 octets of text |

      Examples: Text and a FIN beyond the window
        | state       | kind             | segment                                                   |
        | ESTABLISHED | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |
        | FIN-WAIT-1  | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |
        | FIN-WAIT-2  | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |
        | CLOSE-WAIT  | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |
        | CLOSING     | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |
        | LAST-ACK    | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |
        | TIME-WAIT   | text ahead       | FIN,ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text |

  @RFC9293-3.10.7.4-ACK-FUTURE
  Rule: Group 3: an ACK of what was never sent draws an ACK, and the rest of the segment is dropped

    Scenario Outline: <state>
      Given a connection in <state>
      When the peer sends ACK with ACK=SND.NXT+1 and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>
      And the user receives no text

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |
        | CLOSE-WAIT  |
        | CLOSING     |
        | LAST-ACK    |
        | TIME-WAIT   |

    Scenario Outline: A FIN with such an ACK in <state>
      Given a connection in <state>
      When the peer sends FIN,ACK with ACK=SND.NXT+1
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=RCV.NXT and remains in <state>

      Examples:
        | state       |
        | ESTABLISHED |
        | FIN-WAIT-1  |
        | FIN-WAIT-2  |

  @RFC9293-3.10.7.4-NOACK-DROP
  Rule: What lies in the window but has neither ACK nor SYN nor RST is dropped without an answer

    Scenario Outline: <segment> in <state>
      Given a connection in <state>
      When the peer sends <segment>
      Then the IUT sends nothing and remains in <state>
      And the user receives no text

      Examples:
        | state       | segment                                |
        | ESTABLISHED | FIN without ACK                        |
        | ESTABLISHED | no flags with 10 octets of text        |
        | FIN-WAIT-1  | FIN without ACK                        |
        | FIN-WAIT-1  | no flags with 10 octets of text        |
        | FIN-WAIT-2  | FIN without ACK                        |
        | FIN-WAIT-2  | no flags with 10 octets of text        |
        | CLOSE-WAIT  | no flags                               |
        | CLOSING     | no flags                               |
        | LAST-ACK    | no flags                               |
        | TIME-WAIT   | no flags                               |

  @RFC9293-3.10.7.4-UNACCEPTABLE-ACK
  Rule: What was refused leaves no trace

    Scenario: An old duplicate of text that was taken is not taken again
      Given a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      When the peer retransmits its text
      Then the IUT sends ACK with ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

    Scenario: The text comes in its place after it came far ahead
      Given a connection in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT+RCV.WND and 10 octets of text
      Then the IUT sends ACK with ACK=RCV.NXT and remains in ESTABLISHED
      When the peer sends 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

    # Either this answer acknowledges the text, or an ACK before it did.
    Scenario: The answer knows of text whose ACK is still owed
      Given a connection in ESTABLISHED
      When the peer sends 10 octets of text
      And the peer sends ACK with SEQ=IRS-4
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11
      And the IUT may send ACK

    Scenario: An unacceptable segment acknowledges nothing
      Given a connection in FIN-WAIT-1
      When the peer sends ACK with SEQ=RCV.NXT-1
      Then the IUT sends ACK and remains in FIN-WAIT-1
      And the IUT retransmits its FIN

    Scenario: An unacceptable FIN closes nothing
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK with SEQ=RCV.NXT-1
      Then the IUT sends ACK with ACK=RCV.NXT and remains in ESTABLISHED
      And the user is told nothing
