package vn.chieng.api.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks those who may decide to look at an incident. It stands beside the state and changes none; it ends with their answer, or with
 * the incident.
 *
 * @param accountId who asked; null for a caller without an account
 * @param reason why, in the person's words
 */
public record Escalation(Instant at, @Nullable Long accountId, String name, String reason) {}
