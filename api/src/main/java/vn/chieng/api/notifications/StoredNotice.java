package vn.chieng.api.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A notice as it is kept. */
public record StoredNotice(long id, Notice notice, Instant createdAt) {

    /** What it is about. */
    public NoticeKind kind() {
        return notice.kind();
    }

    /** Whether it belongs to an exercise. */
    public boolean drill() {
        return notice.drill();
    }

    /** Where the console shows more. */
    public String path() {
        return notice.path();
    }

    /** Whose matter it is. */
    public Set<String> organizationIds() {
        return notice.organizationIds();
    }

    /** Its line for a reader of this language. */
    public String subject(Locale locale) {
        return notice.subject().in(locale);
    }

    /** More words, if there are any. */
    public @Nullable String detail(Locale locale) {
        NoticeText detail = notice.detail();
        return detail == null ? null : detail.in(locale);
    }
}
