@section-3.8.5
Feature: Urgent data that the IUT sends

  The urgent pointer marks a point in the stream up to which the sender asks the
  receiver to hurry. Few use it, and RFC 6093 tells why; but it must be there, and
  it must point to the octet behind the urgent data, not to its last one.

  @MUST-62
  Rule: The pointer designates the octet after the urgent data

    Scenario Outline: <octets> octets of urgent text
      Given a connection in ESTABLISHED
      When the user sends <octets> octets of urgent text
      Then the IUT sends URG,ACK with <octets> octets of text and urgent pointer <octets>

      Examples:
        | octets |
        | 1      |
        | 2      |
        | 3      |
        | 255    |
        | 256    |
        | 1000   |

    Scenario: Behind text that went before
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user sends 5 octets of urgent text
      Then the IUT sends URG,ACK with 5 octets of text and urgent pointer 5

    # What waited goes with it: the pointer counts from the first octet of the segment.
    Scenario: Behind text that waited for the window
      Given the peer offers a window of 10
      And a connection in ESTABLISHED
      And the user has sent 10 octets of text
      When the user sends 20 octets of text
      And the user sends 5 octets of urgent text
      And the peer sends ACK with window 1000
      Then all of its text comes, as the peer acknowledges it
      And each of its segments up to the end of urgent data points to that end

    Scenario Outline: In <state>
      Given a connection in <state>
      When the user sends 3 octets of urgent text
      Then the IUT sends URG,ACK with 3 octets of text and urgent pointer 3

      Examples:
        | state       |
        | ESTABLISHED |
        | CLOSE-WAIT  |

    Scenario: Over a connection that the IUT opened
      Given an active OPEN, and a connection in ESTABLISHED
      When the user sends 3 octets of urgent text
      Then the IUT sends URG,ACK with 3 octets of text and urgent pointer 3

    Scenario: A retransmission points to the same octet
      Given a connection in ESTABLISHED
      And the user has sent 7 octets of urgent text
      When 1 RTO passes
      Then the IUT retransmits its text
      And each of its segments up to the end of urgent data points to that end

    Scenario: A FIN behind urgent text does not move it
      Given a connection in ESTABLISHED
      And the user has sent 7 octets of urgent text
      When the user calls CLOSE
      Then the IUT sends FIN,ACK
      And each of its segments up to the end of urgent data points to that end

  @MUST-30
  Rule: Text without urgency carries no URG

    Scenario: Before any urgent SEND
      Given a connection in ESTABLISHED
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

    Scenario: After urgent data that was acknowledged
      Given a connection in ESTABLISHED
      And the user has sent 3 octets of urgent text
      And the peer has acknowledged the IUT's text
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text

    Scenario: Right behind urgent data that is still in flight
      Given a connection in ESTABLISHED
      And the user has sent 3 octets of urgent text
      When the user sends 10 octets of text
      Then the IUT sends ACK with 10 octets of text
      And each of its segments up to the end of urgent data points to that end

  @MUST-31
  Rule: Urgent data may be of any length

    Scenario Outline: <octets> octets of urgent text
      Given a connection in ESTABLISHED
      When the user sends <octets> octets of urgent text
      Then all of its text comes, as the peer acknowledges it
      And each of its segments up to the end of urgent data points to that end

      Examples:
        | octets |
        | 1      |
        | 1460   |
        | 1461   |
        | 3000   |
        | 20000  |

    Scenario: A second urgent SEND moves the end
      Given a connection in ESTABLISHED
      And the user has sent 10 octets of urgent text
      When the user sends 5 octets of urgent text
      Then the IUT sends URG,ACK with 5 octets of text and urgent pointer 5

  @RFC7323-A-URGPTR
  Rule: An end that lies further ahead than the field can say is told as 65535

    Scenario: 100000 octets of urgent text
      Given the peer offers timestamps
      And the peer offers window scale 4
      And the peer offers a window of 200000
      And a connection in ESTABLISHED
      When the user sends 100000 octets of urgent text
      Then all of its text comes, as the peer acknowledges it
      And each of its segments up to the end of urgent data points to that end
