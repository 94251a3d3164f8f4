@rfc-7323 @section-5.3 @with-timestamps
Feature: Operations: TIME-WAIT recycling, and two clients behind one address

  Linux up to 4.11 could be told to recycle TIME-WAIT: it lasted a few RTO only,
  and the newest timestamp of each remote address took its place, for a minute. A
  SYN from that address with an older one was dropped without a word. Two clients
  behind one NAT address have two clocks, so the one whose clock shows less could
  not connect, and nothing told it why. It always broke NAT; when Linux 4.10 gave
  each connection a timestamp offset of its own it broke everything else, too, and
  4.12 removed it. PAWS itself compares timestamps within one connection only.

  @note-g @keep-listener
  Rule: Who recycles TIME-WAIT shuts out the second client behind one address

    Scenario: The second client's SYN is dropped without a word
      Given the setting "TIME-WAIT recycling" is on
      And the peer offers timestamps
      And a connection in TIME-WAIT
      And the second peer's timestamps are 100000 ticks older
      When a second peer sends SYN
      Then the IUT sends nothing
      And the second peer's connection is in LISTEN

    Scenario: It is served if its clock shows more
      Given the setting "TIME-WAIT recycling" is on
      And the peer offers timestamps
      And a connection in TIME-WAIT
      And the second peer's timestamps are 100000 ticks newer
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer

    Scenario: It is served if it uses no timestamps
      Given the setting "TIME-WAIT recycling" is on
      And the peer offers timestamps
      And a connection in TIME-WAIT
      When a second peer sends SYN with no options
      Then the IUT sends SYN,ACK to the second peer

    Scenario: It is served a minute later
      Given the setting "TIME-WAIT recycling" is on
      And the peer offers timestamps
      And a connection in TIME-WAIT
      And the second peer's timestamps are 100000 ticks older
      When 65 seconds pass
      Then the IUT is in LISTEN
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer

    Scenario: TIME-WAIT is cut short
      Given the setting "TIME-WAIT recycling" is on
      And the peer offers timestamps
      And a connection in TIME-WAIT
      When 4 RTO pass
      Then the IUT is in LISTEN

  @RFC9293-3.10.7.2-LISTEN-SYN @note-g @keep-listener
  Rule: A stack that does not recycle serves every client behind one address

    Scenario Outline: The second client's clock shows <what>
      Given the peer offers timestamps
      And a connection in <state>
      And the second peer's timestamps are 100000 ticks <what>
      When a second peer sends SYN
      Then the IUT sends SYN,ACK to the second peer

      Examples:
        | what  | state       |
        | older | TIME-WAIT   |
        | newer | TIME-WAIT   |
        | older | ESTABLISHED |

  @note-g2 @keep-listener
  Rule: A NAT that gives one external port to another client still meets TIME-WAIT

    # The server sees one connection whose timestamps go back.
    Scenario: The next client's SYN is older by its timestamp: TIME-WAIT stays
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT-100000 and TSval=TS.Recent-100000
      Then the IUT may send ACK
      And the IUT is still in TIME-WAIT

    @MAY-2
    Scenario: It is newer: the connection is reopened
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+100000
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
