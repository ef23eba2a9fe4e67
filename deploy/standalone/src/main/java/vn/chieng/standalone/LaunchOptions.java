package vn.chieng.standalone;

import java.nio.file.Path;
import java.util.OptionalInt;

/** What {@code deploy/up} was asked for. */
record LaunchOptions(
        Path home,
        boolean demo,
        boolean check,
        double speed,
        OptionalInt consolePort,
        OptionalInt syslogPort,
        OptionalInt intakePort) {

    static final double FASTEST = 100;

    LaunchOptions {
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new IllegalArgumentException("--speed is above 0 and at most " + (int) FASTEST);
        }
        checkPort("--port", consolePort);
        checkPort("--syslog-port", syslogPort);
        checkPort("--intake-port", intakePort);
    }

    private static void checkPort(String option, OptionalInt port) {
        if (port.isPresent() && (port.getAsInt() < 0 || port.getAsInt() > 65_535)) {
            throw new IllegalArgumentException(option + " is between 0 and 65535");
        }
    }
}
