package org.tcpspec.steps.cover;

/** Whether text that the user sends may leave at once (RFC 9293 section 3.8.6.2.1). */
final class Sending {

    /** What every path takes in one segment (MUST-16), so that no congestion window holds it back. */
    private static final int SMALL = 536;

    private Sending() {}

    /** Nothing waits, nothing is in flight, and the window takes it all. */
    static boolean isPermitted(Observation o) {
        int octets = o.call().orElseThrow().outcome().count();
        return o.circumstances().unsent() == 0
                && inFlight(o) == 0
                && octets > 0
                && octets <= SMALL
                && octets <= o.circumstances().sndWnd();
    }

    /** The window is full, or Nagle's algorithm waits for what is in flight. */
    static boolean isForbidden(Observation o) {
        boolean full = o.circumstances().sndWnd() <= inFlight(o);
        int octets = o.call().orElseThrow().outcome().count();
        boolean nagle = o.circumstances().nagle() && inFlight(o) > 0 && octets < SMALL;
        return full || nagle;
    }

    private static long inFlight(Observation o) {
        return o.variables().sndNxt().minus(o.variables().sndUna());
    }
}
