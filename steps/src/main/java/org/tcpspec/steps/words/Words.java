package org.tcpspec.steps.words;

/** Step definitions of the kit itself. One object of each class lives in a scenario, shared by all who ask for it. */
public interface Words {}
