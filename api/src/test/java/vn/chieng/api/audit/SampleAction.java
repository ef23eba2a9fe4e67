package vn.chieng.api.audit;

/** What the tests write about. */
public enum SampleAction implements AuditAction {
    CHANGED("sample.changed");

    private final String code;

    SampleAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
