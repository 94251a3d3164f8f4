package org.tcpspec.lwip;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.wire.Bytes;

/** The library: its functions, its structs, and one interface whose packets come and go through this class. */
final class Lwip {

    /** {@code RTLD_LAZY} without {@code RTLD_GLOBAL}: the library's names are nobody else's. */
    private static final int LOCAL = 1;

    static final int MTU = 1_500;
    private static final int ADDRESS_VALID_AND_PREFERRED = 0x30;
    private static final int IPADDR_TYPE_V6 = 6;
    private static final int IPADDR_TYPE_ANY = 46;
    private static final int TYPE_IN_ADDRESS = 20;

    /** What {@code netif->output} is. */
    private interface Out extends Callback {
        byte output(Pointer netif, Pointer pbuf, Pointer address);
    }

    private interface Init extends Callback {
        byte init(Pointer netif);
    }

    private interface In extends Callback {
        byte input(Pointer pbuf, Pointer netif);
    }

    private final NativeLibrary library;
    private final Layout layout;
    private final Memory netif;
    private final List<Callback> callbacks;
    private Consumer<Bytes> leaving = packet -> {};

    /**
     * Loads and starts it, without a thread of its own.
     *
     * @throws LabException if there is no such library, or it is none of lwIP's, or not built as {@code layout} says
     */
    Lwip(String file, Layout layout, InetAddress address4, Optional<InetAddress> address6) {
        this.layout = layout;
        try {
            this.library = NativeLibrary.getInstance(file, Map.of(Library.OPTION_OPEN_FLAGS, LOCAL));
            start();
        } catch (UnsatisfiedLinkError e) {
            throw new LabException(
                    "The library " + file + " cannot be loaded ("
                            + e.getMessage().lines().findFirst().orElse("")
                            + "); Debian has it in the package liblwip0: apt-get install liblwip0.",
                    e);
        }
        this.netif = new Memory(layout.size("netif"));
        netif.clear();
        Out out = (n, pbuf, to) -> {
            leaving.accept(content(pbuf));
            return 0;
        };
        Init init = n -> {
            n.setPointer(layout.at("netif.output"), CallbackReference.getFunctionPointer(out));
            if (layout.has("netif.output_ip6")) {
                n.setPointer(layout.at("netif.output_ip6"), CallbackReference.getFunctionPointer(out));
            }
            n.setShort(layout.at("netif.mtu"), (short) MTU);
            return 0;
        };
        In in = (pbuf, n) -> (byte) number("ip_input", pbuf, n);
        this.callbacks = List.of(out, init, in);
        addInterface(address4, init, in);
        address6.ifPresent(this::addAddress);
        new BuildCheck(this, library).run(gateway(address4));
    }

    private void start() {
        if (layout.option("NO_SYS") == 1) {
            call("lwip_init");
            return;
        }
        // Its thread is started for its mailbox, without which packets to itself make it abort; the thread itself
        // waits for this lock for ever, and so never runs a timer.
        call("tcpip_init", Pointer.NULL, Pointer.NULL);
        call("sys_lock_tcpip_core");
    }

    private void addInterface(InetAddress address, Init init, In in) {
        Memory mask = new Memory(layout.size("ip_addr"));
        mask.clear();
        mask.setInt(0, 0x00ffffff);
        if (pointer("netif_add", netif, ip(address), mask, ip(gateway(address)), Pointer.NULL, init, in) == null) {
            throw new LabException("lwIP refuses an interface.");
        }
        call("netif_set_default", netif);
        call("netif_set_up", netif);
        call("netif_set_link_up", netif);
    }

    private static InetAddress gateway(InetAddress own) {
        byte[] octets = own.getAddress();
        octets[octets.length - 1] = (byte) 0xfe;
        return of(octets);
    }

    private static InetAddress of(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    private void addAddress(InetAddress address) {
        call("netif_ip6_addr_set", netif, (byte) 0, ip(address));
        call("netif_ip6_addr_set_state", netif, (byte) 0, (byte) ADDRESS_VALID_AND_PREFERRED);
    }

    // ---- calls

    void call(String function, Object... arguments) {
        library.getFunction(function).invokeVoid(arguments);
    }

    int number(String function, Object... arguments) {
        return library.getFunction(function).invokeInt(arguments);
    }

    /** An {@code err_t}. */
    int error(String function, Object... arguments) {
        return (byte) number(function, arguments);
    }

    Pointer pointer(String function, Object... arguments) {
        return library.getFunction(function).invokePointer(arguments);
    }

    /** A new connection that can be of either version of IP. */
    Pointer newPcb() {
        return pointer("tcp_new_ip_type", (byte) IPADDR_TYPE_ANY);
    }

    // ---- packets

    void arrive(Bytes packet) {
        Pointer pbuf =
                pointer("pbuf_alloc", layout.option("PBUF_RAW"), (short) packet.length(), layout.option("PBUF_RAM"));
        if (pbuf == null) {
            throw new LabException("lwIP has no memory for a packet.");
        }
        if (!packet.isEmpty()) {
            number("pbuf_take", pbuf, memory(packet), (short) packet.length());
        }
        // takes the buffer, whatever it says
        number("ip_input", pbuf, netif);
        takeLooped();
    }

    /** What lwIP sent to itself arrives. */
    void takeLooped() {
        call("netif_poll", netif);
    }

    /** From now on packets that leave go to {@code taker}. */
    void onLeaving(Consumer<Bytes> taker) {
        leaving = taker;
    }

    /** The octets of a chain of buffers. */
    Bytes content(Pointer pbuf) {
        int length = pbuf.getShort(layout.at("pbuf.tot_len")) & 0xffff;
        if (length == 0) {
            return Bytes.EMPTY;
        }
        Memory octets = new Memory(length);
        number("pbuf_copy_partial", pbuf, octets, (short) length, (short) 0);
        return Bytes.of(octets.getByteArray(0, length));
    }

    static Memory memory(Bytes octets) {
        Memory memory = new Memory(octets.length());
        memory.write(0, octets.toArray(), 0, octets.length());
        return memory;
    }

    /** One tick of 250 ms. */
    void tick() {
        call("tcp_tmr");
        takeLooped();
    }

    // ---- structs

    Memory ip(InetAddress address) {
        byte[] octets = address.getAddress();
        Memory ip = new Memory(layout.size("ip_addr"));
        ip.clear();
        ip.write(0, octets, 0, octets.length);
        if (octets.length == 16) {
            ip.setByte(TYPE_IN_ADDRESS, (byte) IPADDR_TYPE_V6);
        }
        return ip;
    }

    /** The address in an {@code ip_addr_t}. */
    private InetAddress address(Pointer struct, int offset) {
        boolean six = layout.option("IPV6") == 1 && struct.getByte(offset + TYPE_IN_ADDRESS) == IPADDR_TYPE_V6;
        return of(struct.getByteArray(offset, six ? 16 : 4));
    }

    InetAddress localAddress(Pointer pcb) {
        return address(pcb, layout.at("tcp_pcb.local_ip"));
    }

    InetAddress remoteAddress(Pointer pcb) {
        return address(pcb, layout.at("tcp_pcb.remote_ip"));
    }

    int port(Pointer pcb, String field) {
        return pcb.getShort(layout.at("tcp_pcb." + field)) & 0xffff;
    }

    int listenerPort(Pointer pcb) {
        return pcb.getShort(layout.at("tcp_pcb_listen.local_port")) & 0xffff;
    }

    /** Whether a listener is bound to no address, or to {@code address}. */
    boolean listensAt(Pointer pcb, InetAddress address) {
        InetAddress own = address(pcb, layout.at("tcp_pcb_listen.local_ip"));
        byte[] octets = own.getAddress();
        boolean any = Arrays.equals(octets, new byte[octets.length]);
        return any || own.equals(address) && own instanceof Inet6Address == address instanceof Inet6Address;
    }

    int state(Pointer pcb) {
        return pcb.getInt(layout.at("tcp_pcb.state"));
    }

    int sendBuffer(Pointer pcb) {
        // tcpwnd_size_t has 32 bits where windows are scaled
        long at = layout.at("tcp_pcb.snd_buf");
        return layout.option("WINDOW_SCALE") == 1 ? pcb.getInt(at) : pcb.getShort(at) & 0xffff;
    }

    Layout layout() {
        return layout;
    }

    /** The connections of a list such as {@code tcp_active_pcbs}, first to last. */
    List<Pointer> list(String name) {
        List<Pointer> pcbs = new ArrayList<>();
        Pointer pcb = library.getGlobalVariableAddress(name).getPointer(0);
        while (pcb != null) {
            pcbs.add(pcb);
            pcb = pcb.getPointer(layout.at("tcp_pcb.next"));
        }
        return pcbs;
    }
}
