package vn.chieng.api.audit;

/** What is done to the audit log itself. */
public enum AuditLogAction implements AuditAction {
    /** Whole days left as a file that can be verified. */
    EXPORTED("audit.exported"),
    /** A filtered list left as a table. */
    LIST_EXPORTED("audit.list-exported"),
    /** The history of one object left as a table. */
    HISTORY_EXPORTED("audit.history-exported"),
    /** Somebody had the chain checked. */
    CHECK_STARTED("audit.check-started"),
    /** The check came to its end. */
    CHECKED("audit.checked");

    /** The kind of object. */
    public static final String OBJECT = "audit-log";
    /** The key of the log as a whole. */
    public static final String CHAIN = "chain";

    private final String code;

    AuditLogAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
