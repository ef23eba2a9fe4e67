package vn.chieng.api.reports;

/**
 * A field of a report with what stands in it.
 *
 * @param required whether a report without it is incomplete
 */
public record ReportLine(String key, String label, String value, Source source, boolean required) {

    /** Where the value comes from. */
    public enum Source {
        INCIDENT,
        TYPED,
        NONE
    }

    /** Whether something must still be said. */
    public boolean missing() {
        return required && source == Source.NONE;
    }
}
