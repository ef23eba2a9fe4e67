package vn.chieng.api.incidents.queue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the queue as a file.
 *
 * @param exportMost lines of one exported file
 */
@ConfigurationProperties("chieng.incidents")
record ExportSettings(@DefaultValue("50000") int exportMost) {

    ExportSettings {
        if (exportMost < 1) {
            throw new IllegalArgumentException("chieng.incidents: export-most must be positive");
        }
    }
}
