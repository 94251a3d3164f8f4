package org.tcpspec.netty;

/** What an agent gave a user: a connection or a listener. */
record Handle(boolean isListener, long id) {

    static Handle connection(long id) {
        return new Handle(false, id);
    }

    static Handle listener(long id) {
        return new Handle(true, id);
    }
}
