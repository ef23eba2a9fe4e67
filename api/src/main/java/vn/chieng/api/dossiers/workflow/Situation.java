package vn.chieng.api.dossiers.workflow;

import java.util.Set;
import vn.chieng.law.conditions.Facts;

/**
 * What the machine has to know of the dossier beyond its course.
 *
 * @param facts answers that gates ask for
 * @param writers accounts that wrote content or handed it in
 * @param appraisers accounts that made remarks or voted
 * @param openRemarks remarks that must be dealt with before the opinion can say fit
 * @param councilPending members of the council who have not voted
 */
public record Situation(Facts facts, Set<Long> writers, Set<Long> appraisers, int openRemarks, int councilPending) {
    /** Nothing is known, nobody has written. */
    public static final Situation NONE = new Situation(Facts.NONE, Set.of(), Set.of(), 0, 0);

    public Situation {
        writers = Set.copyOf(writers);
        appraisers = Set.copyOf(appraisers);
    }
}
