@section-3.8.6
Feature: A peer that shrinks its window

  A receiver should not take back what it has offered, but some do. Then more is
  in flight than the window takes, and the usable window is negative. The sender
  must bear it: keep what was sent, send nothing new, and go on when it can.

  # In flight: two segments of 500 octets. Waiting: 2000 more. The peer has sent text
  # before, so that each ACK that shrinks the window is newer by its SEQ.
  Background:
    Given the peer offers MSS 500
    And the peer offers a window of 1000
    And a connection in ESTABLISHED
    And the peer has sent 10 octets of text
    And the user has queued 3000 octets of text
    And the IUT has sent 1000 octets of its text

  @SHLD-15
  Rule: Nothing new is sent while the usable window is negative

    Scenario Outline: The window shrinks to <window>
      When the peer sends ACK with ACK=SND.UNA and window <window>
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 999    |
        | 501    |
        | 500    |
        | 499    |
        | 100    |
        | 1      |
        | 0      |

    Scenario Outline: It shrinks to <window> as half of it is acknowledged
      When the peer sends ACK with ACK=SND.UNA+500 and window <window>
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

      Examples:
        | window |
        | 500    |
        | 499    |
        | 100    |
        | 1      |
        | 0      |

  @RFC9293-3.10.7.4-TEXT-ACK
  Rule: An ACK carries SND.NXT though that lies beyond the edge

    Scenario: Text comes while the window is shrunk
      When the peer sends ACK with ACK=SND.UNA and window 500
      And the peer sends ACK with ACK=SND.UNA and 10 octets of text
      Then the IUT sends ACK with SEQ=ISS+1001 and ACK=IRS+21

  @MUST-34
  Rule: What is in flight beyond the new edge is not forgotten, and the stream goes on

    Scenario Outline: Shrunk to <window>, and all of it is acknowledged
      When the peer sends ACK with ACK=SND.UNA and window <window>
      And the peer sends ACK with ACK=ISS+1001 and window <window>
      Then the IUT is still in ESTABLISHED
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | window |
        | 999    |
        | 500    |
        | 100    |
        | 1      |
        | 0      |

    Scenario Outline: Shrunk to <window> step by step
      When the peer sends ACK with ACK=SND.UNA+100 and window 800
      And the peer sends ACK with ACK=SND.UNA+100 and window 400
      And the peer sends ACK with ACK=SND.UNA+100 and window <window>
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | window |
        | 300    |
        | 0      |

    Scenario: Shrunk, and opened again before anything is acknowledged
      When the peer sends ACK with ACK=SND.UNA and window 100
      And the peer sends ACK with ACK=SND.UNA and window 1000
      And the peer sends ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

    Scenario: The user closes while the window is shrunk
      When the peer sends ACK with ACK=SND.UNA and window 100
      And the user calls CLOSE
      Then the IUT sends nothing and enters FIN-WAIT-1
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text

    Scenario: The peer closes while the window is shrunk
      When the peer sends ACK with ACK=SND.UNA and window 100
      And the peer sends FIN,ACK with ACK=ISS+1001 and window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more
      And the IUT is in CLOSE-WAIT

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
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

  @MAY-7
  Rule: A retransmission may reach beyond the edge of the shrunk window

    Scenario: Half of the oldest segment lies beyond
      When the peer sends ACK with ACK=SND.UNA and window 250
      Then the IUT retransmits its text
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

  @SHLD-16 @without-may-7
  Rule: A retransmission keeps to the shrunk window

    Scenario Outline: Of the oldest segment <window> octets lie inside
      When the peer sends ACK with ACK=SND.UNA and window <window>
      Then the IUT retransmits its text up to the edge of the window, and nothing beyond
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

      Examples:
        | window |
        | 1      |
        | 250    |
        | 499    |
        | 500    |

  @SHLD-17
  Rule: What lies beyond the edge does not time the connection out while the peer answers

    @slow
    Scenario: Half of what was in flight is never taken
      When the peer sends ACK with ACK=SND.UNA+500 and window 0
      And the peer answers every probe of the zero window for 2 R2
      Then the IUT is still in ESTABLISHED
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

  @MUST-35
  Rule: A window that shrinks to zero is probed like any other

    Scenario: All in flight lies beyond
      When the peer sends ACK with ACK=SND.UNA and window 0
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

    Scenario: The ACK of a part shuts the window
      When the peer sends ACK with ACK=SND.UNA+500 and window 0
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=ISS+1001 and window 1000
      Then all of its text comes, as the peer acknowledges it

    Scenario: Probed, opened, and on it goes
      When the peer sends ACK with ACK=SND.UNA and window 0
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=SND.UNA and window 0
      Then the IUT probes the zero window
      When the peer sends ACK with ACK=ISS+1001 and window 2000
      Then all of its text comes, as the peer acknowledges it
