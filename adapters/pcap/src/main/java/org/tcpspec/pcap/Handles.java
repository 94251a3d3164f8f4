package org.tcpspec.pcap;

import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.tcpspec.spi.iut.LabException;

/**
 * Opens libpcap's handles. Two for each interface: the kernel does not show a packet to the socket that sent it, so one
 * handle sends and the other sees both directions.
 */
final class Handles {

    private static final int SNAPLEN = 65_535;
    private static final int CAPTURE_BUFFER = 8 << 20;
    private static final int SEND_BUFFER = 256 << 10;

    private Handles() {}

    static PcapHandle capture(String networkInterface) {
        return open(networkInterface, CAPTURE_BUFFER, "arp or ip or ip6");
    }

    /** A handle that captures nothing: the type 0xffff is reserved and never sent. */
    static PcapHandle send(String networkInterface) {
        return open(networkInterface, SEND_BUFFER, "ether proto 0xffff");
    }

    private static PcapHandle open(String networkInterface, int buffer, String filter) {
        try {
            PcapHandle handle = new PcapHandle.Builder(networkInterface)
                    .snaplen(SNAPLEN)
                    .bufferSize(buffer)
                    .promiscuousMode(PromiscuousMode.PROMISCUOUS)
                    .immediateMode(true)
                    .timeoutMillis(100)
                    .direction(PcapDirection.INOUT)
                    .timestampPrecision(TimestampPrecision.NANO)
                    .build();
            handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            return handle;
        } catch (PcapNativeException e) {
            throw new LabException(explain(networkInterface, String.valueOf(e.getMessage())), e);
        } catch (NotOpenException e) {
            throw new LabException("the capture on " + networkInterface + " closed while it was opened", e);
        }
    }

    static String explain(String networkInterface, String error) {
        if (error.contains("No such device") || error.contains("doesn't exist")) {
            return "There is no network interface " + networkInterface
                    + " in this network namespace; see: ip link show";
        }
        if (error.contains("permi") || error.contains("CAP_NET_RAW")) {
            return "This process may not capture on " + networkInterface
                    + ". Run it as root (sudo), or give the right: setcap cap_net_raw,cap_net_admin=ep $(readlink -f"
                    + " $(command -v java))";
        }
        if (error.contains("is not up") || error.contains("Network is down")) {
            return "The interface " + networkInterface + " is down. Bring it up: ip link set " + networkInterface
                    + " up";
        }
        return "libpcap cannot open " + networkInterface + ": " + error.strip();
    }
}
