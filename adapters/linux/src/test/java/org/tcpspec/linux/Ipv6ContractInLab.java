package org.tcpspec.linux;

import org.junit.jupiter.api.Tag;
import org.tcpspec.spi.wire.IpVersion;

/** The same over IPv6. */
@Tag("lab")
class Ipv6ContractInLab extends ContractInLab {

    @Override
    public IpVersion ip() {
        return IpVersion.IPV6;
    }
}
