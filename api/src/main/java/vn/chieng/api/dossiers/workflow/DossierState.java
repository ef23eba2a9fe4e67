package vn.chieng.api.dossiers.workflow;

import java.util.Locale;

/** Where a dossier stands; the state owns which others it leads to. */
public enum DossierState {
    /** Being written. */
    DRAFT,
    /** The specialised unit was asked for its opinion. */
    AWAITING_OPINION,
    /** Handed in; somebody looks whether all is there. */
    SUBMITTED,
    /** Sent back to be supplemented. */
    RETURNED,
    /** Complete and valid; the appraiser works on it. */
    IN_APPRAISAL,
    /** The opinion says fit. */
    APPRAISED,
    /** The opinion says not fit. */
    NOT_FIT,
    /** Laid before who decides. */
    PROPOSED,
    /** Decided, sealed, and never changed again. */
    APPROVED,
    /** A later version was approved. */
    SUPERSEDED;

    /** Whether its content may be changed. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED || this == NOT_FIT;
    }

    /** Whether the writer has it, perhaps waiting for an opinion. */
    public boolean withWriter() {
        return editable() || this == AWAITING_OPINION;
    }

    /** Whether a further version of the system's dossier has to wait for this one. */
    public boolean open() {
        return this != APPROVED && this != SUPERSEDED;
    }

    /** Whether the appraiser has the dossier before it. */
    public boolean withAppraiser() {
        return this == SUBMITTED || this == IN_APPRAISAL;
    }

    /** Whether any route leads from here to the other in one move. */
    public boolean leadsTo(DossierState next) {
        return switch (this) {
            case DRAFT -> next == AWAITING_OPINION || next == SUBMITTED || next == IN_APPRAISAL;
            case AWAITING_OPINION -> next == DRAFT;
            case RETURNED, NOT_FIT -> next == AWAITING_OPINION || next == SUBMITTED || next == IN_APPRAISAL;
            case SUBMITTED -> next == RETURNED || next == IN_APPRAISAL;
            case IN_APPRAISAL -> next == RETURNED || next == APPRAISED || next == NOT_FIT;
            case APPRAISED -> next == APPRAISED || next == PROPOSED || next == APPROVED || next == RETURNED;
            case PROPOSED -> next == APPROVED || next == RETURNED;
            case APPROVED -> next == APPROVED || next == SUPERSEDED;
            case SUPERSEDED -> false;
        };
    }

    /** The word in keys and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
