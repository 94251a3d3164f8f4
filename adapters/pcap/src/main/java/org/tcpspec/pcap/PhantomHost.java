package org.tcpspec.pcap;

import java.net.InetAddress;
import org.tcpspec.pcap.Ethernet.Mac;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Wire;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Packet;

/** One phantom host on a {@link PcapWire}. */
final class PhantomHost implements Wire.Phantom {

    private final PcapWire wire;
    private final InetAddress address;
    private final InetAddress iutAddress;
    private final Mac iut;
    private final Mailbox mailbox;

    /** Touched by the capture thread only. */
    private long frames;

    private volatile boolean unsettled;

    PhantomHost(PcapWire wire, InetAddress address, InetAddress iutAddress, Mac iut, Mailbox mailbox) {
        this.wire = wire;
        this.address = address;
        this.iutAddress = iutAddress;
        this.iut = iut;
        this.mailbox = mailbox;
    }

    @Override
    public InetAddress address() {
        return address;
    }

    @Override
    public void answerFor(InetAddress another) {
        wire.answerFor(another, this);
    }

    Mac iut() {
        return iut;
    }

    @Override
    public void inject(Bytes ipPacket) {
        unsettled = true;
        wire.inject(this, ipPacket);
    }

    @Override
    public void settle(InetAddress neighbour) {
        if (unsettled) {
            unsettled = false;
            wire.settle(iutAddress, neighbour);
        }
    }

    /** Called by the capture thread, in the capture's order. */
    void captured(long nanos, Direction direction, Packet packet) {
        frames++;
        mailbox.deliver(new Observed.Frame(frames, nanos, direction, packet));
    }

    @Override
    public void close() {
        wire.goneAway(this);
    }
}
