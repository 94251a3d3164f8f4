/**
 * Benches in processes of their own, for stacks in native code, which may crash and of which a process holds but one.
 *
 * <p>An adapter writes a {@link org.tcpspec.spi.hosted.HostedStack}, whose benches live in the child process, and gives
 * {@link org.tcpspec.spi.hosted.Children} its name; the benches of those look to the kit like any others. When the child
 * dies, that is a finding about the stack, told with the last packet that it was given; the next bench gets a new child.
 */
package org.tcpspec.spi.hosted;
