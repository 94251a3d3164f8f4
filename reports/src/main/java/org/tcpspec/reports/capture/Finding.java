package org.tcpspec.reports.capture;

import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.steps.observe.Violation;

/**
 * Something that an end did and that the wire proves wrong.
 *
 * @param packet the number of the packet in the file, from 1
 * @param must a MUST is broken; else it is advice
 */
public record Finding(long packet, Endpoint by, boolean must, Violation violation) {}
