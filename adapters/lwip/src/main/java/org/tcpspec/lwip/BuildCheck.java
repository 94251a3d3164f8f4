package org.tcpspec.lwip;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.TcpOption;

/**
 * Compares a library with its layout: the sizes that lwIP's own pools tell, what a fresh connection's fields hold, and
 * what its first SYN offers.
 */
final class BuildCheck {

    private static final int PORT = 7;
    private static final int HEADERS = 40;

    private final Lwip lwip;
    private final NativeLibrary library;
    private final Layout layout;

    BuildCheck(Lwip lwip, NativeLibrary library) {
        this.lwip = lwip;
        this.library = library;
        this.layout = lwip.layout();
    }

    /**
     * Compares all that can be compared.
     *
     * @param somebody an address that is not the IUT's
     * @throws LabException with the first thing that differs
     */
    void run(InetAddress somebody) {
        pool("TCP_PCB");
        pool("TCP_PCB_LISTEN");
        Pointer pcb = lwip.newPcb();
        if (pcb == null) {
            throw new LabException("lwIP has no memory for a connection.");
        }
        check("tcp_pcb.ttl", pcb.getByte(layout.at("tcp_pcb.ttl")) & 0xff, 255);
        check("tcp_pcb.state", lwip.state(pcb), 0);
        check("tcp_pcb.keep_idle", pcb.getInt(layout.at("tcp_pcb.keep_idle")), 7_200_000);
        check("tcp_pcb.snd_buf", lwip.sendBuffer(pcb), layout.option("SND_BUF"));
        lwip.number("tcp_bind", pcb, Pointer.NULL, (short) PORT);
        check("tcp_pcb.local_port", lwip.port(pcb, "local_port"), PORT);
        syn(pcb, somebody);
        lwip.call("tcp_abort", pcb);
        lwip.onLeaving(packet -> {});
    }

    private void pool(String name) {
        int size = library.getGlobalVariableAddress("memp_" + name).getShort(layout.at("memp_desc.size")) & 0xffff;
        check("the size of " + name, size, layout.at("pool." + name));
    }

    private void syn(Pointer pcb, InetAddress to) {
        List<Bytes> sent = new ArrayList<>();
        lwip.onLeaving(sent::add);
        lwip.error("tcp_connect", pcb, lwip.ip(to), (short) PORT, Pointer.NULL);
        Segment syn = sent.stream()
                .flatMap(packet -> SegmentCodec.decode(packet).segment().stream())
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "The library does not send a SYN when a connection is opened, so it cannot be compared with its"
                                + " layout."));
        check("TCP_WND in its SYN", syn.window(), Math.min(0xffff, layout.option("WND")));
        int mss = of(syn, TcpOption.Mss.class)
                .mapToInt(TcpOption.Mss::octets)
                .findFirst()
                .orElse(0);
        check("TCP_MSS in its SYN", mss, Math.min(Lwip.MTU - HEADERS, layout.option("MSS")));
        offer(syn, "LWIP_WND_SCALE", TcpOption.WindowScale.class, "WINDOW_SCALE");
        offer(syn, "LWIP_TCP_TIMESTAMPS", TcpOption.Timestamps.class, "TIMESTAMPS");
        offer(syn, "LWIP_TCP_SACK_OUT", TcpOption.SackPermitted.class, "SACK_OUT");
    }

    private void offer(Segment syn, String name, Class<? extends TcpOption> type, String option) {
        check(name + " in its SYN", (int) of(syn, type).count(), layout.option(option));
    }

    private static <T extends TcpOption> Stream<T> of(Segment syn, Class<T> type) {
        return syn.options().stream().filter(type::isInstance).map(type::cast);
    }

    private static void check(String what, int found, int expected) {
        if (found != expected) {
            throw new LabException(
                    "The library is not built as its layout says: " + what + " is " + found + " where the"
                            + " layout means " + expected
                            + "; compile lwip-layout.c with the lwipopts.h of this very library (docs/lwip.md).");
        }
    }
}
