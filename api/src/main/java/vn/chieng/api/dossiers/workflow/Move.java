package vn.chieng.api.dossiers.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do with a dossier. */
public sealed interface Move {

    /** The operator asks the specialised unit for its opinion. */
    record AskOpinion() implements Move {}

    /** The specialised unit gives it. */
    record GiveOpinion(@Nullable Paper paper) implements Move {}

    /** The dossier is handed in, the first time or again. */
    record Submit() implements Move {}

    /** All is there: the time of appraisal begins. */
    record AcceptComplete(@Nullable Paper paper) implements Move {}

    /** Something is missing. */
    record SendBack(String reason, @Nullable Paper paper) implements Move {}

    /** Another body or a council appraises. */
    record NameAppraiser(String organizationId) implements Move {}

    /** The opinion: fit, or not fit with the reason. */
    record Conclude(boolean fit, String reason, @Nullable Paper paper) implements Move {}

    /** The list was approved that the system stands on. */
    record RecordListing(@Nullable Paper paper) implements Move {}

    /** The operator lays it before who decides. */
    record Propose() implements Move {}

    /** Approved, or sent back with the reason. */
    record Decide(boolean approved, String reason, @Nullable Paper paper) implements Move {}

    /** Who approved tells the owner. */
    record Report() implements Move {}

    /** The owner lets another body act in its place up to a day. */
    record Delegate(String organizationId, LocalDate until, String paper) implements Move {}

    /** A later version was approved; the process itself does this. */
    record Supersede() implements Move {}
}
