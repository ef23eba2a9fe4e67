package vn.chieng.api.notifications;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A webhook as typed. */
record WebhookForm(
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String url,
        @Nullable Set<String> kinds,
        @Nullable Boolean drills,
        @Nullable Boolean enabled) {

    static final WebhookForm EMPTY = new WebhookForm(null, "", "https://", Set.of(), false, true);

    static WebhookForm of(Webhook hook) {
        return new WebhookForm(
                hook.version(),
                hook.name(),
                hook.url().toString(),
                hook.kinds().stream().map(NoticeKind::code).collect(Collectors.toSet()),
                hook.drills(),
                hook.enabled());
    }

    /** Whether the box of the kind is ticked; templates ask. */
    public boolean chose(NoticeKind kind) {
        return kinds != null && kinds.contains(kind.code());
    }

    /** What it says; an {@link IllegalArgumentException} names the field that says nothing of use. */
    Webhook.Draft draft() {
        Set<NoticeKind> chosen = kinds == null
                ? Set.of()
                : kinds.stream().flatMap(code -> NoticeKind.of(code).stream()).collect(Collectors.toSet());
        return new Webhook.Draft(
                name == null ? "" : name, address(), chosen, Boolean.TRUE.equals(drills), Boolean.TRUE.equals(enabled));
    }

    private URI address() {
        try {
            return URI.create(url == null ? "" : url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("url", e);
        }
    }
}
