/**
 * A Java stack in this JVM and in virtual time: its author writes a {@link org.tcpspec.spi.inprocess.StackInProcess}, and
 * {@link org.tcpspec.spi.inprocess.InProcessIut} makes an IUT of it, with a stack of its own for each scenario.
 */
package org.tcpspec.spi.inprocess;
