package vn.chieng.api.audit;

/** Something that is written to the audit log; each feature has an enum of its own. Its label is the bundle key {@code audit.action.<code>}. */
public interface AuditAction {

    /** Object and past participle, such as {@code incident.closed}; never changed once entries exist. */
    String code();
}
