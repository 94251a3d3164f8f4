/** What all adapters that test a Linux kernel have in common, however they reach it. */
package org.tcpspec.spi.kernel;
