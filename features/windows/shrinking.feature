@section-3.8.6
Feature: A peer that shrinks its window

  A receiver should not take back what it has offered, but some do. Then more is
  in flight than the window takes, and the usable window is negative. The sender
  must bear it: keep what was sent, send nothing new, and go on when it can.

  # In flight: two segments of 500 octets. Waiting: 2000 more.
  Background:
    Given the peer offers MSS 500
    And the peer offers a window of 1000
    And a connection in ESTABLISHED
    And the user has queued 3000 octets of text
    And the IUT has sent 1000 octets of its text

  @SHLD-15
  Rule: Nothing new is sent while the usable window is negative

    Scenario Outline: The window shrinks to <window>
      When the peer sends ACK with ACK=SND.UNA and window <window>
      Then the IUT sends nothing
      And the IUT is still in ESTABLISHED

      Examples:
        | window |
        | 999    |
        | 501    |
        | 500    |
        | 499    |
        | 1      |
        | 0      |

    Scenario Outline: It shrinks to <window> as half of it is acknowledged
      When the peer sends ACK with ACK=SND.UNA+500 and window <window>
      Then the IUT sends nothing
      And the IUT is still in ESTABLISHED

      Examples:
        | window |
        | 500    |
        | 499    |
        | 100    |
        | 0      |

    Scenario: What arrives in the meantime changes nothing
      When the peer sends ACK with ACK=SND.UNA and window 500
      And the peer sends ACK with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11
      And the IUT sends nothing more

  @MUST-34
  Rule: What is in flight beyond the new edge is not forgotten, and the stream goes on

    Scenario Outline: Shrunk to <window>, then all of it is acknowledged
      When the peer sends ACK with ACK=SND.UNA and window <window>
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 999    |
        | 500    |
        | 100    |
        | 1      |
        | 0      |

    Scenario Outline: Shrunk to <window> by the ACK of a part, then the rest is acknowledged
      When the peer sends ACK with ACK=SND.UNA+500 and window <window>
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 499    |
        | 100    |
        | 0      |

    Scenario: Shrunk, and opened again before anything is acknowledged
      When the peer sends ACK with ACK=SND.UNA and window 100
      Then the IUT sends nothing
      When the peer sends ACK with ACK=SND.UNA and window 2000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

    Scenario: All comes in the end
      When the peer sends ACK with ACK=SND.UNA and window 300
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

    Scenario: The user closes while the window is shrunk
      When the peer sends ACK with ACK=SND.UNA and window 100
      And the user calls CLOSE
      Then the IUT sends nothing and enters FIN-WAIT-1
      When the peer sends ACK with ACK=ISS+1001 and window 5000
      Then the IUT sends the rest of its text and FIN

  @SHLD-16
  Rule: What the shrunk window still covers is retransmitted in due time

    Scenario Outline: Shrunk to <window>
      When the peer sends ACK with ACK=SND.UNA and window <window>
      Then the IUT retransmits its text
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | window |
        | 1000   |
        | 999    |
        | 500    |
        | 100    |

    Scenario: Shrunk by the ACK of a part
      When the peer sends ACK with ACK=SND.UNA+500 and window 200
      Then the IUT retransmits its text

  @MAY-7
  Rule: A retransmission may reach beyond the edge of the shrunk window

    Scenario: Half of the oldest segment lies beyond
      When the peer sends ACK with ACK=SND.UNA and window 250
      Then the IUT retransmits its text

  @SHLD-16 @without-may-7
  Rule: A retransmission keeps to the shrunk window

    Scenario Outline: Of the oldest segment <window> octets lie inside
      When the peer sends ACK with ACK=SND.UNA and window <window>
      Then the IUT retransmits its text up to the edge of the window, and nothing beyond

      Examples:
        | window |
        | 1      |
        | 250    |
        | 499    |
        | 500    |

  @MUST-35
  Rule: A window that shrinks to zero is probed like any other

    Scenario: All in flight lies beyond
      When the peer sends ACK with ACK=SND.UNA and window 0
      Then the IUT probes the zero window

    Scenario: The ACK of a part shuts the window
      When the peer sends ACK with ACK=SND.UNA+500 and window 0
      Then the IUT probes the zero window

    Scenario: Probed, opened, and on it goes
      When the peer sends ACK with ACK=SND.UNA and window 0
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=SND.UNA and window 0
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=ISS+1001 and window 2000
      Then all of its text comes, as the peer acknowledges it
