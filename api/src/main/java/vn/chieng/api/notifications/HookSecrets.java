package vn.chieng.api.notifications;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.secrets.SecretBox;
import vn.chieng.api.signin.secrets.Secrets;

/** Makes the secrets of webhooks and seals them; a person sees one once, when it is made. */
@Component
final class HookSecrets {
    private final Secrets secrets;
    private final SecretBox box;

    HookSecrets(Secrets secrets, SecretBox box) {
        this.secrets = secrets;
        this.box = box;
    }

    /** A new secret; what both sides sign with are its characters. */
    String fresh() {
        return secrets.token();
    }

    /** Sealed for this webhook only. */
    Webhook.Sealed seal(long webhookId, String secret) {
        return new Webhook.Sealed(box.seal(secret.getBytes(StandardCharsets.US_ASCII), owner(webhookId)));
    }

    /** The characters to sign with. */
    byte[] open(Webhook webhook) {
        return box.open(webhook.secret().box(), owner(webhook.id()));
    }

    private static String owner(long webhookId) {
        return "webhook-" + webhookId;
    }
}
