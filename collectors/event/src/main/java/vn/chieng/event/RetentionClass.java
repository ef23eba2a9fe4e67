package vn.chieng.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long the index of an event is kept; part of the index name. */
public enum RetentionClass {
    R1("r1", 1),
    R3("r3", 3),
    R6("r6", 6),
    R12("r12", 12);

    private final String code;
    private final int months;

    RetentionClass(String code, int months) {
        this.code = code;
        this.months = months;
    }

    /** As it stands in headers and index names: {@code r12}. */
    public String code() {
        return code;
    }

    public int months() {
        return months;
    }

    /** The class with this code; anything else is {@link #R12}, since keeping too long is the safe side. */
    public static RetentionClass ofCode(String code) {
        for (RetentionClass each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        return R12;
    }

    /**
     * The daily index ({@code logs-r12-2026.11.22}) of an event received at this moment. The day is that of UTC, and derives
     * from {@code event.created}, so that the same event always lands in the same index.
     */
    public String indexFor(Instant created) {
        LocalDate day = LocalDate.ofInstant(created, ZoneOffset.UTC);
        return "logs-%s-%04d.%02d.%02d".formatted(code, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
