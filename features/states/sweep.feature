@section-3.10.7
Feature: Whatever the peer sends

  A peer, an attacker or a ghost of an old connection may send anything: every kind
  of segment, with SEQ before, at and beyond the window and an ACK of everything
  from the past to the future. Each goes to a connection of its own, which must
  answer as its clause says, be in the state that follows, and say so when asked.

  Scenario Outline: Every segment in <state>
    Given a connection in <state>
    Then whatever SEQ and ACK the peer uses, the IUT answers as <clause> says

    Examples:
      | state       | clause   |
      | CLOSED      | 3.10.7.1 |
      | LISTEN      | 3.10.7.2 |
      | SYN-SENT    | 3.10.7.3 |
      | ESTABLISHED | 3.10.7.4 |
      | FIN-WAIT-1  | 3.10.7.4 |
      | FIN-WAIT-2  | 3.10.7.4 |
      | CLOSE-WAIT  | 3.10.7.4 |
      | CLOSING     | 3.10.7.4 |
      | LAST-ACK    | 3.10.7.4 |
      | TIME-WAIT   | 3.10.7.4 |

  Scenario Outline: Every segment in SYN-RECEIVED after <opening>
    Given <opening>, and a connection in SYN-RECEIVED
    Then whatever SEQ and ACK the peer uses, the IUT answers as 3.10.7.4 says

    Examples:
      | id      | opening        |
      | passive | a passive OPEN |
      | active  | an active OPEN |
