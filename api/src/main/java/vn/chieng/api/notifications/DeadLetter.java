package vn.chieng.api.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery that was given up, without what it says: who looks after deliveries need not read incidents. */
public record DeadLetter(
        long id,
        NoticeKind kind,
        String channel,
        String recipient,
        int attempts,
        Instant createdAt,
        @Nullable String error) {}
