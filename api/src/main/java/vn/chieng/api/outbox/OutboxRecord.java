package vn.chieng.api.outbox;

import org.jspecify.annotations.Nullable;

/** A record on its way to Kafka; the number is that of its row, or zero before it has one. */
@SuppressWarnings("ArrayRecordComponent") // bytes that only pass through; nobody compares records
record OutboxRecord(long id, String topic, String key, byte @Nullable [] value) {}
