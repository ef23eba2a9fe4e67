package vn.chieng.api.dossiers;

import java.time.Instant;

/** What the appraiser found of a section, in the version it had then. */
public record SectionFinding(String section, Finding finding, int sectionVersion, Instant at, long by, String byName) {

    /** The outcomes. */
    public enum Finding {
        MET,
        SUPPLEMENT,
        NOT_MET
    }
}
