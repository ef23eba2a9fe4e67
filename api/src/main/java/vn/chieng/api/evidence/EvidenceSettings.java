package vn.chieng.api.evidence;

import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the evidence locker.
 *
 * @param maxFile most bytes of one file; the server's own bound of uploads must not be smaller
 * @param retention how long a file is kept at least after the incident it belongs to; no rule of law names a time
 * @param endings the endings of names that are taken
 */
@ConfigurationProperties("chieng.evidence")
record EvidenceSettings(
        @DefaultValue("512MB") DataSize maxFile,

        @DefaultValue("5y") Period retention,

        @DefaultValue({
            "pdf", "docx", "xlsx", "txt", "csv", "log", "json", "ndjson", "xml", "png", "jpg", "jpeg", "zip", "gz",
            "7z", "pcap", "pcapng", "evtx", "eml", "msg", "mem", "raw", "bin", "p7s", "sig"
        })
        List<String> endings) {
    EvidenceSettings {
        endings = List.copyOf(endings);
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("chieng.evidence.retention must be positive");
        }
    }
}
