package vn.chieng.api.access;

/** What a handler may ask of its caller. */
public enum Permission {
    /** Anyone, also without signing in. */
    PUBLIC,
    /** Anyone who is signed in: own preferences, own credentials and sessions, choice of the acting role, sign-out. */
    OWN_ACCOUNT,
    /** To see personal data (user names in evidence, telephone numbers, mail addresses) unmasked. */
    PERSONAL_DATA_READ,
    /** To see incidents within the acting scope. */
    INCIDENTS_READ,
    /** To work on incidents within the acting scope: take, move, classify, comment, merge, split. */
    INCIDENTS_WORK,
    /** To decide on incidents: close, open again, take a confirmation back, lower a severity, work on what another handles. */
    INCIDENTS_DECIDE,
    /** To see counts of incidents within the acting scope, and nothing of a single one. */
    INCIDENTS_COUNT,
    /** To see the organisations within the acting scope, with their contacts. */
    ORGANIZATIONS_READ,
    /** To add and change organisations and contacts within the acting scope. */
    ORGANIZATIONS_EDIT,
    /** To import organisations for the whole tree. */
    ORGANIZATIONS_IMPORT,
    /** To see information systems within the acting scope. */
    SYSTEMS_READ,
    /** To register and change information systems within the acting scope, determine levels, import. */
    SYSTEMS_EDIT,
    /** To see how far the bodies within the acting scope are covered. */
    COVERAGE_READ,
    /** To record facts of coverage within the acting scope. */
    COVERAGE_EDIT,
    /** To see people, their roles and sessions within the acting scope. */
    ACCOUNTS_READ,
    /** To add and change people, their roles, second factors, tokens and sessions within the acting scope. */
    ACCOUNTS_EDIT,
    /** To hand one's own role to another person until a day. */
    ROLE_DELEGATE,
    /** To confirm or withdraw the access of people within the acting scope. */
    ACCESS_REVIEW,
    /** To see annual reports and the transition of systems within the acting scope. */
    ANNUAL_REPORTS_READ,
    /** To fill in the part of a unit within the acting scope. */
    ANNUAL_REPORTS_EDIT,
    /** To approve the part of a unit within the acting scope, and to take that back. */
    ANNUAL_REPORTS_APPROVE,
    /** To open, put together, freeze and sign the report of the whole province. */
    ANNUAL_REPORTS_PUBLISH,
    /** To read the law packs and the legal calendar, which belong to no organisation. */
    LAW_READ,
    /** To draft law packs, decide on the drafts of others, and keep the legal calendar. */
    LAW_EDIT,
    /** To see dossiers within the acting scope, with their files and papers. */
    DOSSIERS_READ,
    /** To write dossiers within the acting scope: sections, tables, attachments, replies. */
    DOSSIERS_WRITE,
    /** To move dossiers along their route; which move, the route decides. */
    DOSSIERS_MOVE,
    /** To make remarks and findings, and to name a council. */
    DOSSIERS_APPRAISE,
    /** To vote in a council one sits on. */
    DOSSIERS_VOTE,
    /** To search, verify and export the audit log. */
    AUDIT_READ,
    /** To see detection rules, how often they match, and to try them within the acting scope; what they match is for {@link #EVENTS_READ}. */
    RULES_READ,
    /** To enable, tune, write and import detection rules, which hold for the whole province. */
    RULES_EDIT,
    /** To see the indicators of attack that events are compared with, of the whole province. */
    INDICATORS_READ,
    /** To import and withdraw indicators, which hold for the whole province. */
    INDICATORS_EDIT,
    /** To rule who is told what, to keep webhooks, and to see what could not be delivered; of the whole province. */
    NOTIFICATIONS_EDIT,
    /** To search stored events within the acting scope, the personal data in them included. */
    EVENTS_READ
}
