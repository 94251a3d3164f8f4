package org.tcpspec.steps.play;

/** What the user has sent and received on one connection. */
public final class UserView {

    private long sent;
    private long received;
    private boolean urgent;

    /** The octets that SEND took so far. */
    public long sentOctets() {
        return sent;
    }

    public void sent(int octets) {
        sent += octets;
    }

    /** Some of it was urgent. */
    public boolean hasSentUrgent() {
        return urgent;
    }

    public void sentUrgent() {
        urgent = true;
    }

    /** The octets handed to the user so far. */
    public long receivedOctets() {
        return received;
    }

    public void received(int octets) {
        received += octets;
    }
}
