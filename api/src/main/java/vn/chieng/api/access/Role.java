package vn.chieng.api.access;

import static vn.chieng.api.access.Permission.ACCESS_REVIEW;
import static vn.chieng.api.access.Permission.ACCOUNTS_EDIT;
import static vn.chieng.api.access.Permission.ACCOUNTS_READ;
import static vn.chieng.api.access.Permission.ANNUAL_REPORTS_APPROVE;
import static vn.chieng.api.access.Permission.ANNUAL_REPORTS_EDIT;
import static vn.chieng.api.access.Permission.ANNUAL_REPORTS_PUBLISH;
import static vn.chieng.api.access.Permission.ANNUAL_REPORTS_READ;
import static vn.chieng.api.access.Permission.AUDIT_READ;
import static vn.chieng.api.access.Permission.COVERAGE_EDIT;
import static vn.chieng.api.access.Permission.COVERAGE_READ;
import static vn.chieng.api.access.Permission.DOSSIERS_APPRAISE;
import static vn.chieng.api.access.Permission.DOSSIERS_MOVE;
import static vn.chieng.api.access.Permission.DOSSIERS_READ;
import static vn.chieng.api.access.Permission.DOSSIERS_VOTE;
import static vn.chieng.api.access.Permission.DOSSIERS_WRITE;
import static vn.chieng.api.access.Permission.EVENTS_READ;
import static vn.chieng.api.access.Permission.INCIDENTS_COUNT;
import static vn.chieng.api.access.Permission.INCIDENTS_DECIDE;
import static vn.chieng.api.access.Permission.INCIDENTS_READ;
import static vn.chieng.api.access.Permission.INCIDENTS_WORK;
import static vn.chieng.api.access.Permission.INDICATORS_EDIT;
import static vn.chieng.api.access.Permission.INDICATORS_READ;
import static vn.chieng.api.access.Permission.LAW_EDIT;
import static vn.chieng.api.access.Permission.NOTIFICATIONS_EDIT;
import static vn.chieng.api.access.Permission.ORGANIZATIONS_EDIT;
import static vn.chieng.api.access.Permission.ORGANIZATIONS_IMPORT;
import static vn.chieng.api.access.Permission.ORGANIZATIONS_READ;
import static vn.chieng.api.access.Permission.PERSONAL_DATA_READ;
import static vn.chieng.api.access.Permission.ROLE_DELEGATE;
import static vn.chieng.api.access.Permission.RULES_EDIT;
import static vn.chieng.api.access.Permission.RULES_READ;
import static vn.chieng.api.access.Permission.SYSTEMS_EDIT;
import static vn.chieng.api.access.Permission.SYSTEMS_READ;

import java.util.EnumSet;
import java.util.Set;

/** What a person is in an organisation; the role owns its permissions and how far they reach. */
public enum Role {
    /** The body's contact: sees its own incidents, masked. */
    CONTACT(Reach.SUBTREE, INCIDENTS_READ, ORGANIZATIONS_READ, SYSTEMS_READ, ANNUAL_REPORTS_READ),
    /** Runs systems, writes dossiers. */
    OPERATOR(
            Reach.SUBTREE,
            EVENTS_READ,
            INCIDENTS_READ,
            ORGANIZATIONS_READ,
            SYSTEMS_READ,
            SYSTEMS_EDIT,
            COVERAGE_READ,
            COVERAGE_EDIT,
            PERSONAL_DATA_READ,
            ANNUAL_REPORTS_READ,
            ANNUAL_REPORTS_EDIT,
            DOSSIERS_READ,
            DOSSIERS_WRITE,
            DOSSIERS_MOVE),
    /** Owns systems; may hand the role on for a time. */
    OWNER(
            Reach.SUBTREE,
            INCIDENTS_READ,
            INCIDENTS_COUNT,
            ORGANIZATIONS_READ,
            ORGANIZATIONS_EDIT,
            SYSTEMS_READ,
            SYSTEMS_EDIT,
            COVERAGE_READ,
            COVERAGE_EDIT,
            ROLE_DELEGATE,
            PERSONAL_DATA_READ,
            ANNUAL_REPORTS_READ,
            ANNUAL_REPORTS_EDIT,
            ANNUAL_REPORTS_APPROVE,
            DOSSIERS_READ,
            DOSSIERS_MOVE),
    /** The specialised unit: appraises, sees everything. */
    APPRAISER(
            Reach.PROVINCE,
            INDICATORS_READ,
            INCIDENTS_READ,
            INCIDENTS_COUNT,
            ORGANIZATIONS_READ,
            SYSTEMS_READ,
            COVERAGE_READ,
            PERSONAL_DATA_READ,
            ANNUAL_REPORTS_READ,
            ANNUAL_REPORTS_PUBLISH,
            DOSSIERS_READ,
            DOSSIERS_MOVE,
            DOSSIERS_APPRAISE,
            RULES_READ),
    /** Sits on an appraisal council; sees what the council is given. */
    COUNCIL_MEMBER(Reach.SUBTREE, DOSSIERS_READ, DOSSIERS_VOTE),
    /** Triages incidents of the whole province. */
    ANALYST(
            Reach.PROVINCE,
            EVENTS_READ,
            INDICATORS_READ,
            INDICATORS_EDIT,
            INCIDENTS_READ,
            INCIDENTS_WORK,
            INCIDENTS_COUNT,
            ORGANIZATIONS_READ,
            SYSTEMS_READ,
            COVERAGE_READ,
            PERSONAL_DATA_READ,
            RULES_READ),
    /** Leads the analysts. */
    SOC_LEAD(
            Reach.PROVINCE,
            EVENTS_READ,
            INDICATORS_READ,
            INDICATORS_EDIT,
            INCIDENTS_READ,
            INCIDENTS_WORK,
            INCIDENTS_DECIDE,
            INCIDENTS_COUNT,
            ORGANIZATIONS_READ,
            ORGANIZATIONS_EDIT,
            SYSTEMS_READ,
            COVERAGE_READ,
            COVERAGE_EDIT,
            ROLE_DELEGATE,
            PERSONAL_DATA_READ,
            ANNUAL_REPORTS_READ,
            ANNUAL_REPORTS_PUBLISH,
            DOSSIERS_READ,
            RULES_READ,
            RULES_EDIT),
    /** Plans and runs exercises. */
    DRILL_COORDINATOR(Reach.PROVINCE, ORGANIZATIONS_READ, SYSTEMS_READ),
    /** Attacks in an exercise. */
    RED_TEAM(Reach.SUBTREE),
    /** Defends in an exercise. */
    BLUE_TEAM(Reach.SUBTREE),
    /** Referees an exercise. */
    WHITE_TEAM(Reach.SUBTREE),
    /** Reads counts and summaries. */
    LEADER(
            Reach.SUBTREE,
            INCIDENTS_COUNT,
            ORGANIZATIONS_READ,
            SYSTEMS_READ,
            COVERAGE_READ,
            ROLE_DELEGATE,
            ANNUAL_REPORTS_READ,
            DOSSIERS_READ),
    /** Reads the audit log, and nothing it is about. */
    AUDITOR(Reach.PROVINCE, AUDIT_READ, ACCESS_REVIEW, ACCOUNTS_READ, ORGANIZATIONS_READ, SYSTEMS_READ, COVERAGE_READ),
    /** Keeps the rule packs. */
    LEGAL_EDITOR(Reach.PROVINCE, ORGANIZATIONS_READ, LAW_EDIT),
    /** Keeps people and organisations, of the whole province where the role is held at its root; sees no incident. */
    ADMINISTRATOR(
            Reach.SUBTREE,
            ORGANIZATIONS_READ,
            ORGANIZATIONS_EDIT,
            ORGANIZATIONS_IMPORT,
            ACCOUNTS_READ,
            ACCOUNTS_EDIT,
            ACCESS_REVIEW,
            PERSONAL_DATA_READ,
            NOTIFICATIONS_EDIT);

    /** How far a role's permissions reach. */
    public enum Reach {
        /** The organisation it is held in and all below; at the root, everything. */
        SUBTREE,
        /** Everything, whichever organisation it is held in. */
        PROVINCE
    }

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable in the constructor
    private final Set<Permission> permissions;

    private final Reach reach;

    Role(Reach reach, Permission... permissions) {
        Set<Permission> all = EnumSet.of(Permission.PUBLIC, Permission.OWN_ACCOUNT, Permission.LAW_READ);
        all.addAll(Set.of(permissions));
        this.permissions = Set.copyOf(all);
        this.reach = reach;
    }

    /** What whoever acts in this role may do. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** How far that reaches. */
    public Reach reach() {
        return reach;
    }

    /** Whether this role carries the permission. */
    public boolean grants(Permission permission) {
        return permissions.contains(permission);
    }
}
