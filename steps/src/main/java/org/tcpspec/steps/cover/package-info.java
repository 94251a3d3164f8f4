/**
 * The coverage monitor: which rows of the transition table (RFC 9293 section 3.10) a scenario has exercised, derived
 * from what crossed the boundary of the IUT and from nothing else.
 */
package org.tcpspec.steps.cover;
