package vn.chieng.api.uploads;

import java.util.Arrays;
import java.util.Locale;

/** How far an upload is. */
public enum UploadState {
    READING,
    READY,
    APPLYING,
    APPLIED,
    OUTDATED,
    FAILED,
    DISCARDED;

    /** As in the database and in bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that the database calls so. */
    public static UploadState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody works on it. */
    public boolean running() {
        return this == READING || this == APPLYING;
    }

    /** Whether nothing will become of it any more. */
    public boolean over() {
        return Arrays.stream(values()).noneMatch(this::leadsTo);
    }

    /** Where it may go from here; one that was left half applied is ready again where applying further is harmless. */
    public boolean leadsTo(UploadState next) {
        return switch (this) {
            case READING -> next == READY || next == FAILED;
            case READY -> next == APPLYING || next == DISCARDED;
            case APPLYING -> next == APPLIED || next == OUTDATED || next == READY || next == FAILED;
            case APPLIED, OUTDATED, FAILED, DISCARDED -> false;
        };
    }
}
