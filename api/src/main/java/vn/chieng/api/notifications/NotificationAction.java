package vn.chieng.api.notifications;

import vn.chieng.api.audit.AuditAction;

enum NotificationAction implements AuditAction {
    RULES_CHANGED("notification-rules.changed"),
    WEBHOOK_ADDED("webhook.added"),
    WEBHOOK_CHANGED("webhook.changed"),
    WEBHOOK_SECRET_RENEWED("webhook.secret-renewed"),
    DELIVERIES_REPEATED("deliveries.repeated"),
    PREFERENCES_CHANGED("notification-preferences.changed");

    private final String code;

    NotificationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
