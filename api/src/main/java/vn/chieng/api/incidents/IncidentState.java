package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stages of an incident that are supported so far; the enum owns the moves between them. */
public enum IncidentState {
    /** Mới tiếp nhận: nobody has taken it. */
    NEW,
    /** Đang xác minh: somebody has taken it and checks whether it is one. */
    VERIFYING,
    /** Đã xác nhận: it is an incident in the sense of the law. */
    CONFIRMED,
    /** Đã đóng: with a reason. */
    CLOSED;

    /** Whether a person may move an incident from here to there. */
    public boolean leadsTo(IncidentState next) {
        return switch (this) {
            case NEW -> next == VERIFYING || next == CLOSED;
            case VERIFYING -> next == CONFIRMED || next == CLOSED;
            case CONFIRMED -> next == CLOSED;
            case CLOSED -> next == VERIFYING;
        };
    }

    /** Whether signals still join it. */
    public boolean open() {
        return this != CLOSED;
    }

    /** As the API spells it: {@code new}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
