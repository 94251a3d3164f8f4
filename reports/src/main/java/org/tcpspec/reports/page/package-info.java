/** The pages that need nothing else: one frame, one style, one template engine. */
package org.tcpspec.reports.page;
