package vn.chieng.api.notifications;

import java.util.List;
import java.util.Optional;

/** Keeps webhooks. */
public interface WebhookStore {

    /** All, by name. */
    List<Webhook> list();

    /** One of them. */
    Optional<Webhook> find(long id);

    /** Adds one; empty where the name is taken. */
    Optional<Webhook> add(Webhook.Draft draft);

    /** Changes it; false where it stands in another version or the name is taken. */
    boolean change(long id, int version, Webhook.Draft draft);

    /** Gives it another secret; the version stays. */
    void secret(long id, Webhook.Sealed secret);
}
