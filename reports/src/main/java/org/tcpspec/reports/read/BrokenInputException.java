package org.tcpspec.reports.read;

/**
 * Something that the user gave is not usable: a file, an option, a selection. The message is one sentence that says
 * what, where and how to mend it; the command ends with 64 before anything is sent.
 */
public final class BrokenInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenInputException(String sentence) {
        super(sentence);
    }

    public BrokenInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
