package vn.chieng.api.dossiers.workflow;

import java.util.Set;

/** Names of the inputs of gates that the product answers itself. */
public final class GateInputs {
    public static final String DOSSIER_COMPLETE = "dossier-complete";
    public static final String RISK_FILE_PRESENT = "risk-file-present";
    public static final String REGULATION_ISSUED = "regulation-issued";
    public static final String CONTRACT_COMPLETE = "contract-complete";
    public static final String HIRED_SERVICE = "hired-service";
    public static final String SHARED_HOSTING = "shared-hosting";
    public static final String APPRAISER_OPERATES = "appraiser-operates";
    public static final String EXPERT_OPINION_GIVEN = "expert-opinion-given";
    public static final String APPRAISED_FIT = "appraised-fit";

    /** Those that the product answers; of the rest the writer is asked. */
    public static final Set<String> ANSWERED = Set.of(
            DOSSIER_COMPLETE,
            RISK_FILE_PRESENT,
            REGULATION_ISSUED,
            CONTRACT_COMPLETE,
            HIRED_SERVICE,
            SHARED_HOSTING,
            APPRAISER_OPERATES,
            EXPERT_OPINION_GIVEN,
            APPRAISED_FIT);

    private GateInputs() {}
}
