package vn.chieng.api.notifications;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Adds and changes webhooks; their secrets are shown once and audited never. */
@Component
final class WebhookEditor {
    private final WebhookStore store;
    private final HookSecrets secrets;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    WebhookEditor(WebhookStore store, HookSecrets secrets, AuditTrail audit, TransactionOperations transactions) {
        this.store = store;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A webhook with the secret that nobody sees again. */
    record Added(long id, String secret) {}

    /** Adds one; empty where the name is taken. */
    Optional<Added> add(Webhook.Draft draft, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(_ -> store.add(draft).map(hook -> {
            String secret = secrets.fresh();
            store.secret(hook.id(), secrets.seal(hook.id(), secret));
            record(NotificationAction.WEBHOOK_ADDED, hook, Map.of(), facts(draft), by);
            return new Added(hook.id(), secret);
        })));
    }

    /** Changes one; false where it stands in another version or the name is taken. */
    boolean change(Webhook hook, int version, Webhook.Draft draft, SignedIn by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!store.change(hook.id(), version, draft)) {
                return false;
            }
            var before = facts(new Webhook.Draft(hook.name(), hook.url(), hook.kinds(), hook.drills(), hook.enabled()));
            record(NotificationAction.WEBHOOK_CHANGED, hook, before, facts(draft), by);
            return true;
        }));
    }

    /** Gives it a new secret; the old one signs nothing more. */
    String renew(Webhook hook, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            String secret = secrets.fresh();
            store.secret(hook.id(), secrets.seal(hook.id(), secret));
            record(NotificationAction.WEBHOOK_SECRET_RENEWED, hook, Map.of(), Map.of(), by);
            return secret;
        }));
    }

    private void record(
            NotificationAction action,
            Webhook hook,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            SignedIn by) {
        audit.record(
                by,
                AuditRecord.of(action, "webhook", Long.toString(hook.id()), hook.name(), Set.of())
                        .changed(before, after));
    }

    private static Map<String, @Nullable Object> facts(Webhook.Draft draft) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("name", draft.name());
        // the path may hold a key of the receiver
        facts.put("host", draft.url().getScheme() + "://" + draft.url().getAuthority());
        facts.put(
                "kinds",
                new TreeSet<>(draft.kinds()).stream().map(NoticeKind::code).toList());
        facts.put("drills", draft.drills());
        facts.put("enabled", draft.enabled());
        return facts;
    }
}
