package vn.chieng.api.dossiers.workflow;

/** Names of the inputs of gates that the product answers itself. */
public final class GateInputs {
    public static final String DOSSIER_COMPLETE = "dossier-complete";
    public static final String RISK_FILE_PRESENT = "risk-file-present";
    public static final String REGULATION_ISSUED = "regulation-issued";
    public static final String CONTRACT_COMPLETE = "contract-complete";
    public static final String HIRED_SERVICE = "hired-service";
    public static final String SHARED_HOSTING = "shared-hosting";
    public static final String LOGICAL_SEPARATION = "logical-separation";
    public static final String PHYSICAL_SEPARATION = "physical-separation";
    public static final String APPRAISER_OPERATES = "appraiser-operates";
    public static final String EXPERT_OPINION_GIVEN = "expert-opinion-given";
    public static final String APPRAISED_FIT = "appraised-fit";

    private GateInputs() {}
}
