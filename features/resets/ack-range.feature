@rfc-5961
Feature: Blind injection of text

  Who guesses a number in the window can slip in text, for half of all ACK
  numbers count as old duplicates. RFC 5961 believes only those that the peer
  can have sent: no older than the largest window that it ever offered.

  # MAX.SND.WND must be less than what the IUT has sent, or its edge lies before the ISS.
  Background:
    Given the peer offers a window of 50
    And a connection in ESTABLISHED
    And the user has sent 40 octets of text
    And the peer has acknowledged the IUT's text
    And the user has sent 40 octets of text
    And the peer has acknowledged the IUT's text

  @RFC5961-5.2-ACK-RANGE
  Rule: An ACK within MAX.SND.WND of SND.UNA is an old duplicate, and the text with it counts

    @RFC9293-3.10.7.4-ACK-RANGE
    Scenario Outline: <ack>
      When the peer sends ACK with ACK=<ack> and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

      Examples:
        | ack                 |
        | SND.UNA             |
        | SND.UNA-1           |
        | SND.UNA-MAX.SND.WND |

  @RFC5961-5.2-ACK-REPLY
  Rule: A segment with an ACK outside the range is discarded, and answered with an ACK

    @RFC9293-3.10.7.4-ACK-RANGE-DROP
    Scenario Outline: <ack>
      When the peer sends ACK with ACK=<ack> and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 and remains in ESTABLISHED
      And the user receives no text

      Examples:
        | ack                   |
        | SND.UNA-1000000       |
        | SND.NXT+1             |
        | SND.NXT+1000000       |

      @without-rfc5961-maxwnd-fixed
      Examples: The edge
        | ack                   |
        | SND.UNA-MAX.SND.WND-1 |

    @RFC5961-5.2-FIN-SPOOF @without-rfc5961-maxwnd-fixed
    Scenario: A FIN is discarded with it
      When the peer sends FIN,ACK with ACK=SND.UNA-MAX.SND.WND-1
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 and remains in ESTABLISHED
      And the user is told nothing

    @without-rfc5961-maxwnd-fixed
    Scenario: The connection works afterwards
      When the peer sends ACK with ACK=SND.UNA-MAX.SND.WND-1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends 20 octets of text
      Then the IUT sends ACK with ACK=IRS+21
      And the user receives 20 octets of text

  @RFC5961-5.2-ACK-DISCARD
  Rule: What is discarded is not held either

    # The text that comes next closes the gap behind which the discarded text would have waited.
    Scenario Outline: Text beyond a gap with ACK=<ack>
      When the peer sends ACK with SEQ=RCV.NXT+10 and ACK=<ack> and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 and remains in ESTABLISHED
      When the peer sends ACK with SEQ=RCV.NXT and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

      Examples:
        | ack             |
        | SND.UNA-1000000 |
        | SND.NXT+1       |

    Scenario: Its window counts for nothing
      When the peer sends ACK with ACK=SND.UNA-1000000 and window 5
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+1 and remains in ESTABLISHED
      When the user sends 40 octets of text
      Then the IUT sends ACK with 40 octets of text

  @RFC5961-5.2-MITIGATION
  Rule: Both ends of the range are looked at on one connection

    Scenario: Too old, too new, and right
      When the peer sends ACK with ACK=SND.UNA-1000000 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with ACK=SND.NXT+1 and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+1
      When the peer sends ACK with 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

  @RFC5961-5.2-MAXWND-HARDCODE
  Rule: MAX.SND.WND may be taken for the largest window that there is

    Scenario: Older than the largest window that was offered
      When the peer sends ACK with ACK=SND.UNA-MAX.SND.WND-1 and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text

  @RFC5961-5.2-MAXWND
  Rule: MAX.SND.WND is the largest window ever offered, not the last one

    Scenario: The window has shrunk since
      Given the peer has sent ACK with window 20
      When the peer sends ACK with ACK=SND.UNA-MAX.SND.WND and 10 octets of text
      Then the IUT sends ACK with ACK=IRS+11
      And the user receives 10 octets of text

  @RFC9293-3.10.7.4-ACK-DUP @without-rfc5961-ack
  Rule: Without RFC 5961 any old ACK is a duplicate, and the text with it counts

    Scenario: Older than the largest window
      When the peer sends ACK with ACK=SND.UNA-MAX.SND.WND-1 and 10 octets of text
      Then the IUT sends ACK with SEQ=SND.NXT and ACK=IRS+11 and remains in ESTABLISHED
      And the user receives 10 octets of text
