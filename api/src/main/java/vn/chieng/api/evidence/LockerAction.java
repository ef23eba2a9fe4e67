package vn.chieng.api.evidence;

import vn.chieng.api.audit.AuditAction;

/** What the audit log says of the locker. */
public enum LockerAction implements AuditAction {
    ADDED("evidence.added"),
    VERIFIED("evidence.verified"),
    DAMAGED("evidence.damaged"),
    TAKEN("evidence.taken"),
    PROPOSED("evidence.disposal-proposed"),
    KEPT("evidence.disposal-refused"),
    DISPOSED("evidence.disposed"),
    HELD("evidence.held"),
    RELEASED("evidence.released"),
    FREEZE_REQUESTED("evidence.freeze-requested");

    private final String code;

    LockerAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
