package vn.chieng.law.pack;

/** The force of a rule today, shown beside it. */
public enum LawStatus {
    IN_FORCE,
    REFERENCE,
    OLD
}
