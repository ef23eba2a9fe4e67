package vn.chieng.api.coverage.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people carry out and record, each answering one kind of evidence that law packs ask for. */
public enum CheckKind {
    DRILL("last-drill"),
    SCAN("last-scan"),
    REVIEW("last-review"),
    PENETRATION_TEST("last-penetration-test"),
    RESTORE_TEST("last-restore-test");

    private final String evidence;

    CheckKind(String evidence) {
        this.evidence = evidence;
    }

    /** The name of the evidence in law packs. */
    public String evidence() {
        return evidence;
    }

    /** As in forms, bundle keys and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this code, if there is one. */
    static Optional<CheckKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
