/**
 * A TCP after RFC 9293, to be read beside it.
 *
 * <table>
 *   <caption>Where to find what</caption>
 *   <tr><th>RFC 9293</th><th>here</th></tr>
 *   <tr><td>3.3.1 the variables of a connection</td><td>{@link org.tcpspec.model.Tcb}</td></tr>
 *   <tr><td>3.4.1 and RFC 6528: ISS</td><td>{@link org.tcpspec.model.InitialSequenceNumbers}</td></tr>
 *   <tr><td>3.7 and 3.8: segmentation, windows, retransmission</td><td>{@link org.tcpspec.model.Sender},
 *       {@link org.tcpspec.model.RetransmissionQueue}, {@link org.tcpspec.model.Receiver},
 *       {@link org.tcpspec.model.Reassembly}</td></tr>
 *   <tr><td>RFC 7323 section 2: window scale</td><td>{@link org.tcpspec.model.WindowScale}</td></tr>
 *   <tr><td>RFC 7323 sections 3 to 5: timestamps, PAWS</td><td>{@link org.tcpspec.model.Timestamps},
 *       {@link org.tcpspec.model.TimestampClock}</td></tr>
 *   <tr><td>RFC 6191 and MAY-2: SYN in TIME-WAIT</td><td>{@link org.tcpspec.model.NewIncarnation}</td></tr>
 *   <tr><td>3.8.2, RFC 5681, RFC 6582, RFC 6928: congestion control</td><td>{@link org.tcpspec.model.Congestion}</td></tr>
 *   <tr><td>3.8.4: keep-alives</td><td>{@link org.tcpspec.model.KeepAlive}</td></tr>
 *   <tr><td>3.8.5 and RFC 6093: urgent data</td><td>{@link org.tcpspec.model.Urgent}</td></tr>
 *   <tr><td>3.8.1 and RFC 6298: RTO</td><td>{@link org.tcpspec.model.RetransmissionTimer}</td></tr>
 *   <tr><td>3.9.2.2: ICMP; RFC 1191, RFC 8201: path MTU</td><td>{@link org.tcpspec.model.IcmpArrives}</td></tr>
 *   <tr><td>3.10.1 to 3.10.6 user calls</td><td>{@link org.tcpspec.model.UserCalls}</td></tr>
 *   <tr><td>3.10.7 segment arrives</td><td>{@link org.tcpspec.model.SegmentArrives}</td></tr>
 *   <tr><td>3.10.8 timeouts</td><td>{@link org.tcpspec.model.Timeouts}</td></tr>
 *   <tr><td>the form of each segment sent</td><td>{@link org.tcpspec.model.Output}</td></tr>
 * </table>
 *
 * <p>{@link org.tcpspec.model.Host} holds these parts together and is all that a driver sees: packets in and out, a
 * user, and a time that somebody else advances. {@link org.tcpspec.model.ModelProvider} puts it on the kit's bench.
 *
 * <p><b>Where the RFC leaves a hole or contradicts itself</b>, this TCP reads it so:
 *
 * <ul>
 *   <li>After sending a RST it is in CLOSED (3.10.5, not 3.5.2).
 *   <li>A RST in SYN-SENT is told as "connection reset" (3.10.7.3), and its SEQ is not compared with RCV.NXT, which has
 *       no value yet.
 *   <li>In a simultaneous open the crossing SYN,ACK completes the open, as Figure 7 shows, although it fails the window
 *       test (A.2).
 *   <li>In SYN-RECEIVED a bad ACK draws RST; with the check of RFC 5961 section 5 an ACK out of its range draws ACK.
 *   <li>A segment that is early in SYN-RECEIVED is held whole; in the synchronized states its ACK counts at once.
 *   <li>A returning FIN restarts 2 MSL in TIME-WAIT, although it lies left of the window. Other segments do not.
 *   <li>A RST in CLOSING, LAST-ACK and TIME-WAIT is not told to the user (3.10.7.4, not 3.5.3).
 *   <li>A FIN beyond the peer's first is acknowledged, and told no second time.
 *   <li>SND.WND is set from SYN segments too (RFC 1122 section 4.2.2.20).
 *   <li>TS.Recent moves only by segments that pass the window test (RFC 7323 section 5.3, not its appendix D).
 *   <li>Where RFC 6191 is switched on, a SYN that it refuses in TIME-WAIT is dropped silently.
 *   <li>Every advance of the urgent pointer is told (MUST-32), also while the user is in urgent mode (not 3.10.7.4).
 *   <li>An ICMP message that quotes nothing between SND.UNA and SND.NXT is ignored (RFC 5927). One that asks for
 *       smaller packets is no hard error, although its code is among those of 3.9.2.2.
 *   <li>A FIN waits for the window like text does.
 * </ul>
 */
package org.tcpspec.model;
