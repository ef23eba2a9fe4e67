package vn.chieng.intake.syslog;

import java.time.Duration;

/**
 * Named limits of the syslog listeners.
 *
 * @param maxFrame longer frames are cut
 * @param maxSkipped a longer octet count ends the connection
 * @param idleTimeout a silent connection is closed after this
 * @param maxConnections of all senders together
 * @param maxConnectionsPerSource of one address
 * @param refuseUnregistered whether senders outside the table are turned away
 */
public record SyslogLimits(
        int maxFrame,
        int maxSkipped,
        Duration idleTimeout,
        int maxConnections,
        int maxConnectionsPerSource,
        boolean refuseUnregistered) {}
