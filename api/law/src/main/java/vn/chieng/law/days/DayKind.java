package vn.chieng.law.days;

/** What a day is when working days are counted. */
public enum DayKind {
    WORKING(true),
    SWAPPED_TO_WORK(true),
    WEEKEND(false),
    HOLIDAY(false),
    COMPENSATION(false),
    SWAPPED_OFF(false),
    PAUSED(false);

    private final boolean worked;

    DayKind(boolean worked) {
        this.worked = worked;
    }

    public boolean worked() {
        return worked;
    }
}
