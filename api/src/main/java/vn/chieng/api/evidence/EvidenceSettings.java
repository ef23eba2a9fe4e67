package vn.chieng.api.evidence;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the evidence locker.
 *
 * @param maxFile most bytes of one file; the server's own bound of uploads must not be smaller
 * @param endings the endings of names that are taken
 */
@ConfigurationProperties("chieng.evidence")
record EvidenceSettings(
        @DefaultValue("512MB") DataSize maxFile,

        @DefaultValue({
            "pdf", "docx", "xlsx", "txt", "csv", "log", "json", "ndjson", "xml", "png", "jpg", "jpeg", "zip", "gz",
            "7z", "pcap", "pcapng", "evtx", "eml", "msg", "mem", "raw", "bin", "p7s", "sig"
        })
        List<String> endings) {
    EvidenceSettings {
        endings = List.copyOf(endings);
    }
}
