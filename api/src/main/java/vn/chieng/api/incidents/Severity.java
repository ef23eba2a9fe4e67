package vn.chieng.api.incidents;

/** Mức độ nghiêm trọng, worst first; not to be confused with a system's level. */
public enum Severity {
    M1,
    M2,
    M3,
    M4;

    /** Whether it takes the right to decide to make it milder. */
    public boolean grave() {
        return this == M1 || this == M2;
    }
}
