package org.tcpspec.model;

import java.time.Duration;
import java.util.Map;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/**
 * What this TCP chose where the RFCs leave a choice: times from the IXIT, options from the ICS.
 *
 * @param delayedAck how long an ACK may wait for company; zero switches delaying off; kept below 500 ms (MUST-40)
 * @param tick the granularity G of RFC 6298
 * @param rfc5961Rst the check of RFC 5961 section 3
 * @param rfc5961Syn the check of RFC 5961 section 4
 * @param rfc5961Ack the check of RFC 5961 section 5 (MAY-12)
 * @param may2 a SYN may reopen a connection straight from TIME-WAIT (MAY-2)
 * @param rfc1337 RST is ignored in TIME-WAIT (RFC 1337 section 3, F1)
 */
public record Profile(
        Duration msl,
        Duration rtoInitial,
        Duration rtoMin,
        Duration rtoMax,
        Duration delayedAck,
        Duration r2,
        Duration synR2,
        Duration tick,
        boolean rfc5961Rst,
        boolean rfc5961Syn,
        boolean rfc5961Ack,
        boolean may2,
        boolean rfc1337) {

    /** The speaking name of the setting that switches {@link #rfc1337}; its values are {@code on} and {@code off}. */
    public static final String IGNORE_RST = "ignore RST in TIME-WAIT";

    private static final int MTU = 1500;
    private static final int RECEIVE_BUFFER = 65_535;
    private static final int SEND_BUFFER = 1 << 20;
    private static final Duration MOST_DELAYED = Duration.ofMillis(490);

    public Profile {
        delayedAck = delayedAck.compareTo(MOST_DELAYED) > 0 ? MOST_DELAYED : delayedAck;
    }

    /** What {@code statement} claims; an option on which it is silent is off. */
    public static Profile of(Statement statement) {
        Ixit ixit = statement.ixit();
        return new Profile(
                ixit.msl(),
                ixit.rtoInitial(),
                ixit.rtoMin(),
                ixit.rtoMax(),
                ixit.delayedAck(),
                ixit.r2(),
                ixit.synR2(),
                ixit.tick(),
                claims(statement, "rfc5961-rst"),
                claims(statement, "rfc5961-syn"),
                claims(statement, "rfc5961-ack"),
                claims(statement, "may-2"),
                claims(statement, "rfc1337"));
    }

    private static boolean claims(Statement statement, String option) {
        return statement.support(option) == Support.CLAIMED;
    }

    /**
     * With settings changed by their speaking names.
     *
     * @throws LabException for a setting that this TCP does not have, or a value that it does not know
     */
    public Profile with(Map<String, String> settings) {
        Profile changed = this;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!setting.getKey().equals(IGNORE_RST)) {
                throw new LabException(
                        "the model has no setting \"" + setting.getKey() + "\"; it has \"" + IGNORE_RST + "\"");
            }
            changed = changed.withRfc1337(onOrOff(setting.getKey(), setting.getValue()));
        }
        return changed;
    }

    private static boolean onOrOff(String setting, String value) {
        if (!value.equals("on") && !value.equals("off")) {
            throw new LabException("\"" + setting + "\" is on or off, not \"" + value + "\"");
        }
        return value.equals("on");
    }

    /** Octets of an IP packet that the link takes. */
    public int mtu() {
        return MTU;
    }

    /** RCV.BUFF in octets: the largest window that needs no scaling. */
    public int receiveBuffer() {
        return RECEIVE_BUFFER;
    }

    /** How much unsent text a SEND may leave queued, in octets. */
    public int sendBuffer() {
        return SEND_BUFFER;
    }

    public Profile withRfc1337(boolean ignoreRst) {
        return new Profile(
                msl,
                rtoInitial,
                rtoMin,
                rtoMax,
                delayedAck,
                r2,
                synR2,
                tick,
                rfc5961Rst,
                rfc5961Syn,
                rfc5961Ack,
                may2,
                ignoreRst);
    }
}
