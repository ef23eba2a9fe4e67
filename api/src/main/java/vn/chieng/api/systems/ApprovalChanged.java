package vn.chieng.api.systems;

import java.util.UUID;

/** Told by whoever keeps dossiers, within its transaction, when what {@link ApprovalState} says of a system has changed. */
public record ApprovalChanged(UUID systemId) {}
