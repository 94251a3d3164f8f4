/**
 * A real Linux kernel in virtual time: user-mode Linux with time travel, each a child process of the kit. Its only program
 * (src/main/c/init.c) has a TUN device for the wire and protocol 1's agent for the user, and speaks on standard streams.
 */
package org.tcpspec.uml;
