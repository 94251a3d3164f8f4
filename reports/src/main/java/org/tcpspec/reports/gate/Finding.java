package org.tcpspec.reports.gate;

/**
 * What a gate says of one of its rules.
 *
 * @param rule its name
 * @param limit what it demands, in words
 * @param found what there was, in words
 * @param sentence the whole, for one that is broken: what, and an example
 */
public record Finding(String rule, String limit, String found, boolean holds, String sentence) {}
