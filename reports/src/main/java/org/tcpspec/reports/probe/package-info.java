/**
 * From what a stack does on the wire to a draft of its description: each question is a small conversation in which
 * nothing is judged, its answers become lines of an ICS and an IXIT, and a claim that the wire contradicts is found.
 */
package org.tcpspec.reports.probe;
