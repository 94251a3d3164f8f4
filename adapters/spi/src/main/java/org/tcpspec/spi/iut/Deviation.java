package org.tcpspec.spi.iut;

/**
 * A known departure of an IUT from a requirement: shown in every report, never hidden.
 *
 * @param scenario the id of the scenario that fails
 * @param reason what the reason of its verdict must contain; a fail for any other reason is not covered
 * @param explanation why the stack does so: packets, clause, source
 */
public record Deviation(String scenario, String reason, String explanation) {}
