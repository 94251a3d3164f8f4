package org.tcpspec.spi.iut;

/**
 * What every adapter must pass before a scenario of it means anything. It does not ask whether the stack behind the
 * adapter is a good TCP: only that the adapter tells the truth, in order and in time, and that benches are alone.
 *
 * <p>An adapter's test extends it:
 *
 * <pre>{@code
 * class MyContractTest extends IutContract {
 *     private static Iut iut;
 *
 *     @BeforeAll static void open() { iut = new MyProvider().open(request); }
 *     @AfterAll static void close() { iut.close(); }
 *
 *     @Override public Iut iut() { return iut; }
 *     @Override public Map<String, String> setting() { return Map.of("ignore RST in TIME-WAIT", "on"); }
 * }
 * }</pre>
 *
 * <p>What the statement does not claim is skipped, so a claim too few passes; the report of the tests shows what was
 * skipped. The stack must be able to do a three-way handshake, to take and send text, and to close: a few segments,
 * no retransmission. Each part is an interface of its own; the order of the tests means nothing.
 *
 * @see WireContract packets: both directions, numbered, octet by octet
 * @see UserContract calls and signals
 * @see TimeContract clocks and deadlines
 * @see IsolationContract many benches at once
 */
public abstract class IutContract implements WireContract, UserContract, TimeContract, IsolationContract {}
