package vn.chieng.api.notifications.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One notice within a mail; its texts may come from an unknown hand. */
public record MailLine(String subject, @Nullable String detail, String url, boolean drill, Instant at) {}
