package vn.chieng.api.audit.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit log.
 *
 * @param anchorFile a file elsewhere, such as on a share that can only be added to, which gets a line for each day; none where absent
 * @param anchorSyslog a collector, {@code tcp://host:port} or {@code udp://host:port}, which gets a message for each day; none where absent
 */
@ConfigurationProperties("chieng.api.audit")
public record AuditSettings(
        @Nullable Path anchorFile, @Nullable URI anchorSyslog) {

    public AuditSettings {
        if (anchorSyslog != null
                && (!Set.of("tcp", "udp").contains(String.valueOf(anchorSyslog.getScheme()))
                        || anchorSyslog.getHost() == null
                        || anchorSyslog.getPort() < 1)) {
            throw new IllegalArgumentException(
                    "chieng.api.audit.anchor-syslog must be tcp://host:port or udp://host:port");
        }
    }
}
