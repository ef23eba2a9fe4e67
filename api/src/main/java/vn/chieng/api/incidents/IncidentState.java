package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The stages of an incident; the enum owns the moves between them and what each of them asks for. */
public enum IncidentState {
    /** Mới tiếp nhận: nobody has taken it. */
    NEW,
    /** Đang xác minh: somebody has taken it and checks whether it is one. */
    VERIFYING,
    /** Không phải sự cố: a wrong or harmless alert, with a reason. */
    DISMISSED,
    /** Đã xác nhận: it is an incident in the sense of the law. */
    CONFIRMED,
    /** Đang ngăn chặn: it is being kept from spreading. */
    CONTAINING,
    /** Đang khắc phục: its cause and its effects are being removed. */
    REMEDIATING,
    /** Đã khôi phục: what it hit works again. */
    RECOVERED,
    /** Chờ báo cáo kết thúc: only the closing report is missing. */
    AWAITING_REPORT,
    /** Đã đóng: dealt with and reported. */
    CLOSED,
    /** Đã gộp: another incident carries it until that is undone. */
    MERGED;

    /** Those in which work goes on and signals join. */
    public static final Set<IncidentState> OPEN = Collections.unmodifiableSet(Arrays.stream(values())
            .filter(IncidentState::open)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(IncidentState.class))));

    /** Whether a person may move an incident from here to there. */
    public boolean leadsTo(IncidentState next) {
        return switch (this) {
            case NEW -> next == VERIFYING || next == DISMISSED;
            case VERIFYING -> next == CONFIRMED || next == DISMISSED;
            case CONFIRMED -> next == CONTAINING || next == VERIFYING;
            case CONTAINING -> next == REMEDIATING || next == VERIFYING;
            case REMEDIATING -> next == RECOVERED || next == CONTAINING;
            case RECOVERED -> next == AWAITING_REPORT || next == CONTAINING;
            case AWAITING_REPORT -> next == CLOSED || next == CONTAINING;
            case CLOSED, DISMISSED -> next == VERIFYING;
            case MERGED -> false;
        };
    }

    /** What the move from here to there must state; it is asked for only where {@link #leadsTo} holds. */
    public Set<Requirement> asks(IncidentState next) {
        return switch (next) {
            case DISMISSED -> EnumSet.of(Requirement.REASON, Requirement.NOTE);
            case CONFIRMED -> EnumSet.of(Requirement.GROUP, Requirement.NOTE);
            case REMEDIATING, RECOVERED -> EnumSet.of(Requirement.NOTE);
            case CLOSED -> EnumSet.of(Requirement.CAUSE, Requirement.NOTE);
            case VERIFYING -> this == NEW ? EnumSet.noneOf(Requirement.class) : EnumSet.of(Requirement.NOTE);
            case CONTAINING -> this == CONFIRMED ? EnumSet.noneOf(Requirement.class) : EnumSet.of(Requirement.NOTE);
            case NEW, AWAITING_REPORT, MERGED -> EnumSet.noneOf(Requirement.class);
        };
    }

    /** Whether only who may decide moves from here to there: to close, to open again what was closed, to take a confirmation back. */
    public boolean reserves(IncidentState next) {
        return next == CLOSED || (next == VERIFYING && this != NEW && this != DISMISSED);
    }

    /** The states that people can move to from here, in the order of the procedure. */
    public Set<IncidentState> next() {
        EnumSet<IncidentState> next = EnumSet.noneOf(IncidentState.class);
        Arrays.stream(values()).filter(this::leadsTo).forEach(next::add);
        return next;
    }

    /** Whether work goes on and signals still join it. */
    public boolean open() {
        return this != DISMISSED && this != CLOSED && this != MERGED;
    }

    /** As the API spells it: {@code awaiting-report}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #code} wrote. */
    public static IncidentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Something a move must state. */
    public enum Requirement {
        /** Why it is none, from the list. */
        REASON,
        /** Words. */
        NOTE,
        /** The group of the law pack it belongs to. */
        GROUP,
        /** The cause, or why it is not known. */
        CAUSE;

        /** The field's name in forms and in the API. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
