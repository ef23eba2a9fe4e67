package vn.chieng.event;

import java.time.Instant;

/**
 * A rule matched an event; one record for each entity of the event. JSON: the component names.
 *
 * @param id derives from event id, rule id and entity; the same match always has the same id
 * @param entity the record's key
 * @param time the moment correlation counts with: {@code @timestamp} where it lies within the allowed lateness of
 *     {@code event.created}, else {@code event.created}
 */
public record Detection(String id, Entity entity, Instant time, RuleReference rule, Evidence evidence) {}
