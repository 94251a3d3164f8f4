package org.tcpspec.spi.iut;

/** What an ICS says of an option of the RFCs. */
public enum Support {
    /** The stack chose to implement it; requirements that presuppose it are judged. */
    CLAIMED,
    /** The stack chose not to; the text without the option is judged instead. */
    DENIED,
    /** Nothing is said: either documented behaviour passes, and the report says which was seen. */
    SILENT
}
