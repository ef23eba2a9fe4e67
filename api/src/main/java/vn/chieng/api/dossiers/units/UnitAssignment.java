package vn.chieng.api.dossiers.units;

import java.time.Instant;

/**
 * A unit that appraises for a body and for those below it that have none of their own.
 *
 * @param paper by which it was charged with that
 */
public record UnitAssignment(
        String organizationId, String unitId, String paper, String assignedBy, Instant assignedAt, int version) {}
