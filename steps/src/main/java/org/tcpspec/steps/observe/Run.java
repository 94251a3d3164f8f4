package org.tcpspec.steps.observe;

import org.tcpspec.spi.wire.SequenceNumber;

/** The numbers from {@code from} to just before {@code to}. */
public record Run(SequenceNumber from, SequenceNumber to) {}
