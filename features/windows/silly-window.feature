@section-3.8.6.2
Feature: The silly window syndrome

  A receiver that offers every octet as soon as it is free, and a sender that
  fills every such offer, exchange headers instead of text. Both sides must wait
  until it is worth while; the sender not for ever, lest the two wait for each other.

  @MUST-38
  Rule: The sender does not fill a small window: it waits, but no longer than the override timeout

    Scenario Outline: A window of <window> where there was one of 2000
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in <state>
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window <window>
      When the user sends 1500 octets of text
      Then the IUT holds its text back, and sends <window> octets when the override timeout is over

      Examples:
        | state       | window |
        | ESTABLISHED | 1      |
        | ESTABLISHED | 10     |
        | ESTABLISHED | 100    |
        | ESTABLISHED | 499    |

    Scenario: After the peer's FIN, too
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in CLOSE-WAIT
      And the peer has sent ACK with window 100
      When the user sends 1500 octets of text
      Then the IUT holds its text back, and sends 100 octets when the override timeout is over

    Scenario: It waits each time
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window 100
      When the user sends 1500 octets of text
      Then the IUT holds its text back, and sends 100 octets when the override timeout is over
      When the peer acknowledges the IUT's text
      Then the IUT holds its text back, and sends 100 octets when the override timeout is over
      When the peer acknowledges the IUT's text
      Then the IUT holds its text back, and sends 100 octets when the override timeout is over

    Scenario Outline: The right edge moves by <step> octets while text is in flight
      Given the peer offers MSS 500
      And the peer offers a window of 1000
      And a connection in ESTABLISHED
      When the user sends 3000 octets of text
      Then the IUT sends 1000 octets of its text
      When the peer sends ACK with ACK=SND.UNA+<step>
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+501
      Then the IUT sends ACK with SEQ=ISS+1001 and 500 octets of text
      And the IUT sends nothing more

      Examples:
        | step |
        | 1    |
        | 10   |
        | 499  |

    Scenario: With Nagle's algorithm on
      Given Nagle's algorithm is on
      And the peer offers MSS 500
      And the peer offers a window of 1000
      And a connection in ESTABLISHED
      When the user sends 3000 octets of text
      Then the IUT sends 1000 octets of its text
      When the peer sends ACK with ACK=SND.UNA+10
      Then the IUT sends nothing
      When the peer sends ACK with ACK=ISS+501
      Then the IUT sends ACK with SEQ=ISS+1001 and 500 octets of text
      And the IUT sends nothing more

    Scenario: A window that opens bit by bit after it was shut
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window 0
      When the user sends 1500 octets of text
      And the peer sends ACK with window 10
      Then the IUT holds its text back, and sends 10 octets when the override timeout is over

  @section-3.8.6.2.1
  Rule: The sender does not wait where a segment is worth while

    Scenario: All that is queued fits
      Given the peer offers a window of 2000
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window 100
      When the user sends 50 octets of text
      Then the IUT sends ACK with 50 octets of text

    Scenario: It fits exactly
      Given the peer offers a window of 2000
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window 100
      When the user sends 100 octets of text
      Then the IUT sends ACK with 100 octets of text

    Scenario: A full segment fits
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window 500
      When the user sends 1500 octets of text
      Then the IUT sends ACK with 500 octets of text
      And the IUT sends nothing more

    Scenario: The largest window ever was small
      Given the peer offers a window of 100
      And a connection in ESTABLISHED
      When the user sends 1500 octets of text
      Then the IUT sends 100 octets of its text
      When the peer acknowledges the IUT's text
      Then the IUT sends 100 octets of its text

    Scenario: The window becomes worth while as it is waited for
      Given the peer offers MSS 500
      And the peer offers a window of 2000
      And a connection in ESTABLISHED
      And the peer has sent 10 octets of text
      And the peer has sent ACK with window 10
      When the user sends 1500 octets of text
      And the peer sends ACK with window 1000
      Then the IUT sends 1000 octets of its text
      And the IUT sends nothing more

  @MUST-39
  Rule: The receiver moves the right edge of a window that was shut only when it is worth while

    Scenario Outline: The user reads <octets> octets, <times> times
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads <octets> octets, <times> times
      Then the right edge of its window moves by a full segment or half the buffer, or not at all

      Examples:
        | octets | times |
        | 1      | 10    |
        | 10     | 30    |
        | 100    | 60    |
        | 700    | 40    |
        | 1000   | 60    |
        | 1461   | 30    |

    Scenario Outline: A probe comes after the user has read <octets> octets
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads <octets> octets, 1 times
      And the peer sends ACK with 1 octet of text
      Then the IUT sends ACK with ACK=RCV.NXT
      And the right edge of its window moves by a full segment or half the buffer, or not at all

      Examples:
        | octets |
        | 1      |
        | 10     |
        | 500    |

    Scenario: A SEND after the user has read a little
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads 10 octets, 5 times
      And the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And the right edge of its window moves by a full segment or half the buffer, or not at all

    Scenario: What the window promises is taken after it has opened
      Given the user does not read
      And a connection in ESTABLISHED
      And the peer has filled the IUT's window
      When the user reads 10 octets, 1 times
      And the user reads all its text
      Then the IUT opens its window
      And the right edge of its window moves by a full segment or half the buffer, or not at all
      When the peer fills the IUT's window
      Then the IUT acknowledges all of it
