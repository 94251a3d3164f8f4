/** Stacks side by side: finished runs, read from their {@code conformance.json}, as a page and as Markdown. */
package org.tcpspec.reports.matrix;
