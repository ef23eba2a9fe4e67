package vn.chieng.api.audit;

/** What entries are about: a kind of object, and its key within the kind. */
public record AuditSubject(String type, String id) {}
