package vn.chieng.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/** What a command touches outside itself. */
record Surroundings(Clock clock, InputStream in, PrintStream out, PrintStream err) {}
