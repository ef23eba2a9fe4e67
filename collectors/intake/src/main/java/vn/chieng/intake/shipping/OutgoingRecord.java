package vn.chieng.intake.shipping;

import java.time.Instant;
import java.util.Map;

/** An event ready for Kafka. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never changed and never compared
record OutgoingRecord(String key, Instant created, Map<String, String> headers, byte[] value) {
    OutgoingRecord {
        headers = Map.copyOf(headers);
    }
}
