package org.tcpspec.spi.hosted;

/** What a parent asks of a child, besides the user's calls, which go by their own names. */
final class Question {
    static final String ENVIRONMENT = "stack.environment";
    static final String OPEN = "bench.open";
    static final String INJECT = "bench.inject";
    static final String NEXT = "bench.next";
    static final String OTHER_PEER = "bench.otherPeer";
    static final String CLOSE = "bench.close";

    private Question() {}
}
