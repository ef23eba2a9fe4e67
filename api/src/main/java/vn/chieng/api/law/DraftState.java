package vn.chieng.api.law;

/** Where a draft of a pack stands. */
enum DraftState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    WITHDRAWN;

    boolean leadsTo(DraftState next) {
        return switch (this) {
            case DRAFT, RETURNED -> next == SUBMITTED || next == WITHDRAWN;
            case SUBMITTED -> next == APPROVED || next == RETURNED || next == WITHDRAWN;
            case APPROVED, WITHDRAWN -> false;
        };
    }

    /** Whether its text may still change. */
    public boolean editable() {
        return switch (this) {
            case DRAFT, RETURNED -> true;
            case SUBMITTED, APPROVED, WITHDRAWN -> false;
        };
    }

    /** Whether it keeps others from drafting the same pack. */
    public boolean open() {
        return leadsTo(WITHDRAWN);
    }
}
