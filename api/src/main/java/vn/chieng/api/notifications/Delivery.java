package vn.chieng.api.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way of a notice to one recipient.
 *
 * @param idempotency what the receiver tells a repetition by
 * @param digest whether it goes out with others
 * @param attempts tried so often, this time included
 */
public record Delivery(long id, StoredNotice notice, Target target, UUID idempotency, boolean digest, int attempts) {

    /** Whom it goes to. */
    public sealed interface Target {
        /** A person's mailbox. */
        record Mailbox(long accountId) implements Target {}

        /** A system of others. */
        record Hook(long webhookId) implements Target {}

        /** As in metrics and bundle keys. */
        default String channel() {
            return switch (this) {
                case Mailbox _ -> "mail";
                case Hook _ -> "webhook";
            };
        }
    }

    /** A delivery that is to be made. */
    public record Plan(long noticeId, Target target, boolean digest, Instant dueAt) {}

    /** What became of an attempt. */
    public sealed interface Outcome {
        /** It went out. */
        record Sent() implements Outcome {}

        /** Nobody wants it any more. */
        record Unwanted() implements Outcome {}

        /** It failed; {@code error} names the reason without secrets. */
        record Failed(String error) implements Outcome {
            private static final int LONGEST = 300;

            public Failed {
                error = error.length() > LONGEST ? error.substring(0, LONGEST) : error;
            }

            static Failed by(@Nullable Throwable cause) {
                return new Failed(cause == null ? "?" : cause.getClass().getSimpleName() + ": " + cause.getMessage());
            }
        }
    }
}
