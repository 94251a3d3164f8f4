@section-3.6
Feature: Operations: how a connection closes

  FIN, ACK, FIN, ACK: each direction is closed by the end that sends in it, and
  each FIN is acknowledged. Two of the four may share a segment. Which of the two
  ends closes first decides who passes through which states, and who waits in the
  end: a server that closes first collects TIME-WAIT, a client that does so uses
  up its ports.

  @note-l
  Rule: Closing takes four steps, in four segments or in three

    @figure-12
    Scenario: Four segments, the user first
      Given a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

    Scenario: Three segments, the user first
      Given a connection in ESTABLISHED
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters FIN-WAIT-1
      When the peer sends FIN,ACK and acknowledges the IUT's FIN
      Then the IUT sends ACK and enters TIME-WAIT

    Scenario: Between the first two steps and the last two there may be text
      Given a connection in FIN-WAIT-2
      When the peer sends 10 octets of text
      Then the IUT sends ACK and remains in FIN-WAIT-2
      And the user receives 10 octets of text

  @note-i1
  Rule: Who is closed passes through CLOSE-WAIT and LAST-ACK, and is done

    @figure-12
    Scenario: The peer closes first
      Given a connection in ESTABLISHED
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters CLOSE-WAIT
      When the user calls CLOSE
      Then the IUT sends FIN,ACK and enters LAST-ACK
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters CLOSED

    Scenario: CLOSE-WAIT lasts for as long as the user does not call CLOSE
      Given a connection in CLOSE-WAIT
      When 1.5 RTO pass
      Then the IUT sends nothing and remains in CLOSE-WAIT

    # A server that shows many of these forgets to close.
    @slow
    Scenario: No timer ends CLOSE-WAIT
      Given a connection in CLOSE-WAIT
      When 2 MSL pass
      Then the IUT is still in CLOSE-WAIT

  @note-i2
  Rule: Who closes passes through FIN-WAIT-1 and on to TIME-WAIT, by one of three ways

    Scenario: By FIN-WAIT-2, if the ACK comes before the FIN
      Given a connection in FIN-WAIT-1
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters FIN-WAIT-2
      When the peer sends FIN,ACK
      Then the IUT sends ACK and enters TIME-WAIT

    @figure-13
    Scenario: By CLOSING, if both close at once
      Given a connection in FIN-WAIT-1
      When the peer sends FIN,ACK without acknowledging the IUT's FIN
      Then the IUT sends ACK and enters CLOSING
      When the peer acknowledges the IUT's FIN
      Then the IUT sends nothing and enters TIME-WAIT

    Scenario: Straight, if the FIN brings the ACK
      Given a connection in FIN-WAIT-1
      When the peer sends FIN,ACK and acknowledges the IUT's FIN
      Then the IUT sends ACK and enters TIME-WAIT
