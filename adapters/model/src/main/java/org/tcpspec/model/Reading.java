package org.tcpspec.model;

/** Where the text of RFC 9293 can be read in two ways, and this TCP can be told to follow the other one. */
public enum Reading {
    /** ABORT leads to TIME-WAIT (3.5.2 and note 3 of Figure 5) instead of CLOSED (3.10.5). */
    ABORT_ENDS_CLOSED("abort-ends-closed"),
    /** In SYN-RECEIVED the state's own answer to a bad ACK, a RST, goes before the check of RFC 5961 section 5. */
    BAD_ACK_IN_SYN_RECEIVED("bad-ack-in-syn-received"),
    /** In TIME-WAIT a FIN that comes back fails the window test: it is acknowledged and restarts nothing. */
    RETURNING_FIN_RESTARTS("returning-fin-restarts"),
    /** In TIME-WAIT whatever is acceptable is acknowledged and restarts 2 MSL: step five, to the letter. */
    ACK_IN_TIME_WAIT_IS_FREE("ack-in-time-wait-is-free");

    private final String name;

    Reading(String name) {
        this.name = name;
    }

    /** The name of the interpretation whose other reading this is. */
    @Override
    public String toString() {
        return name;
    }
}
