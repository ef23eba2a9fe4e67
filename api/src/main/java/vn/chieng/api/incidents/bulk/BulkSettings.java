package vn.chieng.api.incidents.bulk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of work on many incidents.
 *
 * @param bulkMost incidents changed by one request
 */
@ConfigurationProperties("chieng.incidents")
record BulkSettings(@DefaultValue("2000") int bulkMost) {

    BulkSettings {
        if (bulkMost < 1) {
            throw new IllegalArgumentException("chieng.incidents: bulk-most must be positive");
        }
    }
}
