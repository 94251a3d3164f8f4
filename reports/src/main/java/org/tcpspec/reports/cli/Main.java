package org.tcpspec.reports.cli;

public final class Main {}
