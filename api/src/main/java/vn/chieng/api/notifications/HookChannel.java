package vn.chieng.api.notifications;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.notifications.Delivery.Outcome;
import vn.chieng.api.notifications.webhooks.HookCaller;
import vn.chieng.api.notifications.webhooks.HookSignature;

/** Calls the systems of others; what is sent is described in docs/formats/webhooks.md. */
@Component
final class HookChannel {
    static final String SIGNATURE = "Chieng-Signature";
    static final String IDEMPOTENCY = "Idempotency-Key";
    private static final int FAMILY = 100;
    private static final int SUCCESS = 2;

    private final WebhookStore webhooks;
    private final HookSecrets secrets;
    private final HookCaller caller;
    private final NotificationSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    HookChannel(
            WebhookStore webhooks,
            HookSecrets secrets,
            HookCaller caller,
            NotificationSettings settings,
            JsonMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.caller = caller;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    Outcome send(long webhookId, Delivery delivery) {
        Optional<Webhook> hook = webhooks.find(webhookId).filter(Webhook::enabled);
        return hook.isEmpty() ? new Outcome.Unwanted() : send(hook.get(), delivery);
    }

    private Outcome send(Webhook hook, Delivery delivery) {
        byte[] body = json.writeValueAsBytes(body(delivery));
        Instant now = clock.instant();
        try {
            int status = caller.post(
                    hook.url(),
                    body,
                    Map.of(
                            SIGNATURE, HookSignature.of(secrets.open(hook), now, body),
                            IDEMPOTENCY, delivery.idempotency().toString()));
            return status / FAMILY == SUCCESS ? new Outcome.Sent() : new Outcome.Failed("HTTP " + status);
        } catch (IOException e) {
            return Outcome.Failed.by(e);
        }
    }

    private Map<String, @Nullable Object> body(Delivery delivery) {
        StoredNotice stored = delivery.notice();
        Notice notice = stored.notice();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", delivery.idempotency().toString());
        body.put("kind", notice.kind().code());
        body.put("at", stored.createdAt().toString());
        body.put("subject", notice.subject());
        body.put("detail", notice.detail());
        body.put("url", settings.url(notice.path()));
        body.put("organizationIds", new TreeSet<>(notice.organizationIds()));
        body.put("drill", notice.drill());
        return body;
    }
}
