package vn.chieng.api.transition;

import vn.chieng.api.audit.AuditAction;

/** What of the transition is worth an entry in the trail. */
enum TransitionAction implements AuditAction {
    EXPORTED;

    @Override
    public String code() {
        return "transition.exported";
    }
}
