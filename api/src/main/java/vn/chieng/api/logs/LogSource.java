package vn.chieng.api.logs;

import java.time.Instant;

/**
 * A source whose events are held.
 *
 * @param newest when the newest of them was taken in
 */
public record LogSource(String organizationId, String id, Instant newest) {}
