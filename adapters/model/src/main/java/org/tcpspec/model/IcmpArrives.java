package org.tcpspec.model;

import java.util.Locale;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** ICMP messages: RFC 9293 section 3.9.2.2; path MTU discovery by them: RFC 1191 and RFC 8201. */
class IcmpArrives {

    /** The least MTU of a link (RFC 791, RFC 8200 section 5): a message that claims less is wrong. */
    private static final int LEAST_MTU_4 = 68;

    private static final int LEAST_MTU_6 = 1280;
    /** For a router that does not tell its MTU: what every host must take (RFC 1191 section 5, RFC 791). */
    private static final int UNTOLD_MTU = 576;

    final Host host;

    IcmpArrives(Host host) {
        this.host = host;
    }

    /** The connection whose segment drew {@code message}: that segment must be one that may be in flight (RFC 5927). */
    Optional<Tcb> connection(IcmpMessage message) {
        return IcmpCodec.quoted(message)
                .flatMap(quoted -> host.connections()
                        .find(new FourTuple(quoted.source(), quoted.destination()))
                        .filter(tcb -> isInFlight(tcb, quoted.seq())));
    }

    /** A pure ACK, whose SEQ is SND.NXT, counts too. */
    boolean isInFlight(Tcb tcb, SequenceNumber seq) {
        return seq.isAtLeast(tcb.snd.una) && seq.isAtMost(tcb.snd.nxt);
    }

    void arrived(Tcb tcb, IcmpMessage message) {
        Optional<IcmpError> error = IcmpError.of(IpVersion.of(message.source()), message.type(), message.code());
        if (error.isEmpty()) {
            return;
        }
        switch (error.get()) {
            case SOURCE_QUENCH -> {} // MUST-55
            case PROTOCOL_UNREACHABLE, PORT_UNREACHABLE -> unreachable(tcb, message, error.get());
            case FRAGMENTATION_NEEDED -> tooBig(tcb, message);
            default -> softError(tcb, error.get());
        }
    }

    /** A soft error, or one in whose place none is known: never abort (MUST-56), tell the user (SHLD-25). */
    void softError(Tcb tcb, IcmpError error) {
        if (wantsReports(tcb)) {
            host.signal(tcb, SignalKind.SOFT_ERROR, SignalDetail.words(words(error)));
        }
    }

    /** SHLD-20. */
    boolean wantsReports(Tcb tcb) {
        return tcb.chosen.getOrDefault(ConnectionOption.ERROR_REPORTS, 1L) != 0;
    }

    /** Hard errors abort (SHLD-26). What stands for an unknown protocol in ICMPv6 is a parameter problem: soft. */
    void unreachable(Tcb tcb, IcmpMessage message, IcmpError error) {
        boolean six = IpVersion.of(message.source()) == IpVersion.IPV6;
        if (six && error == IcmpError.PROTOCOL_UNREACHABLE) {
            softError(tcb, error);
            return;
        }
        boolean opening = tcb.state == State.SYN_SENT || tcb.state == State.SYN_RECEIVED;
        host.signal(tcb, opening ? SignalKind.REFUSED : SignalKind.ERROR, SignalDetail.words(words(error)));
        host.connections().returnToListen(tcb);
    }

    /** Fragmentation needed and DF set: smaller segments from now on, which is no error of the connection. */
    void tooBig(Tcb tcb, IcmpMessage message) {
        boolean four = IpVersion.of(message.source()) == IpVersion.IPV4;
        long told = four ? message.rest() & 0xffff : message.rest();
        long mtu = told == 0 && four ? UNTOLD_MTU : told;
        if (mtu >= (four ? LEAST_MTU_4 : LEAST_MTU_6) && mtu < host.profile().mtu()) {
            host.sender().pathMtu(tcb, (int) mtu);
        }
    }

    private static String words(IcmpError error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
