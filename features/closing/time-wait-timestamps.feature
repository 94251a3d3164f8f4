@rfc-6191 @section-2 @keep-listener @SHLD-4 @with-timestamps
Feature: A new SYN in TIME-WAIT, judged by its timestamp

  A client that opens many connections needs a port again before 2 MSL are over. Its
  clock tells a new SYN from an old one even where its sequence number does not (RFC
  6191). A SYN that neither shows to be new is dropped without a word.

  @RFC6191-2-TS-NEWER
  Rule: A SYN with a later timestamp opens a new connection, whatever its SEQ is

    Scenario Outline: <ticks> ticks later, and SEQ=<seq>
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq> and TSval=TS.Recent+<ticks>
      Then the IUT sends SYN,ACK with TSecr=SEG.TSval and enters SYN-RECEIVED
      When the peer acknowledges the IUT's SYN
      Then the IUT sends nothing and enters ESTABLISHED

      Examples:
        | ticks      | seq               |
        | 2          | RCV.NXT+1000      |
        | 2          | RCV.NXT           |
        | 2          | RCV.NXT-1         |
        | 2          | IRS               |
        | 2          | IRS-100000        |
        | 1          | RCV.NXT-1         |
        | 1000000    | RCV.NXT+RCV.WND   |
        | 2147483647 | IRS               |

  @RFC6191-2-TS-EQUAL-SEQ
  Rule: With the same timestamp it takes a SEQ above the old FIN

    Scenario Outline: SEQ=<seq>
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq> and TSval=TS.Recent
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

      Examples:
        | seq             |
        | RCV.NXT+1000    |
        | RCV.NXT+RCV.WND |
        | RCV.NXT+1000000 |

  @RFC6191-2-NOTS-SEQ
  Rule: Without a timestamp it takes a SEQ above the old FIN as well

    Scenario Outline: SEQ=<seq>
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq> and without a timestamps option
      Then the IUT sends SYN,ACK without a timestamps option and enters SYN-RECEIVED

      Examples:
        | seq             |
        | RCV.NXT+1000    |
        | RCV.NXT+1000000 |

  @RFC6191-2-ELSE-DROP
  Rule: Any other SYN is dropped, and TIME-WAIT goes on

    # RFC 6191 drops it in silence; RFC 9293 answers it like any SYN of a connection that it knows.
    @interpretation-refused-syn-in-time-wait
    Scenario Outline: <what>
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends <syn>
      Then the IUT may send ACK
      And the IUT is still in TIME-WAIT

      Examples:
        | what                            | syn                                             |
        | An older timestamp, SEQ above   | SYN with SEQ=RCV.NXT+1000 and TSval=TS.Recent-1000 |
        | One tick older, SEQ above       | SYN with SEQ=RCV.NXT+1000 and TSval=TS.Recent-1 |
        | Half the range older            | SYN with SEQ=RCV.NXT+1000 and TSval=TS.Recent-2147483647 |
        | The same timestamp, SEQ below   | SYN with SEQ=RCV.NXT-1000 and TSval=TS.Recent   |
        | The same timestamp, the old SYN | SYN with SEQ=IRS and TSval=TS.Recent            |
        | None, SEQ below                 | SYN with SEQ=RCV.NXT-1000 and without a timestamps option |
        | None, the old SYN               | SYN with SEQ=IRS and without a timestamps option |

    @other-reading-refused-syn-in-time-wait
    Scenario: An older timestamp draws no answer
      Given the peer offers timestamps
      And a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT+1000 and TSval=TS.Recent-1000
      Then the IUT sends nothing and remains in TIME-WAIT

  @RFC6191-2-PREV-NOTS-TS
  Rule: Where the old connection had no timestamps, a SYN that has them opens a new one

    Scenario Outline: SEQ=<seq>
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq> and TSval=1000
      Then the IUT sends SYN,ACK with TSecr=1000 and enters SYN-RECEIVED

      Examples:
        | seq          |
        | RCV.NXT+1000 |
        | RCV.NXT-1    |
        | IRS-100000   |

  @RFC6191-2-PREV-NOTS-SEQ
  Rule: Where neither has them, a SEQ above the old FIN opens a new one

    Scenario Outline: SEQ=<seq>
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq>
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED
      And its ISS is larger than every number of the old connection

      Examples:
        | seq             |
        | RCV.NXT+1       |
        | RCV.NXT+1000    |
        | RCV.NXT+RCV.WND |
        | RCV.NXT+1000000 |

  @RFC6191-2-PREV-NOTS-DROP
  Rule: Where neither has them, a SYN at or below the old FIN is dropped

    @interpretation-refused-syn-in-time-wait
    Scenario Outline: SEQ=<seq>
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=<seq>
      Then the IUT may send ACK
      And the IUT is still in TIME-WAIT

      Examples:
        | seq            |
        | RCV.NXT-1000   |
        | IRS            |
        | RCV.NXT-100000 |

    @other-reading-refused-syn-in-time-wait
    Scenario: A SYN below it draws no answer
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT-1000
      Then the IUT sends nothing and remains in TIME-WAIT

  @RFC6191-2-LASTSEQ-FIN
  Rule: The number to compare with is that of the peer's FIN

    Scenario: A SYN right behind it
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT
      Then the IUT sends SYN,ACK and enters SYN-RECEIVED

    @interpretation-refused-syn-in-time-wait
    Scenario: A SYN at its number
      Given a connection in TIME-WAIT
      When the peer sends SYN with SEQ=RCV.NXT-1
      Then the IUT may send ACK
      And the IUT is still in TIME-WAIT
