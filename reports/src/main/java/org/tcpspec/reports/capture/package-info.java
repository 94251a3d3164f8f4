/** Judges a capture of anybody's traffic: what each end of a connection did that the wire alone proves wrong. */
package org.tcpspec.reports.capture;
