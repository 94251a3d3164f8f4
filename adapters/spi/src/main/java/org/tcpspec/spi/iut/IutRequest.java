package org.tcpspec.spi.iut;

import org.tcpspec.spi.wire.IpVersion;

/**
 * What a run asks of an IUT.
 *
 * @param statement what the IUT claims, as read from its file
 * @param seed whatever the IUT draws at random for the whole run, it draws from this
 */
public record IutRequest(Statement statement, IpVersion ip, long seed) {}
