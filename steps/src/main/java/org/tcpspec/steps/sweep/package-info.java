/**
 * The sweep: every kind of segment with every class of SEQ and ACK in one state, and what RFC 9293 section 3.10.7 demands
 * for each. Pure functions over values: nothing here sends, waits or knows a stack.
 */
package org.tcpspec.steps.sweep;
